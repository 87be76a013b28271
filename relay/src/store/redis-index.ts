import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import type { RedisConnection } from './redis-connection.ts';
import type { Others, RedisRelays } from './redis-relays.ts';
import type { RedisRunner } from './redis-runner.ts';
import { integer, list, text, toInboxId, toPendingEntry } from './redis-replies.ts';

/** Over so many slots the indexes are spread, so that on a cluster no node has all of them. */
const SHARDS = 8;
const PIECE = 100;

/** What an entry of the pending index points to may still be on its way to another node for so long. */
const GRACE_MS = 60_000;

export interface PendingEntry {
  readonly entry: string;
  readonly id: InboxId;
  readonly mid: MessageId;
  /** The message must be there by now; an entry without one is a leftover. */
  readonly settled: boolean;
}

const shardOf = (id: InboxId): number => Number.parseInt(id.slice(0, 2), 36) % SHARDS;
const keyOf = (shard: number, name: 'pending' | 'ends'): string =>
  `mayfly:{index-${shard}}:${name}`;
const madeKeyOf = (accessId: string): string => `mayfly:{access-${accessId}}:inboxes`;
const shards = Array.from({ length: SHARDS }, (_, shard) => shard);

/**
 * What has to be found without knowing an inbox: messages that wait for analysis, and when inboxes end. Neither can lie
 * in the slots of the inboxes, so the truth stays there, and an entry here only says where to look.
 */
export class RedisIndex {
  readonly #connection: RedisConnection;
  readonly #runner: RedisRunner;
  readonly #relays: RedisRelays;

  constructor(connection: RedisConnection, runner: RedisRunner, relays: RedisRelays) {
    this.#connection = connection;
    this.#runner = runner;
    this.#relays = relays;
  }

  async addPending(id: InboxId, mid: MessageId, now: number): Promise<void> {
    const words = [String(now), this.#ownEntry(id, mid)];
    await this.#runner.runShared('addPending', keyOf(shardOf(id), 'pending'), words);
  }

  /** Of a message of this relay; another's entry stays, and is dropped by that one. */
  async dropPending(id: InboxId, mid: MessageId): Promise<void> {
    const words = [this.#ownEntry(id, mid)];
    await this.#runner.runShared('dropPending', keyOf(shardOf(id), 'pending'), words);
  }

  /** Takes up to `limit` entries of one shard: own ones from before a time, and those of dead relays. */
  async takePending(
    shard: number,
    now: number,
    { before, limit, others }: { before: number; limit: number; others: Others },
  ): Promise<PendingEntry[]> {
    const key = keyOf(shard, 'pending');
    const args = [before, now, limit, others.mayJudge ? 1 : 0].map(String);
    const words = [this.#relays.own, ...args, ...others.living];
    return list(await this.#runner.runShared('takePending', key, words)).map((reply) => {
      const [entry, score] = list(reply);
      return { ...toPendingEntry(entry), settled: Number(text(score)) + GRACE_MS <= now };
    });
  }

  /** An inbox that is being made with an access. It can live to `maxExpiresAt` at most. */
  async addMade(
    accessId: string,
    id: InboxId,
    { now, maxExpiresAt }: { now: number; maxExpiresAt: number },
  ): Promise<void> {
    const key = madeKeyOf(accessId);
    const end = String(maxExpiresAt);
    const commands = [
      ['ZADD', key, end, id],
      ['ZREMRANGEBYSCORE', key, '-inf', String(now)],
      // The key stays as long as the inbox that can live longest.
      ['PEXPIREAT', key, end, 'NX'],
      ['PEXPIREAT', key, end, 'GT'],
    ];
    await Promise.all(commands.map((command) => this.#connection.command(key, command)));
  }

  /** Inboxes made with an access; some may have ended. */
  async made(accessId: string, now: number): Promise<InboxId[]> {
    const key = madeKeyOf(accessId);
    const range = ['ZRANGE', key, `(${now}`, '+inf', 'BYSCORE'];
    return list(await this.#connection.command(key, range)).map(toInboxId);
  }

  async setEnd(id: InboxId, expiresAt: number): Promise<void> {
    const key = keyOf(shardOf(id), 'ends');
    await this.#connection.command(key, ['ZADD', key, String(expiresAt), id]);
  }

  async dropEnd(id: InboxId): Promise<boolean> {
    const key = keyOf(shardOf(id), 'ends');
    return integer(await this.#connection.command(key, ['ZREM', key, id])) === 1;
  }

  /** Some of the inboxes in one shard whose end has come; those that are seen to must be dropped or moved. */
  async ended(shard: number, now: number): Promise<InboxId[]> {
    const key = keyOf(shard, 'ends');
    const range = ['ZRANGE', key, '-inf', String(now), 'BYSCORE', 'LIMIT', '0', String(PIECE)];
    return list(await this.#connection.command(key, range)).map(toInboxId);
  }

  readonly shards: readonly number[] = shards;

  #ownEntry(id: InboxId, mid: MessageId): string {
    return `${id}/${mid}/${this.#relays.own}`;
  }
}
