import type { Attachment, Link } from '@mayfly/shared/contract/message';
import type { SealedPartName } from '@mayfly/shared/sealing/place';
import { safeFileName } from '@mayfly/shared/ui/save-file';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import { troubleText } from '../ui/trouble-text.ts';
import type { PopupDeps } from './popup-deps.ts';
import type { Notices } from '@mayfly/shared/ui/use-notice';

type Needs = Pick<PopupDeps, 'send' | 'closePopup' | 'fetchPart' | 'saveFile'>;

/** What can be done with one message. */
export function useMessageActions(deps: Needs, notices: Notices) {
  const markSeen = async (inboxId: string, messageId: string): Promise<void> => {
    // Should it fail, the message stays marked as new: no harm, and nothing to say.
    await deps.send('message.seen', { inboxId, messageId });
  };

  const openLink = async (inboxId: string, messageId: string, link: Link): Promise<void> => {
    const reply = await deps.send('link.open', { inboxId, messageId, url: link.url });
    if (!reply.ok) return notices.bad(troubleText(reply.trouble));
    deps.closePopup();
  };

  const remove = async (inboxId: string, messageId: string): Promise<boolean> => {
    const reply = await deps.send('message.delete', { inboxId, messageId });
    if (!reply.ok) notices.bad(troubleText(reply.trouble));
    return reply.ok;
  };

  async function save(
    inbox: OwnInbox,
    id: string,
    part: SealedPartName,
    name: string,
  ): Promise<boolean> {
    const bytes = await deps.fetchPart(inbox, id, part);
    if (bytes !== null) deps.saveFile(bytes, name);
    return bytes !== null;
  }

  const saveOriginal = (inbox: OwnInbox, { id, message }: OwnMessage) =>
    save(inbox, id, 'raw', `${safeFileName(message.content?.subject ?? '', 'mail')}.eml`);

  const saveAttachment = (inbox: OwnInbox, { id }: OwnMessage, { index, name }: Attachment) =>
    save(inbox, id, `attachment-${index}`, safeFileName(name, `attachment-${index + 1}`));

  return { markSeen, openLink, remove, saveOriginal, saveAttachment };
}

export type MessageWork = ReturnType<typeof useMessageActions>;
