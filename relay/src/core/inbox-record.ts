import type { Inbox, TokenScope } from '@mayfly/shared/contract/inbox';
import { signToken } from './access-token.ts';
import type { Keys } from './keys.ts';
import type { Clock, InboxRecord, Random } from './ports.ts';
import { randomName } from './random-name.ts';

export function describeInbox(inbox: InboxRecord): Inbox {
  return {
    id: inbox.id,
    address: inbox.address,
    createdAt: new Date(inbox.createdAt).toISOString(),
    expiresAt: new Date(inbox.expiresAt).toISOString(),
    sealed: inbox.publicKey !== null,
    publicKey: inbox.publicKey,
  };
}

/** What is told of an inbox that was opened. */
export function lifeOf({ id, publicKey, createdAt, expiresAt }: InboxRecord) {
  const ttlSeconds = Math.round((expiresAt - createdAt) / 1000);
  return { inbox: id, sealed: publicKey !== null, ttlSeconds };
}

/** Whole seconds, so that an inbox and its tokens (RFC 7519: seconds) end together. */
export function endAfter(now: number, minutes: number): number {
  return Math.floor(now / 1000) * 1000 + minutes * 60_000;
}

export interface SigningDeps {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
}

/** A fresh token that opens the inbox until `expiresAt`, or as long as it lives. */
export function issueToken(
  { keys, clock, random }: SigningDeps,
  inbox: InboxRecord,
  scope: TokenScope,
  expiresAt = inbox.expiresAt,
): { readonly token: string; readonly jti: string } {
  const jti = randomName(random, 16);
  return { jti, token: signToken(keys, { sub: inbox.id, scope, jti, expiresAt }, clock()) };
}
