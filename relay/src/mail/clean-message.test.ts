import { createAttachmentPolicy } from '@mayfly/shared/mail/attachment-policy';
import { defaultBlockedKinds } from '@mayfly/shared/mail/blocked-kinds';
import { describe, expect, it, test } from 'vitest';
import { octetsOf, recognisable, zipOf } from '../../test/attachment-samples.ts';
import { base64, commonHead, mail, multipart, part } from '../../test/mails.ts';

const program = recognisable['exe'] ?? octetsOf('');
const wrapped = (octets: Uint8Array) => base64(octets).replace(/.{76}/g, '$&\r\n');
const plain = part({ type: 'text/plain', body: 'Hello' });

function file(name: string, body: Uint8Array = program, type = 'application/octet-stream'): string {
  const disposition = `attachment; filename="${name}"`;
  return part({ type, encoding: 'base64', disposition, body: wrapped(body) });
}

function clean(raw: Buffer) {
  const policy = createAttachmentPolicy(defaultBlockedKinds());
  const cleaned = policy.clean(raw);
  const handedOut = cleaned.isUnsafe ? policy.withhold(raw, cleaned.removed) : cleaned.octets;
  return { ...cleaned, text: Buffer.from(handedOut).toString('latin1') };
}

const below = (...lines: string[]) => clean(mail(...commonHead, ...lines));

