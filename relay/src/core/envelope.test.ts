import { expect, test } from 'vitest';
import { readEnvelope, wrapPlain, wrapSealed } from './envelope.ts';

test('gives back the octets of a plain part, also of an empty one', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array([1, 0, 255])]) {
    expect(readEnvelope(wrapPlain(bytes))).toEqual({ v: 0, bytes });
  }
});

test('gives back key and ciphertext of a sealed part', () => {
  const enc = new Uint8Array(32).fill(7);
  const ct = new Uint8Array([9, 8, 7]);
  expect(readEnvelope(wrapSealed(enc, ct))).toEqual({ v: 1, enc, ct });
});

test('refuses a key of another length, an unknown version and a cut part', () => {
  expect(() => wrapSealed(new Uint8Array(31), new Uint8Array(1))).toThrow(RangeError);
  for (const bytes of [[], [2, 0], [1, 0, 0]]) {
    expect(() => readEnvelope(new Uint8Array(bytes))).toThrow(RangeError);
  }
});
