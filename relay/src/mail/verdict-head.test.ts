import { describe, expect, it } from 'vitest';
import { dropSignatures, isShredded, piecesOf, readSignedHead } from './verdict-head.ts';

const octets = (text: string) => Buffer.from(text, 'latin1');

describe('the header section', () => {
  it.each([
    ['From: a\r\n\r\nbody', 11 - 2, false],
    ['From: a\n\nbody', 8, false],
    ['\r\nDKIM-Signature: in the body', 0, false],
    ['From: a', 7, false],
    ['', 0, false],
    ['From: a\r\ndkim-signature: x\r\n\r\nbody', 28, true],
    ['ARC-Seal: i=1\r\nFrom: a\r\n\r\n', 24, true],
    ['From: a\r\n\r\nDKIM-Signature: x', 9, false],
  ])('of %j', (mail, end, isSigned) => {
    expect(readSignedHead(octets(mail))).toEqual({ ok: true, end, isSigned });
  });

  it('is given up when no honest mail has such a one', () => {
    expect(readSignedHead(octets(`X: ${'x'.repeat(140_000)}`))).toEqual({ ok: false });
    expect(readSignedHead(octets(`X: y\r\n${' z\r\n'.repeat(5000)}`))).toEqual({ ok: false });
    expect(readSignedHead(octets(`X: ${'x'.repeat(100_000)}\r\n\r\n`))).toMatchObject({ ok: true });
  });
});

describe('too many signatures', () => {
  it('leaves the first six, and every octet in its place', () => {
    const mail = octets(`${'DKIM-Signature: a\r\n'.repeat(9)}From: a\r\n\r\nDKIM-Signature: b`);
    const before = mail.toString('latin1');
    dropSignatures(mail, before.indexOf('\r\n\r\n'));
    const after = mail.toString('latin1');
    expect(after.match(/^DKIM-Signature/gm)).toHaveLength(7);
    expect(after.replaceAll('XKIM', 'DKIM')).toBe(before);
    expect(after.indexOf('XKIM')).toBe(6 * 19);
  });

  it('leaves two of a big mail', () => {
    const mail = Buffer.alloc(1_000_001, 'x');
    mail.write('DKIM-Signature: a\r\n'.repeat(9));
    dropSignatures(mail, 9 * 19);
    expect(mail.toString('latin1').indexOf('XKIM')).toBe(2 * 19);
  });
});

describe('a mail of too many lines', () => {
  it('is one of more than an honest mail of its size has', () => {
    expect(isShredded(Buffer.alloc(4_000_000, '\r\n'))).toBe(true);
    expect(isShredded(Buffer.alloc(4_000_000, 'xx \t\r\n'))).toBe(true);
    expect(isShredded(Buffer.alloc(4_000_000, `${'x'.repeat(20)}\r\n`))).toBe(false);
    expect(isShredded(Buffer.alloc(4_000_000, 'x'))).toBe(false);
    expect(isShredded(Buffer.alloc(90_000, '\r\n'))).toBe(false);
  });
});

describe('the pieces', () => {
  it('have the line ends of a mail, wherever they are cut', () => {
    const big = 'x'.repeat(999_999);
    for (const mail of [
      'a\nb\r\nc\n\n',
      `${big}\r\nb\nc`,
      `${big}\nb`,
      `${big}x\nb`,
      '\n',
      'a\r\nb',
    ]) {
      const whole = Buffer.concat([...piecesOf(octets(mail))]).toString('latin1');
      expect(whole === mail.replace(/\r?\n/g, '\r\n')).toBe(true);
    }
  });

  it('are not copied when there is nothing to mend', () => {
    const mail = octets('a\r\nb\rc\r\n');
    expect([...piecesOf(mail)].map((piece) => piece.buffer)).toEqual([mail.buffer]);
  });
});
