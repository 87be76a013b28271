import { z } from 'zod';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import type {
  AccessRecord,
  AddressTag,
  Clock,
  InboxChange,
  InboxRecord,
  PairingRecord,
  Store,
} from '../core/ports.ts';
import type { RedisConnection } from './redis-connection.ts';
import type { RedisIndex } from './redis-index.ts';
import type { RedisRelays } from './redis-relays.ts';
import {
  hash,
  inboxFields,
  integer,
  list,
  octetsOrNull,
  orNull,
  text,
  toInbox,
} from './redis-replies.ts';
import type { RedisRunner } from './redis-runner.ts';
import { tombstoneOfDeletion, tombstoneOfExpiry } from './tombstone.ts';
import type { Tombstone } from './tombstone.ts';

export interface RedisDeps {
  readonly connection: RedisConnection;
  readonly runner: RedisRunner;
  readonly index: RedisIndex;
  readonly relays: RedisRelays;
  readonly clock: Clock;
}

type InboxMethods = Pick<
  Store,
  'createInbox' | 'findInbox' | 'findAddress' | 'changeInbox' | 'deleteInbox' | 'revokeToken'
>;

const tombArguments = ({ retryUntil, reservedUntil }: Tombstone): string[] =>
  [retryUntil, reservedUntil].map(String);

/** The operations of a store on inboxes and addresses. */
export function redisInboxes(deps: RedisDeps): InboxMethods {
  const { runner, index, clock } = deps;
  const look = (id: InboxId | AddressTag) => lookAt(runner, id, clock());
  return {
    async createInbox(inbox, options) {
      const { id, expiresAt, accessId, maxExpiresAt } = inbox;
      // Before the inbox, so that none is missed when the access is withdrawn.
      if (accessId !== null) await index.addMade(accessId, id, { now: clock(), maxExpiresAt });
      const reopen = options?.reopen === true ? '1' : '0';
      const tomb = tombArguments(tombstoneOfExpiry(expiresAt));
      const args = [reopen, String(expiresAt), ...tomb, ...inboxFields(inbox)];
      if (integer(await runner.run('createInbox', id, clock(), args)) === 0) {
        return { ok: false, code: 'address-taken' };
      }
      await index.setEnd(id, expiresAt);
      return { ok: true };
    },
    async findInbox(id) {
      const { living, revoked } = await look(id);
      return living?.inbox.id === id ? { ...living, revoked } : null;
    },
    async findAddress(tag) {
      const { living, tomb } = await look(tag);
      if (living !== null) return { state: 'living', ...living };
      return tomb === null ? { state: 'unknown' } : { state: 'ended', ...tomb };
    },
    changeInbox: (id, change) => changeInbox(deps, id, change),
    async deleteInbox(id) {
      const args = tombArguments(tombstoneOfDeletion(clock()));
      if (integer(await runner.run('deleteInbox', id, clock(), args)) === 0) return false;
      await index.dropEnd(id);
      return true;
    },
    revokeToken: async (id, jti) =>
      integer(await runner.run('revokeToken', id, clock(), [jti])) === 1,
  };
}

async function changeInbox(
  { runner, index, clock }: RedisDeps,
  id: InboxId,
  { expiresAt, publicKey = '' }: InboxChange,
): Promise<InboxRecord | null> {
  const end =
    expiresAt === undefined
      ? []
      : [String(expiresAt), ...tombArguments(tombstoneOfExpiry(expiresAt))];
  const record = orNull(await runner.run('changeInbox', id, clock(), [publicKey, ...end]), hash);
  if (record === null) return null;
  if (expiresAt !== undefined) await index.setEnd(id, expiresAt);
  return toInbox(record)?.inbox ?? null;
}

async function lookAt(runner: RedisRunner, id: InboxId | AddressTag, now: number) {
  const [record, revoked, tomb] = list(await runner.run('look', id, now));
  const found = toInbox(hash(record));
  return {
    living: found !== null && found.inbox.expiresAt > now ? found : null,
    revoked: new Set(list(revoked).map(text)),
    tomb: toTombstone(list(tomb), now),
  };
}

function toTombstone([retry, reserved]: readonly unknown[], now: number): Tombstone | null {
  if (retry === null || reserved === null) return null;
  const reservedUntil = Number(text(reserved));
  return reservedUntil > now ? { retryUntil: Number(text(retry)), reservedUntil } : null;
}

const ACCESSES = 'mayfly:{access}:all';
const accessSchema = z.object({ id: z.string(), label: z.string(), createdAt: z.number() });
const toAccess = (reply: Buffer): AccessRecord => accessSchema.parse(JSON.parse(reply.toString()));

type AccessMethods = Pick<
  Store,
  'saveAccess' | 'findAccess' | 'listAccess' | 'deleteAccess' | 'listInboxesOf'
>;

/** The operations of a store on accesses. */
export function redisAccesses({ connection, runner, index, clock }: RedisDeps): AccessMethods {
  return {
    async listInboxesOf(accessId) {
      const now = clock();
      const made = await index.made(accessId, now);
      const found = await Promise.all(made.map((id) => lookAt(runner, id, now)));
      return made.filter((id, at) => found[at]?.living?.inbox.id === id);
    },
    async saveAccess(access) {
      await connection.command(ACCESSES, ['HSET', ACCESSES, access.id, JSON.stringify(access)]);
    },
    async findAccess(id) {
      const reply = octetsOrNull(await connection.command(ACCESSES, ['HGET', ACCESSES, id]));
      return reply === null ? null : toAccess(reply);
    },
    async listAccess() {
      const replies = list(await connection.command(ACCESSES, ['HVALS', ACCESSES]));
      const all = replies.flatMap((reply) => octetsOrNull(reply) ?? []).map(toAccess);
      return all.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    },
    deleteAccess: async (id) =>
      integer(await connection.command(ACCESSES, ['HDEL', ACCESSES, id])) === 1,
  };
}

const pairingKey = (codeHash: string): string => `mayfly:{pair-${codeHash}}:pairing`;
const pairingSchema = z.object({ codeHash: z.string(), label: z.string(), expiresAt: z.number() });
const toPairing = (reply: Buffer): PairingRecord =>
  pairingSchema.parse(JSON.parse(reply.toString()));

/** The operations of a store on pairings. */
export function redisPairings({
  connection,
  clock,
}: Pick<RedisDeps, 'connection' | 'clock'>): Pick<Store, 'savePairing' | 'takePairing'> {
  return {
    async savePairing(pairing) {
      const key = pairingKey(pairing.codeHash);
      const end = String(pairing.expiresAt);
      await connection.command(key, ['SET', key, JSON.stringify(pairing), 'PXAT', end]);
    },
    async takePairing(codeHash) {
      const key = pairingKey(codeHash);
      const reply = octetsOrNull(await connection.command(key, ['GETDEL', key]));
      const pairing = reply === null ? null : toPairing(reply);
      // Redis ends it by its own clock, which may be behind.
      return pairing !== null && pairing.expiresAt > clock() ? pairing : null;
    },
  };
}
