import type { Attachment } from '@mayfly/shared/contract/message';
import type { Download } from '@mayfly/shared/client/client';
import type { Open } from '@mayfly/shared/sealing/hpke';
import { sealingPlace } from '@mayfly/shared/sealing/place';
import { hasEnded } from '@mayfly/shared/ui/time-left';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import { withMessages } from './message-store.ts';
import { createReader, isForReader } from './read-here.ts';
import type { InboxesDeps, State } from './state.ts';
import { attempt, type Outcome } from './trouble.ts';

type Octets = Uint8Array<ArrayBuffer>;

type OpenerOf = (privateKey: string | null) => Promise<Open | null>;

/** Gets what the relay has of a message, and opens it. Null when it cannot be had. */
const createDownload =
  (openerOf: OpenerOf) =>
  async (
    inbox: OwnInbox,
    own: OwnMessage,
    part: 'raw' | `attachment-${number}`,
    fetch: () => Promise<Download>,
  ): Promise<Octets | null> => {
    try {
      const { bytes } = await fetch();
      if (inbox.privateKey === null) return bytes;
      const [open, { openDownload }] = await Promise.all([
        openerOf(inbox.privateKey),
        import('@mayfly/shared/sealing/open-message'),
      ]);
      return (
        open && (await openDownload(bytes, sealingPlace(inbox.id, own.message.id, part), open))
      );
    } catch {
      return null;
    }
  };

/** What a person does with mail. */
export function createMessageActions(state: State, { now }: InboxesDeps, openerOf: OpenerOf) {
  const { mailboxes, client, find, write } = state;
  const download = createDownload(openerOf);
  const rawOf = (inbox: OwnInbox, own: OwnMessage) =>
    download(inbox, own, 'raw', async () =>
      (await client()).getRaw(inbox.id, own.message.id, { token: inbox.token }),
    );

  const reader = createReader(state, rawOf);

  return {
    readUnread: reader.readUnread,
    /** Here at once; at the relay when it can be reached. */
    async markSeen(inbox: OwnInbox, own: OwnMessage): Promise<void> {
      if (find(inbox.id) === undefined) return;
      const seen = { ...own, message: { ...own.message, seen: true } };
      mailboxes.value = withMessages(mailboxes.value, inbox.id, { put: [seen], removed: [] });
      await write({ putMessages: [seen] });
      if (hasEnded(inbox, now())) return;
      await attempt(async () =>
        (await client()).markSeen(inbox.id, own.message.id, true, { token: inbox.token }),
      );
    },
    removeMessage: (inbox: OwnInbox, own: OwnMessage): Promise<Outcome<void>> =>
      attempt(async () => {
        const { id, token } = inbox;
        if (!hasEnded(inbox, now())) {
          await (await client()).deleteMessage(id, own.message.id, { token });
        }
        mailboxes.value = withMessages(mailboxes.value, id, { put: [], removed: [own.id] });
        await write({ removeMessages: [{ inboxId: id, id: own.id }] });
      }),
    fetchRaw: (inbox: OwnInbox, own: OwnMessage): Promise<Octets | null> =>
      isForReader(inbox, own) ? reader.raw(inbox, own) : rawOf(inbox, own),
    fetchAttachment: async (
      inbox: OwnInbox,
      own: OwnMessage,
      { index }: Pick<Attachment, 'index'>,
    ): Promise<Octets | null> => {
      if (isForReader(inbox, own)) return reader.attachment(inbox, own, index);
      return download(inbox, own, `attachment-${index}`, async () =>
        (await client()).getAttachment(inbox.id, own.message.id, index, { token: inbox.token }),
      );
    },
  };
}
