import { describe, expect, it } from 'vitest';
import { analyzeMessage } from './analyze-message.ts';
import { hostileShapes } from './test/hostile-shapes.ts';
import { visibleText } from './visible-text.ts';

function stepsFor(make: (size: number) => string, size: number): number {
  const meter = { steps: 0 };
  const input = make(size);
  analyzeMessage({ subject: 'verify your code', from: '', text: input, html: input }, meter);
  return meter.steps;
}

describe('analyzeMessage', () => {
  it.each(Object.entries(hostileShapes))('works in proportion to its input: %s', (_, make) => {
    const small = stepsFor(make, 20_000);
    const large = stepsFor(make, 80_000);
    // A constant is bounded work for candidates, whatever the size.
    expect(large).toBeLessThanOrEqual(4.4 * small + 2_000_000);
    expect(large).toBeLessThan(300 * 80_000);
  });

  it.each(Object.entries(hostileShapes))('does no more work beyond its limits: %s', (_, make) => {
    const full = stepsFor(make, 1_000_000);
    expect(stepsFor(make, 2_000_000)).toBeLessThanOrEqual(1.05 * full + 1_000);
  });

  it('finds nothing in nothing', () => {
    expect(analyzeMessage({ subject: '', from: '', text: null, html: null })).toEqual({
      links: [],
      codes: [],
    });
  });

  it('only picks what stands in the mail', () => {
    const random = seeded(20260303);
    for (let round = 0; round < 1_500; round += 1) {
      const [subject, text, html] = [mixture(random, 6), mixture(random, 40), mixture(random, 60)];
      const { links, codes } = analyzeMessage({ subject, from: '', text, html });
      const raw = `${subject}\n${text}\n${html}\n${visibleText(html)}`;
      const shown = `${raw}\n${raw.replaceAll('&amp;', '&')}`.replace(/[\s\u200b]/g, '');
      for (const { url } of links) expect(shown).toContain(url.replace(/\s/g, ''));
      for (const { value } of codes) expect(shown).toContain(value.replace(/\s/g, ''));
    }
  });
});

const PIECES = [
  'verify',
  'your email',
  'code',
  'is',
  ':',
  '482913',
  '48 29 13',
  'AB-1234',
  'reset password',
  '\n',
  '. ',
  ' ',
  'https://a.example/verify/8d0a7c11f2b9',
  'http://',
  '<https://b.example/x\n>',
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<',
  '<a href="https://c.example/confirm?t=8d0a7c&amp;x=1">',
  '</a>',
  'unsubscribe',
  '@a.example #',
  '> ',
  '\u200b',
  '確認コード',
  '<div style="display:none">',
  '</div>',
  '1 2 3 4 5 6',
  '=3D',
  '&nbsp;',
  'Order',
  '#',
  '2024-05-17',
  '<script>',
  '</script>',
  '🎉',
];

function mixture(random: () => number, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 1) {
    text += `${PIECES[Math.floor(random() * PIECES.length)] ?? ''}${random() < 0.5 ? ' ' : ''}`;
  }
  return text;
}

/** mulberry32: the same mails every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
