import { randomBytes } from 'node:crypto';
import { createAccess } from '../src/core/access.ts';
import { createAccesses } from '../src/core/accesses.ts';
import { createClientTags } from '../src/core/client-tag.ts';
import { createInboxes } from '../src/core/inboxes.ts';
import { deriveKeys } from '../src/core/keys.ts';
import { operatorNames } from '../src/core/operator-mailbox.ts';
import { LocalCounter } from '../src/core/local-counter.ts';
import { createMessages } from '../src/core/messages.ts';
import { createPairing } from '../src/core/pairing.ts';
import { createPenaltyBox, type PenaltyLimits } from '../src/core/penalty-box.ts';
import type { Clock, Counter, MessageParser, Publisher, Store } from '../src/core/ports.ts';
import { createReadiness } from '../src/core/readiness.ts';
import { createSessions } from '../src/core/sessions.ts';
import { createWaiters } from '../src/core/waiters.ts';
import type { HttpDeps, HttpSettings } from '../src/http/deps.ts';
import { createUnread } from '../src/http/unread.ts';

export interface Settings {
  readonly settings?: Partial<Omit<HttpSettings, 'limits'>>;
  readonly limits?: Partial<HttpSettings['limits'] & PenaltyLimits>;
  /** Shared with other relays. */
  readonly counter?: Counter;
  readonly shortage?: HttpDeps['shortage'];
  readonly webInbox?: HttpDeps['webInbox'];
  readonly mailPolicy?: HttpDeps['mailPolicy'];
  /** Octets of answers that may lie unread. */
  readonly unreadBytes?: number;
}

export interface World {
  readonly store: Store;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly every: HttpDeps['every'];
}

/** Timers that run when a test says so. */
export function createTimers() {
  const jobs = new Set<() => void>();
  return {
    every(_milliseconds: number, run: () => void) {
      jobs.add(run);
      return () => jobs.delete(run);
    },
    run() {
      for (const job of [...jobs]) job();
    },
    get size() {
      return jobs.size;
    },
  };
}

/** Generous, so that a test meets a limit only where it asks for it. */
function settingsOf({ settings, limits }: Settings) {
  return {
    version: '1.2.3',
    oldestExtension: '0.1.0',
    access: 'open' as const,
    domains: ['mayfly.test', 'xn--bcher-kva.example'] as const,
    publicUrl: null,
    ...settings,
    limits: {
      ttlMinutes: 60,
      maxLifeMinutes: 1440,
      messageBytes: 25_000_000,
      inboxMessages: 100,
      inboxBytes: 50_000_000,
      waitersPerInbox: 5,
      requestsPerMinute: 10_000,
      inboxesPerHour: 10_000,
      tokenRequestsPerMinute: 10_000,
      refusedRequestsPerTenMinutes: 10_000,
      wrongTokensPerMinute: 10_000,
      smtpBadSessionsPerTenMinutes: 10_000,
      smtpUnknownPerTenMinutes: 10_000,
      penaltySeconds: 600,
      ...limits,
    },
  };
}

/** Events that are kept in a list. */
function createNotes() {
  const noted: { readonly event: string; readonly fields: object }[] = [];
  const note = (event: string) => (fields: object) => void noted.push({ event, fields });
  const events = {
    inboxCreated: note('inboxCreated'),
    inboxReopened: note('inboxReopened'),
    inboxRekeyed: note('inboxRekeyed'),
    inboxEnded: note('inboxEnded'),
    waitersChanged: note('waitersChanged'),
    requestRefused: note('requestRefused'),
    fault: note('fault'),
  };
  return { noted, events };
}

/** The core's services as the composition root joins them. */
export function createServices({ store, publisher, clock, every }: World, wanted: Settings) {
  const settings = settingsOf(wanted);
  const { noted, events } = createNotes();
  const keys = deriveKeys([{ kid: 'k1', secret: 'a secret of at least 32 characters' }]);
  // Nothing is taken out; the tests of mail do that.
  const parser: Pick<MessageParser, 'examine'> = { examine: async (raw) => ({ ok: true, raw }) };
  const times = { clock, steady: clock, every };
  const shared = { store, publisher, keys, random: randomBytes, events, ...times };
  const { access: mode, domains, limits } = settings;
  const { counter = new LocalCounter(clock) } = wanted;
  const access = createAccess({ ...shared, mode });
  const deps: HttpDeps = {
    ...shared,
    settings,
    counter,
    penalties: createPenaltyBox({ counter, clock, limits }),
    tagClient: createClientTags(keys),
    unread: createUnread(wanted.unreadBytes),
    webInbox: wanted.webInbox ?? null,
    mailPolicy: wanted.mailPolicy ?? (() => null),
    shortage: wanted.shortage ?? (() => null),
    sessions: createSessions(shared),
    access,
    accesses: createAccesses(shared),
    pairing: createPairing({ store, access }),
    inboxes: createInboxes({
      ...shared,
      domains,
      addressStyle: 'uuid',
      operatorNames: operatorNames('ops'),
      limits,
    }),
    messages: createMessages({ ...shared, parser }),
    waiters: createWaiters({ ...shared, limits }),
    readiness: createReadiness({
      probes: [{ name: 'store', code: 'store-unavailable', ask: () => store.check() }],
      withinMs: 1000,
      schedule: () => () => undefined,
    }),
  };
  return { deps, keys, noted };
}
