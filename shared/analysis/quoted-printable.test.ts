import { expect, it } from 'vitest';
import { repairQuotedPrintable } from './quoted-printable.ts';

it('decodes a part that still shows its encoding', () => {
  expect(repairQuotedPrintable('best=C3=A4tige https://a.example/?t=3Dab=\r\ncd')).toBe(
    'bestätige https://a.example/?t=abcd',
  );
});

it('leaves a part alone that only looks like it', () => {
  const text = 'https://a.example/?t=3Dab and a=b';
  expect(repairQuotedPrintable(text)).toBe(text);
});
