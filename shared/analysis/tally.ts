/** Points for and against, each with its reason in words. */
export class Tally {
  points = 0;
  readonly reasons: string[] = [];

  add(points: number, reason: string): void {
    if (points === 0) return;
    this.points += points;
    this.reasons.push(
      `${reason} (${points > 0 ? '+' : '−'}${Math.abs(Math.round(points * 10) / 10)})`,
    );
  }
}

/** From points above the threshold to 0 … 1: just enough is an even chance. */
export function squash(points: number): number {
  return Math.round((1 / (1 + Math.exp(-points / 2))) * 1000) / 1000;
}
