import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Outcome } from '../core/errors.ts';
import type { Arrival, ChangePage, NewMessage, PendingMessage, Store } from '../core/ports.ts';
import type { RedisDeps } from './redis-inboxes.ts';
import type { PendingEntry } from './redis-index.ts';
import {
  hash,
  integer,
  list,
  octetsOrNull,
  orNull,
  toArrival,
  toChanges,
  toInbox,
  toMessage,
} from './redis-replies.ts';
import { KEPT_DELETIONS } from './tombstone.ts';

type MessageMethods = Pick<
  Store,
  | 'saveMessage'
  | 'publishMessage'
  | 'markSeen'
  | 'deleteMessage'
  | 'readMessage'
  | 'readPart'
  | 'listChanges'
  | 'takePending'
>;

/** The same octets as the client library takes them. */
const buffer = (octets: Uint8Array): Buffer =>
  Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
const change = (reply: unknown): { seq: number } | null =>
  orNull(reply, (seq) => ({ seq: integer(seq) }));

/** The operations of a store on messages. */
export function redisMessages(deps: RedisDeps): MessageMethods {
  const { runner, index, clock } = deps;
  return {
    saveMessage: (id, message, limits) => saveMessage(deps, id, message, limits),
    async publishMessage(id, mid, { state, parts, size }) {
      const octets = [...parts].flatMap(([name, data]) => [name, buffer(data)]);
      const published = change(
        await runner.run('publishMessage', id, clock(), [
          mid,
          state,
          String(size ?? ''),
          ...octets,
        ]),
      );
      leave(index.dropPending(id, mid));
      return published;
    },
    markSeen: async (id, mid, seen) =>
      change(await runner.run('markSeen', id, clock(), [mid, seen ? '1' : '0'])),
    deleteMessage: async (id, mid) =>
      change(await runner.run('deleteMessage', id, clock(), [mid, String(KEPT_DELETIONS)])),
    async readMessage(id, mid) {
      const reply = orNull(await runner.run('readMessage', id, clock(), [mid]), list);
      return reply === null ? null : toMessage(mid, reply[0], reply[1], reply[2]);
    },
    readPart: async (id, mid, part) =>
      octetsOrNull(await runner.run('readPart', id, clock(), [mid, part])),
    async listChanges(id, after, { limit, maxBytes }) {
      const args = [after, limit, maxBytes].map(String);
      return orNull(await runner.run('listChanges', id, clock(), args), toPage);
    },
    takePending: (options) => takePending(deps, options),
  };
}

/** An index entry that stays is dropped when somebody takes it and finds nothing to do. */
function leave(tidying: Promise<unknown>): void {
  tidying.catch(() => undefined);
}

const wordsOf = (arrival: Arrival | undefined): string[] =>
  arrival === undefined
    ? []
    : [...[arrival.until, arrival.known.length].map(String), ...arrival.known, ...arrival.remember];

/**
 * The entry in the pending index and the message may lie on two nodes. Both are durable before this resolves; when only
 * one of them is, the sender was told to come again, and what stays is a leftover entry or a message that nobody sees.
 * A mail that is not taken again must not stay unseen, so its entry comes first.
 */
async function saveMessage(
  { runner, index, clock }: RedisDeps,
  id: InboxId,
  message: NewMessage,
  limits: Parameters<Store['saveMessage']>[2],
): Promise<Outcome<{ repeated?: true }>> {
  const now = clock();
  const numbers = [message.receivedAt, message.size].map(String);
  const most = [limits.messages, limits.bytes].map(String);
  const words = [message.id, ...numbers, buffer(message.raw), ...most, ...wordsOf(message.arrival)];
  const entered = index.addPending(id, message.id, now);
  if (message.arrival !== undefined) await entered;
  const [saved] = await Promise.all([runner.run('saveMessage', id, now, words), entered]);
  const outcome = integer(saved);
  if (outcome === 0) return { ok: true };
  leave(index.dropPending(id, message.id));
  if (outcome === 3) return { ok: true, repeated: true };
  return { ok: false, code: outcome === 1 ? 'recipient-expired' : 'inbox-full' };
}

function toPage(reply: unknown): ChangePage {
  const [lastSeq, floorSeq, more, ...changes] = list(reply);
  return {
    changes: toChanges(changes),
    lastSeq: integer(lastSeq),
    floorSeq: integer(floorSeq),
    more: integer(more) === 1,
  };
}

async function takePending(
  deps: RedisDeps,
  options: Parameters<Store['takePending']>[0],
): Promise<PendingMessage[]> {
  const now = deps.clock();
  const others = await deps.relays.beat();
  const found: PendingMessage[] = [];
  for (const shard of deps.index.shards) {
    while (found.length < options.limit) {
      const limit = options.limit - found.length;
      const taken = await deps.index.takePending(shard, now, { ...options, limit, others });
      const read = await Promise.all(taken.map((entry) => readPending(deps, entry, now)));
      found.push(...read.filter((each) => each !== null));
      if (taken.length < limit) break;
    }
  }
  return found;
}

async function readPending(
  { runner, index }: RedisDeps,
  { id, mid, settled }: PendingEntry,
  now: number,
): Promise<PendingMessage | null> {
  const reply = orNull(await runner.run('readPending', id, now, [mid]), list);
  const inbox = reply === null ? null : toInbox(hash(reply[0]));
  if (reply !== null && inbox !== null)
    return { inbox: inbox.inbox, id: mid, ...toArrival(reply[1]) };
  if (settled) await index.dropPending(id, mid);
  return null;
}
