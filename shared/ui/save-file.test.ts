import { describe, expect, it } from 'vitest';
import { safeFileName } from './save-file.ts';

describe('safeFileName', () => {
  it.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\evil.exe', 'evil.exe'],
    ['.bashrc', 'bashrc'],
    ['in\u0000vo\nice.pdf', 'invoice.pdf'],
    // A right-to-left override makes this read "invoice exe.pdf".
    ['invoice \u202efdp.exe', 'invoice fdp.exe'],
    ['a:b|c?.txt', 'abc.txt'],
    ['', 'mail'],
    ['///', 'mail'],
    ['. . .', 'mail'],
  ])('makes of %j the name %j', (name, safe) => expect(safeFileName(name, 'mail')).toBe(safe));

  it('keeps the end of a long name, where its kind stands', () => {
    const name = safeFileName(`${'x'.repeat(100_000)}.pdf`, 'mail');
    expect(name).toHaveLength(120);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});
