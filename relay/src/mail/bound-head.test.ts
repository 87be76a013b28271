import { describe, expect, it } from 'vitest';
import { boundHead } from './bound-head.ts';
import { messageLimits } from '@mayfly/shared/mail/message-limits';

const limits = { ...messageLimits, headBytes: 100, fieldBytes: 50 };
const bound = (text: string) => {
  const { raw, cut } = boundHead(Buffer.from(text), limits);
  return { text: raw.toString(), cut };
};
const filler = (n: number) =>
  Array.from({ length: n }, (_, i) => `X-${i}: 1234567890\r\n`).join('');

describe('a header section', () => {
  it.each([
    'Subject: x\r\n\r\nbody',
    'Subject: x\n\nbody',
    '\r\nbody',
    'Subject: x\r\n\tfolded\r\n\r\nbody',
  ])('that is short is left alone: %j', (text) =>
    expect(bound(text)).toEqual({ text, cut: false }),
  );

  it('that is long keeps what fits, and what is needed to read the body', () => {
    const { text, cut } = bound(`${filler(20)}Content-Type: text/html\r\nX-Last: y\r\n\r\nbody`);
    expect(cut).toBe(true);
    expect(text.length).toBeLessThan(200);
    expect(text).toMatch(/^X-0: .*Content-Type: text\/html\r\n(X-Last: y\r\n)?\r\nbody$/s);
    expect(text).not.toContain('X-19');
  });

  it('keeps a needed field once, and not for ever', () => {
    const { text } = bound(`${filler(9)}${'Subject: again\r\n'.repeat(50)}\r\nbody`);
    expect(text.match(/Subject/g)).toHaveLength(1);
  });

  it('has an endless field cut', () => {
    const { text, cut } = bound(`X: ${'a'.repeat(500)}\r\nTo: b\r\n\r\nbody`);
    expect(cut).toBe(true);
    expect(text).toBe(`X: ${'a'.repeat(47)}\r\nTo: b\r\n\r\nbody`);
  });

  it('that never ends is ended where a line is no field', () => {
    expect(bound('Subject: x\r\nnot a field\r\nY: z')).toEqual({
      text: 'Subject: x\r\n\r\nnot a field\r\nY: z',
      cut: false,
    });
  });
});
