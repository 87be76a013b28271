import { type ClientError, isClientError, ProblemError } from '@mayfly/shared/client/client-error';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { Trouble } from '../storage/model.ts';
import type { RelayStore } from '../storage/relay-store.ts';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';
import { retryAfter } from './schedule.ts';

export interface ContactDeps {
  readonly relay: RelayStore;
  /** Whether the browser lets the extension talk to hosts of this match pattern. */
  readonly mayReach: (pattern: string) => Promise<boolean>;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** What an access was good for: where an inbox's token is not taken, this one was withdrawn. */
export const asAccess = <T>(attempt: Attempt<T>): Attempt<T> =>
  attempt.ok || attempt.trouble !== 'token-invalid'
    ? attempt
    : { ok: false, trouble: 'access-withdrawn' };

/** Talks to relays and remembers how that went. */
export interface Contact {
  /** Runs a call to the relay. Anything but an error of the client is thrown on. */
  attempt<T>(relayUrl: string, call: () => Promise<T>): Promise<Attempt<T>>;
  /** Says that the relay works. True when there was trouble before. */
  succeeded(relayUrl: string): Promise<boolean>;
  /** Says that the relay does not do its work, and when it is asked again. */
  failed(relayUrl: string, error: ClientError | ProblemCode): Promise<Trouble>;
}

/** Refusals that say something about the relay or the way to it, not about what was asked. */
const relayTroubles = new Set<ProblemCode>([
  'host-unknown',
  'origin-refused',
  'proxy-refused',
  'overloaded',
  'shutting-down',
  'store-unavailable',
  'storage-full',
  'internal',
]);

const concernsRelay = (error: ClientError) =>
  !(error instanceof ProblemError) || relayTroubles.has(error.code);

const retrySeconds = (error: ClientError | ProblemCode) =>
  error instanceof ProblemError ? (error.retryAfterSeconds ?? 0) : 0;

export function createContact({ relay, mayReach, now, random }: ContactDeps): Contact {
  async function troubleOf(relayUrl: string, error: ClientError | ProblemCode): Promise<Trouble> {
    const code = typeof error === 'string' ? error : error.code;
    if (code !== 'unreachable') return code;
    // A browser that withholds the permission looks just like a relay that is down.
    const place = parseRelayUrl(relayUrl);
    return place !== null && !(await mayReach(place.pattern)) ? 'permission-missing' : code;
  }

  async function succeeded(relayUrl: string): Promise<boolean> {
    return relay.changeContact(relayUrl, () => ({
      trouble: null,
      nextTryAt: null,
      lastSuccessAt: now(),
      failures: 0,
    }));
  }

  async function failed(relayUrl: string, error: ClientError | ProblemCode): Promise<Trouble> {
    const trouble = await troubleOf(relayUrl, error);
    await relay.changeContact(relayUrl, (old) => ({
      trouble,
      nextTryAt: now() + Math.max(retrySeconds(error) * 1000, retryAfter(old.failures, random())),
      lastSuccessAt: old.lastSuccessAt,
      failures: old.failures + 1,
    }));
    return trouble;
  }

  return {
    succeeded,
    failed,
    attempt: async (relayUrl, call) => {
      try {
        const value = await call();
        await succeeded(relayUrl);
        return { ok: true, value };
      } catch (error) {
        if (!isClientError(error)) throw error;
        if (concernsRelay(error)) return { ok: false, trouble: await failed(relayUrl, error) };
        await succeeded(relayUrl);
        return { ok: false, trouble: error.code };
      }
    },
  };
}