describe('what is cut out', () => {
  it('is the part alone; all else stays octet for octet', () => {
    const picture = file('a.jpg', octetsOf('\xff\xd8\xff'), 'image/jpeg');
    const raw = mail(...commonHead, multipart('mixed', 'b', plain, file('evil.exe'), picture));
    const { text, removed, isUnsafe } = clean(raw);
    const whole = raw.toString('latin1');
    const at = whole.indexOf(file('evil.exe'));
    expect(text.startsWith(whole.slice(0, at))).toBe(true);
    expect(text.endsWith(whole.slice(at + file('evil.exe').length))).toBe(true);
    expect(text).toContain('X-Mayfly-Removed: executable-name\r\n\r\nThe file "evil.exe"');
    expect(isUnsafe).toBe(false);
    expect(removed).toEqual([
      {
        name: 'evil.exe',
        type: 'application/octet-stream',
        size: program.length,
        reason: 'executable-name',
        detail: '.exe',
      },
    ]);
  });

  it('is nothing of a harmless mail', () => {
    const raw = mail(...commonHead, multipart('mixed', 'b', plain, file('a.bin', octetsOf('x'))));
    const { octets, removed } = clean(raw);
    expect(Buffer.from(octets).equals(raw)).toBe(true);
    expect(removed).toEqual([]);
  });

  it('may be the whole mail, whose header stays', () => {
    const { text } = below(file('evil.exe'));
    expect(text).toContain('Subject: Your account\r\n');
    expect(text.match(/^content-/gim)).toHaveLength(3);
    expect(text).not.toContain('TVqQ');
  });

  it('may be a file in the mail of an attachment', () => {
    const inner = [...commonHead, multipart('mixed', 'i', plain, file('evil.exe'))].join('\r\n');
    const attached = part({ type: 'message/rfc822', disposition: 'attachment', body: inner });
    const { text, removed } = below(multipart('mixed', 'b', plain, attached));
    expect(removed).toMatchObject([{ name: 'evil.exe' }]);
    expect(text).not.toContain('TVqQ');
    const packed = file('mail.eml', octetsOf(inner));
    expect(below(multipart('mixed', 'b', plain, packed)).removed).toMatchObject([
      { name: 'mail.eml', reason: 'inside-message', detail: 'evil.exe' },
    ]);
  });

  it('may be a uuencoded file in a text', () => {
    const lines = 'begin 644 evil.exe\r\n#0V%T\r\n`\r\nend\r\n';
    const { text, removed } = below(part({ type: 'text/plain', body: `Before\r\n${lines}After` }));
    expect(removed).toMatchObject([{ name: 'evil.exe', reason: 'executable-name' }]);
    expect(text).toMatch(/Before\r\n\[evil\.exe: taken out [^\r]*\r\nAfter$/);
    const encoded = part({ type: 'text/plain', encoding: 'base64', body: base64(lines) });
    expect(below(encoded).removed).toHaveLength(1);
  });

  it('is not a text that only speaks of programs', () => {
    const body = 'begin 644 of the files named setup.exe\r\nMZ is how they begin.\r\n--b and on';
    expect(below(part({ type: 'text/plain', body }))).toMatchObject({ removed: [] });
  });
});

/** A part that names its file in a way that only some programs read. */
const names: Readonly<Record<string, string>> = {
  'RFC 2231 in pieces': "attachment; filename*0*=utf-8''ev; filename*1=il.e; filename*2=xe",
  'RFC 2231 in the wrong order': 'attachment; filename*1=".exe"; filename*0="evil"',
  'RFC 2047': 'attachment; filename="=?utf-8?B?ZXZpbC5leGU=?="',
  'RFC 2047 in two words': 'attachment; filename="=?utf-8?Q?evil?=\r\n =?utf-8?Q?=2Eexe?="',
  'no quotes': 'attachment; filename=my evil.exe',
  'no semicolon': 'attachment; filename="a.txt" ; filename="evil.exe"',
  'a comment': 'attachment; filename=evil.(hidden)exe',
  'a backslash': 'attachment; filename="evil\\.exe"',
  folding: 'attachment;\r\n\tfilename="evil\r\n .exe"',
  capitals: 'ATTACHMENT; FILENAME=EVIL.EXE',
};
test.each(Object.entries(names))('a name is read in %s', (_form, disposition) => {
  const hidden = part({ type: 'application/octet-stream', disposition, body: 'x' });
  expect(below(multipart('mixed', 'b', plain, hidden)).removed).toHaveLength(1);
});

const renamed = wrapped(program);
const odd: Readonly<Record<string, string>> = {
  'before the first boundary': multipart('mixed', 'b', plain).replace(
    '--b\r\n',
    `${file('evil.exe')}\r\n--b\r\n`,
  ),
  'behind the last boundary': `${multipart('mixed', 'b', plain)}\r\n${file('a.jpg')}`,
  'behind a boundary that nobody opened': part({
    type: 'text/plain',
    body: `Hi\r\n--other\r\n${file('a.jpg')}`,
  }),
  'in a second content type': `Content-Type: text/plain\r\n${multipart('mixed', 'b', plain, file('a.jpg'))}`,
  'in a boundary given twice': multipart('mixed', 'b', plain, file('a.jpg')).replace(
    'boundary="b"',
    'boundary="c"; boundary="b"',
  ),
  'under two encodings': multipart(
    'mixed',
    'b',
    plain,
    part({
      type: 'image/jpeg',
      encoding: '7bit',
      extra: ['Content-Transfer-Encoding: base64'],
      body: renamed,
    }),
  ),
  'under an encoding that is none': multipart(
    'mixed',
    'b',
    plain,
    part({ type: 'image/jpeg', encoding: 'x-base-64', body: renamed }),
  ),
  'in quoted-printable': multipart(
    'mixed',
    'b',
    plain,
    part({ type: 'image/jpeg', encoding: 'quoted-printable', body: '=4D=5A=90=00=03=00=00=00' }),
  ),
  'behind a line of blanks': `Content-Type: text/plain\r\nX: y\r\n  \r\n${file('evil.exe')}`,
  'behind bare line ends': part({
    type: 'text/plain',
    body: `Hi\r--c\r${file('evil.exe').replaceAll('\r\n', '\r')}`,
  }),
  'in base64 with letters of no meaning': multipart(
    'mixed',
    'b',
    plain,
    file('a.jpg').replace('TVqQ', 'T*V!q Q'),
  ),
  'in a multipart that is encoded': part({
    type: 'multipart/mixed; boundary=i',
    encoding: 'base64',
    body: base64(`--i\r\n${file('evil.exe')}\r\n--i--\r\n`),
  }),
  'in a multipart without boundary': `Content-Type: multipart/mixed\r\n\r\n--b\r\n${file('a.jpg')}`,
  'in pieces of a mail': part({ type: 'message/partial; id=a; number=1; total=2', body: 'x' }),
  'as yEnc': part({
    type: 'text/plain',
    body: '=ybegin line=128 size=3 name=evil.exe\r\nabc\r\n=yend size=3',
  }),
  'as BinHex': part({
    type: 'text/plain',
    body: '(This file must be converted with BinHex 4.0)\r\n:abc:',
  }),
  'below a thousand mails': `${'Content-Type: message/rfc822\r\n\r\n'.repeat(1000)}${file('evil.exe')}`,
  'in the last of many parts': multipart(
    'mixed',
    'b',
    ...Array.from({ length: 20_000 }, () => plain),
    file('a.jpg'),
  ),
};
test.each(Object.entries(odd))('a program %s is not handed out', (_place, content) => {
  const { text, removed, isUnsafe } = below(content);
  expect(removed.length > 0 || isUnsafe).toBe(true);
  expect(text.replace(/[^A-Za-z0-9+/=]/g, '')).not.toContain(renamed.slice(4, 40));
  expect(text).not.toMatch(/name="?evil\.exe/);
  expect(text).not.toContain('=4D=5A');
});

describe('the work', () => {
  it('is bounded, and what is beyond it is not handed out', () => {
    const bombs = Array.from({ length: 3 }, (_, i) =>
      file(`${i}.zip`, zipOf({ name: 'zeros.tar', body: Buffer.alloc(50_000_000) })),
    );
    expect(below(multipart('mixed', 'b', plain, ...bombs)).removed).toMatchObject([
      { reason: 'unreadable-archive' },
      { reason: 'unreadable-archive' },
    ]);
    const parts = multipart('mixed', 'b', ...Array.from({ length: 200 }, () => file('evil.exe')));
    const many = below(parts);
    expect([many.isUnsafe, many.removed.length]).toEqual([true, 100]);
    expect(many.text.length).toBeLessThan(30_000);
  });

  it.each<[string, string]>([
    [
      'boundaries',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(300_000)}`,
    ],
    ['header fields', `${'Content-Type: a/b;name=c\r\n'.repeat(100_000)}\r\n`],
    ['headers in a text', `\r\n${'Content-Type: a/b\r\n\r\n'.repeat(100_000)}`],
    ['hyphens', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'-'.repeat(3_000_000)}`],
    [
      'lines of hyphens',
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--\r\n'.repeat(700_000)}`,
    ],
    ['line ends of one kind', `\r\n${'a\r'.repeat(1_500_000)}`],
    ['base64', `\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(40_000)}`],
    ['beginnings of files', `\r\n${'begin 644 a\r\n#0V%T\r\n'.repeat(100_000)}`],
    ['a name', `Content-Type: a/b; name="${'a:.'.repeat(5000)}"\r\n\r\n`],
    ['parameters', `Content-Type: a/b; ${'name*0=a;'.repeat(1500)}\r\n\r\n`],
    ['quotes and comments', `Content-Type: a/b; ${'("\\'.repeat(5000)}\r\n\r\n`],
    ['signatures of archives', `Content-Type: a/b\r\n\r\n${'PK\x03\x04'.repeat(500_000)}`],
    [
      'levels',
      Array.from(
        { length: 5000 },
        (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
      ).join(''),
    ],
  ])('ends on mail that is nothing but %s', { timeout: 20_000 }, (_what, content) => {
    expect(below(content).text).toContain('Subject: Your account');
  });
});
