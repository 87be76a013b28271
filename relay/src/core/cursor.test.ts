import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { cursorSchema } from '@mayfly/shared/contract/message';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const tag = 'a'.repeat(16);
const mine = inboxIdSchema.parse(`${tag}-${'b'.repeat(16)}`);
const other = inboxIdSchema.parse(`${tag}-${'c'.repeat(16)}`);

describe('cursors', () => {
  test.each([
    { seq: 0, since: 0 },
    { seq: 7, since: 7 },
    { seq: 40, since: 12 },
    { seq: 36 ** 9 - 1, since: 0 },
  ])('keep their place: $seq since $since', (place) => {
    const cursor = encodeCursor(mine, place);
    expect(cursorSchema.safeParse(cursor).success).toBe(true);
    expect(decodeCursor(mine, cursor)).toEqual(place);
  });

  test('grow with the count, also as text', () => {
    const texts = [1, 9, 10, 35, 36, 1000, 46_655, 46_656].map((seq) =>
      encodeCursor(mine, { seq, since: seq }),
    );
    expect([...texts].sort()).toEqual(texts);
  });

  test('are of no use for another inbox, not even one at the same address', () => {
    expect(decodeCursor(other, encodeCursor(mine, { seq: 1, since: 1 }))).toBeNull();
  });

  test.each(['', '1', 'abc', `1${'b'.repeat(8)}zzz`, `1${'b'.repeat(8)}00000000100000000z`])(
    'are not %j',
    (text) => {
      expect(decodeCursor(mine, text)).toBeNull();
    },
  );
});
