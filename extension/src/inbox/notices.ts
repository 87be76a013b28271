import { linkTrust } from '@mayfly/shared/ui/link-trust';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import type { TurnResult } from './turn.ts';

/** The part of `browser.notifications` that is used. Buttons exist in Chrome alone. */
export interface Notifications {
  create(
    id: string,
    options: {
      type: 'basic';
      iconUrl: string;
      title: string;
      message: string;
      buttons?: { title: string }[];
    },
  ): Promise<unknown>;
  clear(id: string): Promise<unknown>;
}

export interface NoticeWords {
  link(site: string): string;
  code(site: string): string;
  mail(site: string): string;
  to(address: string): string;
  openLink(kind: OfferedLink['kind']): string;
  readonly copyCode: string;
  readonly show: string;
}

export interface NoticeDeps {
  readonly notifications: Notifications;
  readonly withButtons: boolean;
  readonly iconUrl: string;
  readonly words: NoticeWords;
  readonly readInbox: (id: string) => Promise<OwnInbox | null>;
  /** Somebody looks at the popup and sees the mail there. */
  readonly popupIsOpen: () => Promise<boolean>;
}

/** Of a flood of mail only the latest few are told; the badge counts all. */
const mostAtOnce = 3;

type Content = NonNullable<OwnMessage['message']['content']>;
type OfferedLink = Content['links'][number];

/** What a notification's button does. */
export type NoticeAction =
  | { readonly kind: 'open-link'; readonly url: string }
  | { readonly kind: 'copy-code'; readonly code: string }
  | { readonly kind: 'show' };

const prefix = 'mail';

export const noticeId = (inboxId: string, messageId: string) => `${prefix} ${inboxId} ${messageId}`;

/** The message that a notification stands for; null for notifications of another kind. */
export function parseNoticeId(id: string): { inboxId: string; messageId: string } | null {
  const [kind, inboxId, messageId] = id.split(' ');
  if (kind !== prefix || inboxId === undefined || messageId === undefined) return null;
  return { inboxId, messageId };
}

/**
 * What the first button of a message's notification does. A link that needs a second look is not opened from there:
 * the popup shows where it leads.
 */
export function noticeAction(inbox: OwnInbox, own: OwnMessage): NoticeAction {
  const { content, verdict } = own.message;
  const link = content?.links[0];
  const code = content?.codes[0];
  if (link !== undefined) {
    const trust = linkTrust({ link, site: inbox.site, from: content?.from ?? null, verdict });
    return trust === 'calm' ? { kind: 'open-link', url: link.url } : { kind: 'show' };
  }
  return code === undefined ? { kind: 'show' } : { kind: 'copy-code', code: code.value };
}

/** The site for which the address was made, or where the mail says it comes from; never more of the mail itself. */
function subjectOf(inbox: OwnInbox, own: OwnMessage): string {
  const from = own.message.content?.from?.address ?? '';
  return inbox.site ?? (from.slice(from.lastIndexOf('@') + 1).slice(0, 100) || inbox.address);
}

function titleOf(words: NoticeWords, inbox: OwnInbox, own: OwnMessage): string {
  const subject = subjectOf(inbox, own);
  if ((own.message.content?.links.length ?? 0) > 0) return words.link(subject);
  return (own.message.content?.codes.length ?? 0) > 0 ? words.code(subject) : words.mail(subject);
}

function buttonOf(words: NoticeWords, inbox: OwnInbox, own: OwnMessage): string {
  const action = noticeAction(inbox, own);
  if (action.kind === 'copy-code') return words.copyCode;
  const kind = own.message.content?.links[0]?.kind;
  return action.kind === 'open-link' && kind !== undefined ? words.openLink(kind) : words.show;
}

async function notify(deps: NoticeDeps, own: OwnMessage): Promise<void> {
  const { notifications, words, iconUrl } = deps;
  const inbox = await deps.readInbox(own.inboxId);
  // The system may keep its notifications on disk, where nothing of a private window belongs.
  if (inbox === null || inbox.isPrivate) return;
  await notifications.create(noticeId(own.inboxId, own.id), {
    type: 'basic',
    iconUrl,
    title: titleOf(words, inbox, own),
    message: words.to(inbox.address),
    ...(deps.withButtons ? { buttons: [{ title: buttonOf(words, inbox, own) }] } : {}),
  });
}

/** Tells of mail that has come, and tells anew when its link or code was found only later. */
export async function notifyOf(deps: NoticeDeps, result: TurnResult): Promise<void> {
  const messages = [...result.arrived, ...result.completed];
  if (messages.length === 0 || (await deps.popupIsOpen())) return;
  for (const own of messages.slice(-mostAtOnce)) await notify(deps, own);
}
