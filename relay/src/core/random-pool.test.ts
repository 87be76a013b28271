import { expect, it } from 'vitest';
import { poolRandom } from './random-pool.ts';

/** Octets that count on, so that one given out twice is seen. */
function counting() {
  let next = 0;
  const asked: number[] = [];
  const random = (n: number) => {
    asked.push(n);
    return Uint8Array.from({ length: n }, () => next++ & 0xff);
  };
  return { random, asked };
}

it('gives every octet out once, in order, and asks seldom', () => {
  const { random, asked } = counting();
  const pooled = poolRandom(random);
  const given = Array.from({ length: 64 }, () => [...pooled(16)]).flat();
  expect(given).toEqual(Array.from({ length: 1024 }, (_, i) => i & 0xff));
  expect(asked).toEqual([4096]);
});

it('leaves what was given out as it is when the pool is renewed', () => {
  const pooled = poolRandom(counting().random);
  const first = pooled(16);
  const before = [...first];
  for (let i = 0; i < 1000; i += 1) pooled(16);
  expect([...first]).toEqual(before);
});

it('asks anew for what would empty the pool', () => {
  const { random, asked } = counting();
  const pooled = poolRandom(random);
  expect(pooled(2000)).toHaveLength(2000);
  expect(asked).toEqual([2000]);
});
