import { describe, expect, it } from 'vitest';
import { readText } from './read-text.ts';

const first = (text: string) => readText(text).anchors[0];

describe('readText', () => {
  it.each([
    ['Confirm ( https://a.example/x )', 'Confirm'],
    ['[Confirm](https://a.example/x)', 'Confirm'],
    ['Confirm <https://a.example/x>', 'Confirm'],
    ['Confirm [https://a.example/x]', 'Confirm'],
    ['Go to https://a.example/x', ''],
  ])('finds the url and its label in %s', (text, label) => {
    expect(first(text)).toMatchObject({ url: 'https://a.example/x', label });
  });

  it('joins a url that is broken inside angle brackets', () => {
    expect(first('see <https://a.example/verify/\nabcdef>')?.url).toBe(
      'https://a.example/verify/abcdef',
    );
  });

  it('takes quote marks off and remembers what is quoted', () => {
    const page = readText('> your code\n>> 4711\nmine');
    expect(page.text).toBe('your code\n4711\nmine');
    expect(page.quotes.map(({ weight }) => weight)).toEqual([1, 2]);
  });

  it('marks what stands between stars', () => {
    const page = readText('Your code is *4711*.');
    const [mark] = page.marks;
    expect(page.text.slice(mark?.start, mark?.end)).toBe('4711');
  });
});
