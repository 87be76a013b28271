import type { Verdict } from '@mayfly/shared/contract/message';
import type { Wrap } from './wrap-part.ts';

/** The verdict on a message, as it comes and goes into the store: with the message when it is there by then, or after. */
export interface PendingVerdict {
  /** What there is to store; null while there is none, and when it is stored. */
  readonly part: Uint8Array | null;
  markStored(): void;
  /** Runs once as soon as there is something to store, now or later. */
  whenDue(run: () => void): void;
}

/** `reached` must not reject. */
export function pendingVerdict(
  reached: Promise<Verdict>,
  wrap: Wrap,
): {
  verdict: PendingVerdict;
  settled: Promise<void>;
} {
  let part: Uint8Array | null = null;
  let isStored = false;
  let onReached: () => void = () => undefined;
  const settled = reached.then((verdict) => {
    part = wrap('verdict', Buffer.from(JSON.stringify(verdict)));
    onReached();
  });
  const verdict: PendingVerdict = {
    get part() {
      return isStored ? null : part;
    },
    markStored() {
      isStored = true;
    },
    whenDue(run) {
      if (isStored) return;
      if (part === null) onReached = run;
      else run();
    },
  };
  return { verdict, settled };
}
