import { expect, it } from 'vitest';
import { pairingCodeOf } from './pairing-link.ts';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';

it.each([
  [' https://mail.example.org/mayfly/#pair=abc-DEF_234 \n', 'https://mail.example.org/mayfly'],
  ['127.0.0.1:3000/#pair=abc-DEF_234', 'http://127.0.0.1:3000'],
])('takes %j apart', (link, url) => {
  expect(pairingCodeOf(link)).toBe('abc-DEF_234');
  expect(parseRelayUrl(link)?.url).toBe(url);
});

it.each([
  '',
  'mail.example.org',
  'https://mail.example.org/#x',
  'https://mail.example.org/?pair=x',
])('finds no pairing in %j', (text) => {
  expect(pairingCodeOf(text)).toBeNull();
});

it.each(['', 'a b', 'x/y', 'a'.repeat(129), 'ü'])('leaves the code %j to be refused', (code) => {
  expect(pairingCodeOf(`https://mail.example.org/#pair=${code}`)).toBe('');
});
