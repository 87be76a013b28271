import { expect, it } from 'vitest';
import { isOlder } from './is-older.ts';

it.each([
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.1', true],
  ['0.9.0', '0.10.0', true],
  ['1.0', '0.9.9', false],
  ['1.0', '1.0.0', false],
  ['1.0', '1.0.0.1', true],
])('%s before %s: %s', (version, than, older) => expect(isOlder(version, than)).toBe(older));
