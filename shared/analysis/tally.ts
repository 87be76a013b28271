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
