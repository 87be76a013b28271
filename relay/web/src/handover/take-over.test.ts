import { describe, expect, it } from 'vitest';
import { inboxOfToken } from './take-over.ts';

const id = 'aaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb';
const tokenWith = (claims: unknown) =>
  `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;

describe('inboxOfToken', () => {
  it('reads which inbox a token opens', () => {
    expect(inboxOfToken(tokenWith({ sub: id, jti: 'x' }))).toBe(id);
  });

  it.each(['', 'a', 'a.b.c', 'a.§.c', tokenWith(null), tokenWith({ sub: 'else' }), tokenWith([])])(
    'finds none in %s',
    (token) => expect(inboxOfToken(token)).toBeNull(),
  );
});
