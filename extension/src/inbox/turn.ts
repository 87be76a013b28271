import type { MessageItem } from '@mayfly/shared/contract/message';
import type { Mail } from '../storage/database.ts';
import type { OwnMessage } from '../storage/model.ts';

/** What the relay told about one inbox in one answer. */
export type Turn =
  | {
      readonly kind: 'changes';
      readonly inboxId: string;
      readonly items: readonly MessageItem[];
      readonly next: string;
      readonly expiresAt: number;
      /** The items are all that there is: what else is kept of the inbox is no more. */
      readonly complete: boolean;
    }
  | { readonly kind: 'ended'; readonly inboxId: string };

export interface TurnResult {
  /** Messages that were not there before and nobody has seen. */
  readonly arrived: readonly OwnMessage[];
  /** Unseen messages in which a link or code has been found only now. */
  readonly completed: readonly OwnMessage[];
  /** Something has changed that a person could see. */
  readonly changed: boolean;
}

const offers = (own: OwnMessage) =>
  (own.message.content?.links.length ?? 0) + (own.message.content?.codes.length ?? 0) > 0;

type Change = 'arrived' | 'completed' | 'changed';

async function applyItem(
  mail: Mail,
  inboxId: string,
  item: MessageItem,
): Promise<[Change, OwnMessage | null]> {
  if (item.change === 'deleted') {
    await mail.removeMessage(inboxId, item.id);
    return ['changed', null];
  }
  const known = await mail.message(inboxId, item.id);
  // Seen here stays seen: the relay may not have heard of it yet.
  const seen = item.seen || (known?.message.seen ?? false);
  const own: OwnMessage = { inboxId, id: item.id, message: { ...item, seen } };
  await mail.putMessage(own);
  if (seen) return ['changed', own];
  if (known === undefined) return ['arrived', own];
  return [!offers(known) && offers(own) ? 'completed' : 'changed', own];
}

async function forgetOthers(
  mail: Mail,
  inboxId: string,
  kept: ReadonlySet<string>,
): Promise<boolean> {
  const gone = (await mail.messages(inboxId)).filter((own) => !kept.has(own.id));
  for (const own of gone) await mail.removeMessage(inboxId, own.id);
  return gone.length > 0;
}

/**
 * Writes what the relay told, messages and cursor together, so that nothing is skipped when the worker dies in between.
 * An inbox that was deleted meanwhile stays deleted.
 */
export async function applyTurn(mail: Mail, turn: Turn): Promise<TurnResult> {
  const arrived: OwnMessage[] = [];
  const completed: OwnMessage[] = [];
  const inbox = await mail.inbox(turn.inboxId);
  if (inbox === undefined) return { arrived, completed, changed: false };
  if (turn.kind === 'ended') {
    await mail.putInbox({ ...inbox, ended: true });
    return { arrived, completed, changed: !inbox.ended };
  }
  let changed = inbox.expiresAt !== turn.expiresAt || turn.items.length > 0;
  for (const item of turn.items) {
    const [change, own] = await applyItem(mail, inbox.id, item);
    if (own !== null && change === 'arrived') arrived.push(own);
    if (own !== null && change === 'completed') completed.push(own);
  }
  if (turn.complete) {
    const kept = new Set<string>(turn.items.map((item) => item.id));
    changed = (await forgetOthers(mail, inbox.id, kept)) || changed;
  }
  if (changed || inbox.cursor !== turn.next) {
    await mail.putInbox({ ...inbox, cursor: turn.next, expiresAt: turn.expiresAt });
  }
  return { arrived, completed, changed };
}

const day = 24 * 60 * 60_000;
/** As long as the relay keeps the name from being given out again; until then its owner may bring it back. */
const restorableMs = 400 * day;

/** Ends what is past its time: an address' mail goes with it, and one day the address too. True when anything went. */
export async function sweep(mail: Mail, now: number, slackMs: number): Promise<boolean> {
  let swept = false;
  for (const inbox of await mail.inboxes()) {
    if (inbox.expiresAt + slackMs > now) continue;
    const hadMail = (await mail.messages(inbox.id)).length > 0;
    if (inbox.expiresAt + restorableMs <= now) await mail.removeInbox(inbox.id);
    else if (hadMail || !inbox.ended) {
      await mail.removeMessages(inbox.id);
      await mail.putInbox({ ...inbox, ended: true });
    } else continue;
    swept = true;
  }
  return swept;
}
