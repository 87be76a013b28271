import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createByteBudget, receive } from './receive.ts';

const limit = 10_000_000;

async function collected(pieces: Iterable<Buffer>) {
  const mail = await receive(
    Readable.from(pieces, { objectMode: false }),
    limit,
    createByteBudget(limit),
  );
  if (!mail.ok) throw new Error(mail.code ?? 'gone');
  return Buffer.from(mail.raw);
}

/** Octets that live outside of what was allocated for them are not counted. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}

describe('a mail in pieces', () => {
  it.each([
    ['of one octet', 2000, 1],
    ['as many as are put together at once', 256, 10],
    ['one less', 255, 10],
    ['one more', 257, 10],
    ['of a megabyte', 5, 1_000_000],
  ])('%s comes out whole', async (_, count, size) => {
    const pieces = Array.from({ length: count }, (_, n) => Buffer.alloc(size, n));
    expect((await collected(pieces)).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('keeps the order of small and big ones', async () => {
    const pieces = Array.from({ length: 3000 }, (_, n) => Buffer.alloc(n % 7 === 0 ? 5000 : 3, n));
    expect((await collected(pieces)).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('of four octets takes little more than its size while it comes', async () => {
    const count = 400_000;
    const before = heapBytes();
    let during = 0;
    const pieces = function* () {
      for (let n = 0; n < count; n += 1) yield Buffer.from('dots');
      during = heapBytes();
    };
    await collected(pieces());
    expect(during - before).toBeLessThan(count * 20);
  });
});
