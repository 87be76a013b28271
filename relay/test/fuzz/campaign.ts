/** How much of a campaign runs, and from which seed. */
export interface Campaign {
  readonly seed: number;
  /** The numbers of its cases. */
  readonly cases: readonly number[];
  /** How to run one case alone. */
  replay(index: number): string;
}

/**
 * `MAYFLY_FUZZ=SEED` runs with that seed, `MAYFLY_FUZZ=SEED:CASE` that case alone, `MAYFLY_FUZZ=SEED:FIRST-LAST` some.
 * Without it a long campaign takes the time, and the slice is always the same, so that it fails for a change and not by chance.
 */
export function readCampaign(
  env: Readonly<Record<string, string | undefined>>,
  counts: { readonly short: number; readonly long: number },
): Campaign {
  const isLong = env['MAYFLY_TEST_LONG'] === '1';
  const [seedText = '', range = ''] = (env['MAYFLY_FUZZ'] ?? '').split(':');
  const seed = seedText === '' ? (isLong ? Date.now() % 1_000_000_000 : 1) : Number(seedText);
  const [first = '0', last = first] = range.split('-');
  const from = Number(first);
  const length = range === '' ? (isLong ? counts.long : counts.short) : Number(last) - from + 1;
  const cases = Array.from({ length }, (_, index) => from + index);
  return { seed, cases, replay: (index) => `MAYFLY_FUZZ=${seed}:${index}` };
}
