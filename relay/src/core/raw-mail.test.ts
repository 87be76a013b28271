import { describe, expect, it } from 'vitest';
import { toWireForm } from './raw-mail.ts';

const wire = (text: string) => {
  const raw = toWireForm(Buffer.from(text, 'latin1'));
  return raw === null ? null : Buffer.from(raw).toString('latin1');
};

describe('toWireForm', () => {
  it.each([
    ['a mail as it stands', 'Subject: x\r\n\r\na\nb\r\n', 'Subject: x\r\n\r\na\nb\r\n'],
    ['line ends of one machine', 'Subject: x\n\na\r\nb\n\xff', 'Subject: x\r\n\r\na\r\nb\r\n\xff'],
    ['a mailbox line', 'From a@b Thu Jan 1\nA: x\n\n', 'A: x\r\n\r\n'],
    ['a name with a blank behind it', 'X-Old : 1\r\n', 'X-Old : 1\r\n'],
    ['a head alone', 'Subject: x', 'Subject: x'],
  ])('takes %s', (_what, text, expected) => {
    expect(wire(text)).toBe(expected);
  });

  it.each([
    '',
    '\r\n',
    ' Subject: x',
    '{"a":1}',
    'From a@b\n\n',
    'no field\r\n',
    ': x',
    '\u00e4: x',
  ])('takes no %j, which has no header field', (text) => {
    expect(wire(text)).toBeNull();
  });
});
