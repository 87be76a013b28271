import type { CreatedInbox, CreateInbox, EmailAddress } from '@mayfly/shared/contract/inbox';
import { addressTag, inboxIdFor, lookUpAddress } from './address-tag.ts';
import {
  type AddressStyle,
  generateLocalPart,
  isReservedName,
  normalizeDomain,
  parseAddress,
} from './address.ts';
import type { Outcome } from './errors.ts';
import { describeInbox, endAfter, issueToken, lifeOf, type SigningDeps } from './inbox-record.ts';
import type { Events, InboxRecord, Store } from './ports.ts';
import { checkKey } from './wrap-part.ts';
import { chosenSuffix, makeRestoreKey, randomSeed } from './restore-key.ts';

export interface CreateInboxDeps extends SigningDeps {
  readonly store: Pick<Store, 'createInbox' | 'findAddress'>;
  readonly events: Pick<Events, 'inboxCreated'>;
  /** In A-label form; the first is the default. */
  readonly domains: readonly [string, ...string[]];
  readonly addressStyle: AddressStyle;
  /** Local parts at which mail goes to the operator. */
  readonly operatorNames: ReadonlySet<string>;
  readonly limits: { readonly ttlMinutes: number; readonly maxLifeMinutes: number };
}

/** What was asked for, in the form in which this relay keeps it. */
interface Wish {
  readonly input: CreateInbox;
  readonly domain: string;
  readonly localPart: string | null;
  readonly accessId: string | null;
}

/** A life longer than the relay allows is cut to what it allows. */
type Opening = Pick<CreateInbox, 'ttlMinutes' | 'publicKey'>;

type Created = Outcome<{ created: CreatedInbox }>;

/** Random names collide almost never; a chosen one gets another ending each time. */
const attempts = 8;

function newAddress(deps: CreateInboxDeps, wish: Wish, seed: Uint8Array): EmailAddress | null {
  const { localPart, domain } = wish;
  const name =
    localPart === null
      ? generateLocalPart(deps.addressStyle, deps.random)
      : `${localPart}.${chosenSuffix(deps.keys.signing, seed, { localPart, domain })}`;
  return parseAddress(`${name}@${domain}`)?.address ?? null;
}

/** Nobody may have such a name, be it asked for, drawn, or come about by an ending (`postma.ster`). */
export function isKeptBack(
  { operatorNames }: Pick<CreateInboxDeps, 'operatorNames'>,
  localPart: string,
): boolean {
  return operatorNames.has(localPart) || isReservedName(localPart);
}

/** The store refuses what is taken under the present secret; what was given out under an earlier one is looked up. */
async function isTaken(deps: CreateInboxDeps, address: EmailAddress): Promise<boolean> {
  if (deps.keys.all.length === 1) return false;
  const found = await lookUpAddress(deps.store, deps.keys, address);
  return (
    found.state === 'living' || (found.state === 'ended' && found.reservedUntil > deps.clock())
  );
}

/** An inbox that begins now, at this address. */
export function newRecord(
  deps: SigningDeps & Pick<CreateInboxDeps, 'limits'>,
  wish: { readonly input: Opening; readonly accessId: string | null },
  address: EmailAddress,
): InboxRecord {
  const { limits } = deps;
  const now = deps.clock();
  const maxExpiresAt = endAfter(now, limits.maxLifeMinutes);
  return {
    id: inboxIdFor(addressTag(deps.keys, address), deps.random),
    address,
    createdAt: now,
    expiresAt: Math.min(endAfter(now, wish.input.ttlMinutes ?? limits.ttlMinutes), maxExpiresAt),
    maxExpiresAt,
    publicKey: wish.input.publicKey ?? null,
    accessId: wish.accessId,
  };
}

async function tryCreate(deps: CreateInboxDeps, wish: Wish): Promise<Created> {
  const seed = randomSeed(deps.random);
  const address = newAddress(deps, wish, seed);
  if (address === null) return { ok: false, code: 'invalid-request' };
  const isOurs = isKeptBack(deps, address.slice(0, address.lastIndexOf('@')));
  if (isOurs || (await isTaken(deps, address))) return { ok: false, code: 'address-taken' };
  const inbox = newRecord(deps, wish, address);
  const stored = await deps.store.createInbox(inbox);
  if (!stored.ok) return stored;
  deps.events.inboxCreated(lifeOf(inbox));
  const { token } = issueToken(deps, inbox, 'manage');
  const restoreKey = makeRestoreKey(deps.keys.signing, seed, address);
  return { ok: true, created: { ...describeInbox(inbox), token, restoreKey } };
}

/** Opens an inbox at a fresh address. */
export async function createInbox(
  deps: CreateInboxDeps,
  input: CreateInbox,
  accessId: string | null,
): Promise<Created> {
  const domain = input.domain === undefined ? deps.domains[0] : normalizeDomain(input.domain);
  if (domain === null || !deps.domains.includes(domain)) {
    return { ok: false, code: 'domain-unknown' };
  }
  checkKey(input.publicKey);
  const localPart = input.localPart?.toLowerCase() ?? null;
  if (localPart !== null && isKeptBack(deps, localPart)) {
    return { ok: false, code: 'address-reserved' };
  }
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryCreate(deps, { input, domain, localPart, accessId });
    const again = !outcome.ok && outcome.code === 'address-taken' && attempt < attempts;
    if (!again) return outcome;
  }
}
