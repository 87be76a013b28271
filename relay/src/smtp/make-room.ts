/** How far a session has come; the further, the longer it may take and the later it is sent away. */
export type Step = 'silent' | 'greeted' | 'named-recipient' | 'receiving' | 'answering';

/** A session, as it is judged when another wants its place. */
export interface Seat {
  readonly step: Step;
  /** When it last got somewhere: it came, a recipient was accepted, a mail was taken. Milliseconds. */
  readonly movedAt: number;
  /** Octets that came in since then. */
  readonly freshBytes: number;
}

interface Patience {
  readonly rank: number;
  readonly milliseconds: number;
}

/** Honest clients are through with each step in a fraction of this, over the slowest line. */
const patience = {
  silent: { rank: 0, milliseconds: 2000 },
  greeted: { rank: 1, milliseconds: 10_000 },
  'named-recipient': { rank: 2, milliseconds: 30_000 },
  receiving: { rank: 3, milliseconds: 30_000 },
  /** It waits for us, and its mail may be stored already. */
  answering: { rank: Infinity, milliseconds: Infinity },
} as const satisfies Record<Step, Patience>;

/** A mail that comes faster than this is no hold-up. */
const leastBytesPerSecond = 1000;

function isMoving({ step, freshBytes }: Seat, waitedMs: number): boolean {
  return step === 'receiving' && freshBytes * 1000 >= leastBytesPerSecond * waitedMs;
}

/**
 * Whom to send away when all places are taken and somebody new is at the door: the one who has come least far, and of
 * those the one who has taken longest. Commands that lead nowhere, and single octets, do not count as moving. Null: all
 * are at work, and it is the new one who has to come again.
 */
export function leastMissed<T extends Seat>(seats: Iterable<T>, now: number): T | null {
  let chosen: T | null = null;
  for (const seat of seats) {
    const { rank, milliseconds } = patience[seat.step];
    const waitedMs = now - seat.movedAt;
    if (waitedMs < milliseconds || isMoving(seat, waitedMs)) continue;
    const chosenRank = chosen === null ? Infinity : patience[chosen.step].rank;
    const isOlder = rank === chosenRank && seat.movedAt < (chosen?.movedAt ?? Infinity);
    if (rank < chosenRank || isOlder) chosen = seat;
  }
  return chosen;
}
