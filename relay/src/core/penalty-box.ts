import type { Breach, Clock, Counter, PenaltyBox, Standing } from './ports.ts';

export interface PenaltyLimits {
  readonly refusedRequestsPerTenMinutes: number;
  readonly wrongTokensPerMinute: number;
  readonly smtpBadSessionsPerTenMinutes: number;
  readonly smtpUnknownPerTenMinutes: number;
  /** At most ten minutes. */
  readonly penaltySeconds: number;
}

export interface PenaltyBoxDeps {
  readonly counter: Counter;
  readonly clock: Clock;
  readonly limits: PenaltyLimits;
}

interface Rule {
  readonly limit: number;
  readonly windowMs: number;
  readonly holdMs: number;
  readonly box: 'shut' | 'slow';
}

const minute = 60_000;
/** What another relay found out is known here after so long. */
const freshMs = 5000;
/** So many networks are remembered here; the shared counter knows them all. */
const capacity = 20_000;

function rulesFor(limits: PenaltyLimits): Record<Breach, Rule> {
  const long = { windowMs: 10 * minute, holdMs: limits.penaltySeconds * 1000 };
  return {
    'refused-request': { ...long, limit: limits.refusedRequestsPerTenMinutes, box: 'shut' },
    'bad-session': { ...long, limit: limits.smtpBadSessionsPerTenMinutes, box: 'shut' },
    'wrong-token': {
      limit: limits.wrongTokensPerMinute,
      windowMs: minute,
      holdMs: minute,
      box: 'shut',
    },
    'unknown-recipient': { ...long, limit: limits.smtpUnknownPerTenMinutes, box: 'slow' },
  };
}

interface Known {
  shut: number;
  slow: number;
  /** When the others are asked again. */
  askAt: number;
  asking: Promise<void> | null;
}

class CountingPenaltyBox implements PenaltyBox {
  readonly #counter: Counter;
  readonly #clock: Clock;
  readonly #rules: Record<Breach, Rule>;
  readonly #known = new Map<string, Known>();

  constructor({ counter, clock, limits }: PenaltyBoxDeps) {
    this.#counter = counter;
    this.#clock = clock;
    this.#rules = rulesFor(limits);
  }

  note(client: string, breach: Breach): void {
    const { box } = this.#rules[breach];
    // Who is in the box already stays no longer for going on: the end of a penalty is certain.
    if ((this.#known.get(client)?.[box] ?? 0) > this.#clock()) return;
    void this.#count(client, breach);
  }

  peek(client: string): Standing {
    const known = this.#known.get(client);
    const now = this.#clock();
    const left = (until = 0) => (until > now ? until : null);
    return { shutUntil: left(known?.shut), slowUntil: left(known?.slow) };
  }

  async look(client: string): Promise<Standing> {
    const known = this.#remember(client);
    if (known.askAt <= this.#clock()) {
      known.asking ??= this.#ask(client, known).finally(() => (known.asking = null));
      await known.asking;
    }
    return this.peek(client);
  }

  async #count(client: string, breach: Breach): Promise<void> {
    const { limit, windowMs, holdMs, box } = this.#rules[breach];
    const { hits } = await this.#counter.add(`${breach}:${client}`, windowMs);
    if (hits < limit) return;
    const { until } = await this.#counter.add(`${box}:${client}`, holdMs);
    const known = this.#remember(client);
    known[box] = Math.max(known[box], until);
  }

  async #ask(client: string, known: Known): Promise<void> {
    const [shut, slow] = await Promise.all([
      this.#counter.read(`shut:${client}`),
      this.#counter.read(`slow:${client}`),
    ]);
    known.shut = Math.max(known.shut, shut?.until ?? 0);
    known.slow = Math.max(known.slow, slow?.until ?? 0);
    known.askAt = this.#clock() + freshMs;
  }

  #remember(client: string): Known {
    const known = this.#known.get(client) ?? { shut: 0, slow: 0, askAt: 0, asking: null };
    // Put at the end again: who was looked at longest ago is forgotten first.
    this.#known.delete(client);
    this.#known.set(client, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= capacity) break;
      this.#known.delete(oldest);
    }
    return known;
  }
}

/** @param deps `counter` must not reject. */
export function createPenaltyBox(deps: PenaltyBoxDeps): PenaltyBox {
  return new CountingPenaltyBox(deps);
}
