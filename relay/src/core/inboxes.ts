import type {
  CreatedInbox,
  CreatedToken,
  CreateInbox,
  EmailAddress,
  ExtendedInbox,
  Inbox,
  InboxId,
  TokenScope,
} from '@mayfly/shared/contract/inbox';
import { signToken } from './access-token.ts';
import { createAnnounce } from './announce.ts';
import { addressTag, inboxIdFor, lookUpAddress } from './address-tag.ts';
import {
  type AddressStyle,
  generateLocalPart,
  isReservedName,
  normalizeDomain,
  parseAddress,
} from './address.ts';
import type { Outcome } from './errors.ts';
import type { Keys } from './keys.ts';
import type { Clock, Events, InboxRecord, Publisher, Random, Store } from './ports.ts';
import { randomName } from './random-name.ts';
import { chosenSuffix, makeRestoreKey, randomSeed } from './restore-key.ts';

export interface InboxesDeps {
  readonly store: Pick<
    Store,
    'createInbox' | 'findAddress' | 'extendInbox' | 'deleteInbox' | 'revokeToken'
  >;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Pick<Events, 'inboxCreated' | 'inboxEnded' | 'fault'>;
  /** In A-label form; the first is the default. */
  readonly domains: readonly [string, ...string[]];
  readonly addressStyle: AddressStyle;
  readonly limits: { readonly ttlMinutes: number; readonly maxLifeMinutes: number };
}

export interface Inboxes {
  create(input: CreateInbox, accessId: string | null): Promise<Outcome<{ created: CreatedInbox }>>;
  describe(inbox: InboxRecord): Inbox;
  /** Its end is now + `ttlMinutes`, at most the end of its life. The fresh token has the scope `manage`. */
  extend(inbox: InboxRecord, ttlMinutes: number): Promise<Outcome<{ extended: ExtendedInbox }>>;
  remove(id: InboxId): Promise<Outcome>;
  /** A token that ends with the inbox, or before. */
  createToken(inbox: InboxRecord, scope: TokenScope, ttlMinutes?: number): CreatedToken;
  /** What was opened with the token ends at once. */
  revokeToken(id: InboxId, jti: string): Promise<Outcome>;
}

/** Random names collide almost never; a chosen one gets another ending each time. */
const attempts = 8;
const notFound = { ok: false, code: 'not-found' } as const;

/** Whole seconds, so that an inbox and its tokens (RFC 7519: seconds) end together. */
function endAfter(now: number, minutes: number): number {
  return Math.floor(now / 1000) * 1000 + minutes * 60_000;
}

export function createInboxes(deps: InboxesDeps): Inboxes {
  const { store, keys, clock, random, events, limits } = deps;
  const announce = createAnnounce(deps.publisher, events);

  function signed(inbox: InboxRecord, scope: TokenScope, expiresAt = inbox.expiresAt) {
    const claims = { sub: inbox.id, scope, jti: randomName(random, 16), expiresAt };
    return { jti: claims.jti, token: signToken(keys, claims, clock()) };
  }

  function describe({ id, address, createdAt, expiresAt, publicKey }: InboxRecord): Inbox {
    return {
      id,
      address,
      createdAt: new Date(createdAt).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      sealed: publicKey !== null,
    };
  }

  function newAddress(
    seed: Uint8Array,
    localPart: string | null,
    domain: string,
  ): EmailAddress | null {
    const name =
      localPart === null
        ? generateLocalPart(deps.addressStyle, random)
        : `${localPart}.${chosenSuffix(keys.signing, seed, { localPart, domain })}`;
    return parseAddress(`${name}@${domain}`)?.address ?? null;
  }

  /** The store refuses what is taken under the present secret; what was given out under an earlier one is looked up. */
  async function isTaken(address: EmailAddress): Promise<boolean> {
    if (keys.all.length === 1) return false;
    const found = await lookUpAddress(store, keys, address);
    return found.state === 'living' || (found.state === 'ended' && found.reservedUntil > clock());
  }

  async function tryCreate(
    input: CreateInbox,
    place: { localPart: string | null; domain: string; accessId: string | null },
  ): Promise<Outcome<{ created: CreatedInbox }>> {
    const seed = randomSeed(random);
    const address = newAddress(seed, place.localPart, place.domain);
    if (address === null) return { ok: false, code: 'invalid-request' };
    if (await isTaken(address)) return { ok: false, code: 'address-taken' };
    const now = clock();
    const maxExpiresAt = endAfter(now, limits.maxLifeMinutes);
    const inbox: InboxRecord = {
      id: inboxIdFor(addressTag(keys, address), random),
      address,
      createdAt: now,
      expiresAt: Math.min(endAfter(now, input.ttlMinutes ?? limits.ttlMinutes), maxExpiresAt),
      maxExpiresAt,
      publicKey: input.publicKey ?? null,
      accessId: place.accessId,
    };
    const stored = await store.createInbox(inbox);
    if (!stored.ok) return stored;
    const restoreKey = makeRestoreKey(keys.signing, seed, address);
    const { token } = signed(inbox, 'manage');
    const ttlSeconds = Math.round((inbox.expiresAt - now) / 1000);
    events.inboxCreated({ inbox: inbox.id, sealed: inbox.publicKey !== null, ttlSeconds });
    return { ok: true, created: { ...describe(inbox), token, restoreKey } };
  }

  return {
    describe,
    async create(input, accessId) {
      const domain = input.domain === undefined ? deps.domains[0] : normalizeDomain(input.domain);
      if (domain === null || !deps.domains.includes(domain))
        return { ok: false, code: 'domain-unknown' };
      const localPart = input.localPart?.toLowerCase() ?? null;
      if (localPart !== null && isReservedName(localPart))
        return { ok: false, code: 'address-reserved' };
      for (let attempt = 1; ; attempt += 1) {
        const outcome = await tryCreate(input, { localPart, domain, accessId });
        const again = !outcome.ok && outcome.code === 'address-taken' && attempt < attempts;
        if (!again) return outcome;
      }
    },
    async extend({ id, maxExpiresAt }, ttlMinutes) {
      const end = Math.min(endAfter(clock(), ttlMinutes), maxExpiresAt);
      const inbox = await store.extendInbox(id, end);
      if (inbox === null) return notFound;
      await announce(id, { kind: 'extended', expiresAt: inbox.expiresAt });
      return { ok: true, extended: { ...describe(inbox), token: signed(inbox, 'manage').token } };
    },
    async remove(id) {
      if (!(await store.deleteInbox(id))) return notFound;
      events.inboxEnded({ inbox: id, reason: 'deleted' });
      await announce(id, { kind: 'ended' });
      return { ok: true };
    },
    createToken(inbox, scope, ttlMinutes) {
      const wanted = ttlMinutes === undefined ? inbox.expiresAt : endAfter(clock(), ttlMinutes);
      const expiresAt = Math.min(wanted, inbox.expiresAt);
      const { token, jti } = signed(inbox, scope, expiresAt);
      return { token, jti, scope, expiresAt: new Date(expiresAt).toISOString() };
    },
    async revokeToken(id, jti) {
      if (!(await store.revokeToken(id, jti))) return notFound;
      await announce(id, { kind: 'revoked', jti });
      return { ok: true };
    },
  };
}
