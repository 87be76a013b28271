/** A question to the DNS, in the shape of node:dns/promises. Rejects with an error that has Node's `code`. */
export type LookUp = (name: string, rrtype: string) => Promise<string[][] | string[]>;

export class LookUpError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`The DNS answered ${code}`);
    this.code = code;
  }
}

export interface LookUpBounds {
  /** Questions at most. */
  readonly most: number;
  /** Milliseconds from now after which there is no answer. */
  readonly within: number;
}

export interface BoundedLookUp {
  readonly lookUp: LookUp;
  /** Forgets the time limit: nothing more is asked. */
  end(): void;
}

/** Asks no more than so many questions and waits no longer than so long; then each is a time-out. */
export function boundLookUp(
  lookUp: LookUp,
  { most, within }: LookUpBounds,
  now: () => number,
): BoundedLookUp {
  const endsAt = now() + within;
  const over = Promise.withResolvers<never>();
  over.promise.catch(() => undefined);
  let timer: NodeJS.Timeout | null = null;
  let asked = 0;
  return {
    lookUp(name, rrtype) {
      asked += 1;
      const left = endsAt - now();
      if (asked > most || left <= 0) return Promise.reject(new LookUpError('ETIMEOUT'));
      timer ??= setTimeout(() => over.reject(new LookUpError('ETIMEOUT')), left);
      return Promise.race([lookUp(name, rrtype), over.promise]);
    },
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
