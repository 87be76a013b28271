import { emailAddressSchema, type InboxId, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import type { Clock, InboxLimits, InboxRecord, InboxUsage, Store } from './ports.ts';

/**
 * The one inbox of the operator. Its id is no address' tag (those have no zero in them), so that neither another list of
 * domains nor another secret hides what lies in it, and every relay on a store finds the same one. No token is ever made
 * for it.
 */
export const operatorInboxId: InboxId = inboxIdSchema.parse('0operatormailbox-0operatormailbox');

/** Stands in the record alone: nobody's domain (RFC 2606 section 2). */
const address = emailAddressSchema.parse('operator@relay.invalid');

/** The last second of the year 9999: it does not end. */
const never = 253_402_300_799_000;

/**
 * Roles that a stranger may have to write to (RFC 5321 section 4.5.1, RFC 2142 sections 4 and 5): the relay's host, its
 * network, its names and its pages. Roles of a business, such as sales@, are not here: a relay has none of these.
 */
const roles = ['postmaster', 'abuse', 'security', 'noc', 'hostmaster', 'webmaster'];

/** The local parts at which mail goes to the operator, at every domain of the relay. */
export function operatorNames(ownName: string): ReadonlySet<string> {
  return new Set([...roles, ownName]);
}

export interface OperatorMailbox {
  /** The inbox; made when it is not there yet, also when somebody emptied the store. */
  open(): Promise<InboxRecord>;
}

export function createOperatorMailbox({
  store,
  clock,
}: {
  readonly store: Pick<Store, 'findInbox' | 'createInbox'>;
  readonly clock: Clock;
}): OperatorMailbox {
  return {
    async open() {
      const found = await store.findInbox(operatorInboxId);
      if (found !== null) return found.inbox;
      const inbox: InboxRecord = {
        id: operatorInboxId,
        address,
        createdAt: clock(),
        expiresAt: never,
        maxExpiresAt: never,
        publicKey: null,
        accessId: null,
      };
      // Refused when another relay made it in this moment, which is as good.
      await store.createInbox(inbox, { reopen: true });
      return inbox;
    },
  };
}

type MailStore = Pick<Store, 'saveMessage' | 'findInbox' | 'listChanges' | 'deleteMessage'>;

/** The oldest messages go in groups of this part of all, so that a full mailbox does not tidy up for every mail. */
const groups = 50;
const pageOptions = { limit: 200, maxBytes: 4_000_000 };
const attempts = 3;

/** What has to go, by number and by octets; 0 where there is room. */
function excess(usage: InboxUsage, limits: InboxLimits, size: number): InboxUsage {
  const over = (is: number, limit: number) =>
    is > limit ? is - limit + Math.floor(limit / groups) : 0;
  return {
    messages: over(usage.messages + 1, limits.messages),
    bytes: over(usage.bytes + size, limits.bytes),
  };
}

/** The oldest visible messages that make so much room together, or all when that is not enough. */
async function oldest(store: MailStore, room: InboxUsage): Promise<MessageId[]> {
  const chosen: MessageId[] = [];
  let bytes = 0;
  for (let after = 0; ;) {
    const page = await store.listChanges(operatorInboxId, after, pageOptions);
    for (const change of page?.changes ?? []) {
      if (chosen.length >= room.messages && bytes >= room.bytes) return chosen;
      after = change.seq;
      if (change.deleted) continue;
      chosen.push(change.message.id);
      bytes += change.message.size;
    }
    if (page?.more !== true) return chosen;
  }
}

/** @returns whether anything went. */
async function makeRoom(store: MailStore, limits: InboxLimits, size: number): Promise<boolean> {
  const found = await store.findInbox(operatorInboxId);
  if (found === null) return false;
  const ids = await oldest(store, excess(found.usage, limits, size));
  const gone = await Promise.all(ids.map((id) => store.deleteMessage(operatorInboxId, id)));
  return gone.some((change) => change !== null);
}

/**
 * The same store, in which the operator's mailbox has limits of its own and is never full: its oldest messages go
 * instead. What waits for its analysis cannot go yet; when that alone fills it, senders are asked to come again.
 */
export function keepOperatorMail<S extends MailStore>(store: S, limits: InboxLimits): S {
  const saveMessage: MailStore['saveMessage'] = async (id, message, others) => {
    if (id !== operatorInboxId) return store.saveMessage(id, message, others);
    for (let attempt = 1; ; attempt += 1) {
      const saved = await store.saveMessage(id, message, limits);
      const isFull = !saved.ok && saved.code === 'inbox-full';
      if (!isFull || attempt === attempts) return saved;
      await makeRoom(store, limits, message.size);
    }
  };
  return { ...store, saveMessage };
}
