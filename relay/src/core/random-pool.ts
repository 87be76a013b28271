import type { Random } from './ports.ts';

const poolBytes = 4096;

/** The same randomness, fetched for many at a time: asking for a few octets costs as much as asking for thousands. */
export function poolRandom(random: Random): Random {
  let pool: Uint8Array = new Uint8Array(0);
  return (n) => {
    if (n > poolBytes / 8) return random(n);
    // Never used again once given out; a new pool is a new buffer.
    if (pool.length < n) pool = random(poolBytes);
    const given = pool.subarray(0, n);
    pool = pool.subarray(n);
    return given;
  };
}
