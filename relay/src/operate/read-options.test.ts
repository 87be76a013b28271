import { expect, it } from 'vitest';
import { readOptions } from './read-options.ts';

const kinds = { valued: ['address', 'mx'], plain: ['json'] };

it('tells words, options with a value and options without one apart, in any order', () => {
  const words = ['--json', 'a.example', '--mx=mx.example', '--address', '1', 'b', '--address=2'];
  const read = readOptions(words, kinds);
  expect([read.words, [...read.plain], read.faults]).toEqual([['a.example', 'b'], ['json'], []]);
  expect([read.all('address'), read.last('address'), read.last('mx')]).toEqual([
    ['1', '2'],
    '2',
    'mx.example',
  ]);
});

it.each([
  [['--mx'], '--mx needs a value.'],
  [['--mx', '--json'], '--mx needs a value.'],
  [['--mx='], '--mx needs a value.'],
  [['--json=yes'], '--json=yes is no option of this command.'],
  [['--colour'], '--colour is no option of this command.'],
  [['-h'], '-h is no option of this command.'],
])('names what is wrong with %j', (words, fault) => {
  expect(readOptions(words, kinds).faults).toEqual([fault]);
});
