import { describe, expect, it } from 'vitest';
import { attachmentName } from './attachment-name.ts';

describe('the name of an attachment', () => {
  it.each([
    ['terms.pdf', 'terms.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['a\r\nb\0.txt', 'ab.txt'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['  spaced.txt ', 'spaced.txt'],
    ['...', 'document.pdf'],
    ['', 'document.pdf'],
    ['a/', 'document.pdf'],
  ])('%j is shown as %j', (given, shown) => {
    expect(attachmentName(given, 'application/pdf', 200)).toBe(shown);
  });

  it('comes from the type when there is none', () => {
    expect(attachmentName(null, 'text/calendar', 200)).toBe('invite.ics');
    expect(attachmentName(null, 'application/x-odd', 200)).toBe('attachment');
    expect(attachmentName(null, '__proto__', 200)).toBe('attachment');
  });

  it('is cut in front of its ending', () => {
    expect(attachmentName(`${'a'.repeat(300)}.tar.gz`, 'x/y', 20)).toBe(`${'a'.repeat(17)}.gz`);
  });
});
