import type { Clock } from '../core/ports.ts';

/** The shape of node:dns/promises: rejects with an error that has Node's `code`. */
export type DnsResolver = (name: string, rrtype: string) => Promise<unknown>;

export type LookUpOutcome =
  | { readonly ok: true; readonly records: string[][] | string[] }
  | { readonly ok: false; readonly code: string };

export interface DnsCacheOptions {
  readonly resolver: DnsResolver;
  readonly clock: Clock;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  readonly limits?: Partial<DnsCacheLimits>;
}

export interface DnsCacheLimits {
  /** How long what is there, what is not, and what failed is believed, in milliseconds. */
  readonly foundMs: number;
  readonly absentMs: number;
  readonly failedMs: number;
  /** After this long a question counts as failed. */
  readonly lookUpMs: number;
  readonly entries: number;
  /** Characters of all answers kept, and of one. */
  readonly characters: number;
  readonly answerCharacters: number;
}

/** node:dns tells no time to live of most records, so ours is short. */
const usual: DnsCacheLimits = {
  foundMs: 300_000,
  absentMs: 60_000,
  failedMs: 5000,
  lookUpMs: 2500,
  entries: 10_000,
  characters: 8_000_000,
  answerCharacters: 32_768,
};

/** The name is not there (RFC 1035 NXDOMAIN), has no such record, or can be no name. */
const absent = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

interface Entry {
  readonly outcome: LookUpOutcome;
  readonly until: number;
  readonly characters: number;
}

function failureOf(error: unknown): LookUpOutcome {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  // mailauth takes a name that cannot be for a passing trouble, which a forger could then bring about.
  if (code === 'EBADNAME') return { ok: false, code: 'ENOTFOUND' };
  return { ok: false, code: typeof code === 'string' ? code : 'ESERVFAIL' };
}

/** Records pass as they are, those of MX as objects: they go back to the library that asked. */
function outcomeOf(answer: unknown, limit: number): { outcome: LookUpOutcome; characters: number } {
  const characters = JSON.stringify(answer)?.length ?? 0;
  if (!Array.isArray(answer) || characters > limit) {
    return { outcome: { ok: false, code: 'EBADRESP' }, characters: 0 };
  }
  return { outcome: { ok: true, records: answer }, characters };
}

/** Asks, and gives up after a while: a question without an end would hold all who ask the same. */
function ask(
  { resolver, schedule }: DnsCacheOptions,
  limits: DnsCacheLimits,
  [name, rrtype]: readonly [string, string],
): Promise<{ outcome: LookUpOutcome; characters: number }> {
  return new Promise((resolve) => {
    const fail = (outcome: LookUpOutcome) => resolve({ outcome, characters: 0 });
    const cancel = schedule(limits.lookUpMs, () => fail({ ok: false, code: 'ETIMEOUT' }));
    const answered = async () => outcomeOf(await resolver(name, rrtype), limits.answerCharacters);
    void answered()
      .then(resolve, (error: unknown) => fail(failureOf(error)))
      .finally(cancel);
  });
}

export interface DnsCache {
  /** Never rejects. */
  lookUp(name: string, rrtype: string): Promise<LookUpOutcome>;
}

/** Remembers answers, good and bad, for a while, and asks only once for what several wait for. */
export function createDnsCache(options: DnsCacheOptions): DnsCache {
  const limits = { ...usual, ...options.limits };
  const { clock } = options;
  /** The longest kept first. */
  const entries = new Map<string, Entry>();
  const asking = new Map<string, Promise<LookUpOutcome>>();
  let characters = 0;

  function forget(key: string) {
    characters -= entries.get(key)?.characters ?? 0;
    entries.delete(key);
  }

  function keep(key: string, entry: Entry) {
    forget(key);
    entries.set(key, entry);
    characters += entry.characters;
    for (const oldest of entries.keys()) {
      if (entries.size <= limits.entries && characters <= limits.characters) return;
      forget(oldest);
    }
  }

  function lifeOf(outcome: LookUpOutcome): number {
    if (outcome.ok) return limits.foundMs;
    return absent.has(outcome.code) ? limits.absentMs : limits.failedMs;
  }

  async function askAnew(key: string, question: readonly [string, string]): Promise<LookUpOutcome> {
    const answer = await ask(options, limits, question);
    asking.delete(key);
    const { outcome } = answer;
    const size = key.length + answer.characters;
    keep(key, { outcome, until: clock() + lifeOf(outcome), characters: size });
    return outcome;
  }

  return {
    async lookUp(name, rrtype) {
      const key = `${rrtype} ${name.toLowerCase()}`;
      const known = entries.get(key);
      if (known !== undefined && clock() < known.until) return known.outcome;
      const asked = asking.get(key) ?? askAnew(key, [name, rrtype]);
      asking.set(key, asked);
      return asked;
    },
  };
}
