import { expect, test } from 'vitest';
import { percentile } from './figures.ts';

test('takes percentiles by nearest rank, in whatever order the values come', () => {
  const values = [5, 1, 4, 2, 3];
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 0)]).toEqual([
    3, 5, 1,
  ]);
});
