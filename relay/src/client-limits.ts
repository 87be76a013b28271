import type { Config } from './config.ts';
import { createClientTags, type TagClient } from './core/client-tag.ts';
import type { Keys } from './core/keys.ts';
import { createPenaltyBox } from './core/penalty-box.ts';
import type { Clock, Counter, PenaltyBox } from './core/ports.ts';
import { createSteadyCounter } from './core/steady-counter.ts';

/** What SMTP and HTTP hold clients to together. */
export interface ClientLimits {
  readonly counter: Counter;
  readonly penalties: PenaltyBox;
  readonly tagClient: TagClient;
}

export function createClientLimits(
  config: Config,
  parts: {
    readonly shared: Counter;
    readonly keys: Keys;
    readonly clock: Clock;
    readonly schedule: (milliseconds: number, run: () => void) => () => void;
  },
): ClientLimits {
  const { keys, clock } = parts;
  const counter = createSteadyCounter(parts);
  return {
    counter,
    penalties: createPenaltyBox({ counter, clock, limits: config }),
    tagClient: createClientTags(keys),
  };
}
