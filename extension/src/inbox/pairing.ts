import type { WaitingPairing } from '../storage/items.ts';
import type { Answer, ConnectDeps } from './connect-relay.ts';
import { pairRelay } from './pair-relay.ts';

/** As long as a code is good for something. */
const waitMs = 10 * 60_000;

export interface PairingDeps extends ConnectDeps {
  readonly now: () => number;
}

/** What came of a pairing that had waited for the host. */
export interface Resumed {
  readonly pairing: WaitingPairing;
  readonly answer: Answer;
}

/**
 * Pairs with relays. The browser's question for the host may close the popup in which the person said yes: then the
 * worker goes on once the host is allowed.
 */
export interface Pairing {
  pair(url: string, code: string): Promise<Answer>;
  /** Null: the person said no. */
  waitForHost(pairing: Omit<WaitingPairing, 'until'> | null): Promise<void>;
  /** A host was allowed. Null: nothing had waited for it. */
  resume(): Promise<Resumed | null>;
}

export function createPairing(deps: PairingDeps): Pairing {
  const { storage, now } = deps;
  let resumed: Promise<Resumed | null> = Promise.resolve(null);

  async function goOn(): Promise<Resumed | null> {
    const pairing = await storage.pairing.take();
    if (pairing === null || pairing.until <= now()) return null;
    return { pairing, answer: await pairRelay(deps, pairing.url, pairing.code) };
  }

  return {
    async pair(url, code) {
      // A code works once: what the worker has begun by itself is what the popup waits for.
      await storage.pairing.take();
      const done = await resumed;
      resumed = Promise.resolve(null);
      return done?.pairing.code === code ? done.answer : await pairRelay(deps, url, code);
    },
    waitForHost: (pairing) =>
      storage.pairing.wait(pairing === null ? null : { ...pairing, until: now() + waitMs }),
    resume() {
      resumed = goOn();
      return resumed;
    },
  };
}
