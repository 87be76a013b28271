import { deflateRawSync } from 'node:zlib';
import { base64, commonHead, mail, multipart, part } from '../mails.ts';

const times = (n: number, make: (index: number) => string): string =>
  Array.from({ length: n }, (_, index) => make(index)).join('');
const html = (body: string): string => part({ type: 'text/html; charset=utf-8', body });
const text = (body: string, type = 'text/plain', encoding = '8bit'): string =>
  part({ type, encoding, body });
const field = (line: string): string => `${line}\r\n${text('Readable')}`;
const plain = text('Readable');

const nested = (levels: number): string =>
  times(levels, (n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`);

/** So much of a count as is wanted. */
type Scale = (count: number) => number;

/** Mails made to cost much, below the usual header fields. Big ones of what `hostile-mail.test.ts` has in small. */
export const bombs: Readonly<Record<string, (n: Scale) => string>> = {
  'one header field of 10 MB': (n) => field(`X-Long: ${'a'.repeat(n(10_000_000))}`),
  '10 MB of header fields': (n) => field(times(n(100_000), (i) => `X-${i}: ${'a'.repeat(90)}\r\n`)),
  'a subject of 100,000 encoded words': (n) =>
    field(`Subject: ${times(n(100_000), () => '=?utf-8?q?a?= ')}`),
  'encoded words of 5000 character sets': (n) =>
    field(`Subject: ${times(n(5000), (i) => `=?x-${i}?b?4pyT?= `)}`),
  'encoded words that never end': (n) => field(`Subject: ${'=?utf-8?q?'.repeat(n(100_000))}`),
  '50,000 addresses': (n) =>
    field(`To: ${times(n(50_000), (i) => `p${i}@x.example,\r\n `)}q@x.example`),
  'groups in groups of addresses': (n) => field(`To: ${'a:'.repeat(n(50_000))}`),
  'comments in comments in an address': (n) => field(`From: ${'('.repeat(n(500_000))}`),
  '20,000 pieces of a file name': (n) =>
    `Content-Type: application/pdf${times(n(20_000), (i) => `;\r\n name*${i}*=%41`)}\r\n\r\nx`,
  '20,000 parameters': (n) =>
    `Content-Type: text/plain${times(n(20_000), (i) => `; p${i}=v`)}\r\n\r\nx`,
  'a boundary of a megabyte': (n) =>
    multipart('mixed', 'b'.repeat(n(1_000_000)), ...Array.from({ length: 3 }, () => plain)),
  'a million lines like a boundary': (n) =>
    multipart(
      'mixed',
      'bb',
      times(n(1_000_000), () => '--b\r\n'),
    ),
  '2000 open parts and half a million boundaries': (n) =>
    `${nested(n(2000))}${times(n(500_000), (i) => `--b${i % n(2000)}x\r\n`)}`,
  '100,000 parts with attachments': (n) =>
    multipart(
      'mixed',
      'b',
      ...Array.from({ length: n(100_000) }, () => 'Content-Type: a/b\r\n\r\nx'),
    ),
  '10,000 mails in mails': (n) => 'Content-Type: message/rfc822\r\n\r\n'.repeat(n(10_000)),
  'soft line breaks without end': (n) =>
    text('=\r\n'.repeat(n(3_000_000)), 'text/plain', 'quoted-printable'),
  'quoted-printable of half octets': (n) =>
    text('=f'.repeat(n(3_000_000)), 'text/plain', 'quoted-printable'),
  'base64 of no base64': (n) => text('!@#$%^&*()'.repeat(n(1_000_000)), 'text/plain', 'base64'),
  'base64 of single characters': (n) =>
    text('QQ==\r\n'.repeat(n(1_000_000)), 'text/html', 'base64'),
  'escapes of iso-2022-jp': (n) =>
    text('\x1b$B\x1b(B'.repeat(n(1_000_000)), 'text/plain; charset=iso-2022-jp'),
  'utf-7 without end': (n) => text('+AGE-'.repeat(n(1_000_000)), 'text/plain; charset=utf-7'),
  'utf-16 of one octet': (n) => text('\xd8'.repeat(n(5_000_001)), 'text/plain; charset=utf-16'),
  'gb18030 of four octets': (n) =>
    text('\x81\x30\x81\x30'.repeat(n(1_000_000)), 'text/plain; charset=gb18030'),
  '100,000 nested elements': (n) =>
    html(`${'<div>'.repeat(n(100_000))}x${'</div>'.repeat(n(100_000))}`),
  '100,000 nested tables': (n) => html('<table><tr><td>'.repeat(n(100_000))),
  'HTML of 20 MB in one line': (n) => html('<p>Your code is 482913</p>'.repeat(n(800_000))),
  'a tag of 300,000 attributes': (n) =>
    html(`<a ${times(n(300_000), (i) => `a${i}="v" `)}href=x>y</a>`),
  '100,000 styles in tags': (n) =>
    html('<p style="color:red;display:none;font:x">y</p>'.repeat(n(100_000))),
  'a style of 500,000 declarations': (n) =>
    html(`<p style="${'color:red;'.repeat(n(500_000))}">y</p>`),
  'a style sheet of 200,000 rules': (n) =>
    html(`<style>${times(n(200_000), (i) => `.a${i}{display:none}`)}</style><p>y</p>`),
  'a million links': (n) => html('<a href="https://x.example/v">v</a>'.repeat(n(600_000))),
  'a million bare links': (n) => text('https://x.example/verify?t=1 '.repeat(n(800_000))),
  'comments that never close': (n) => html('<!--'.repeat(n(3_000_000))),
  'entities without end': (n) => html('&amp;'.repeat(n(3_000_000))),
  'entities that are none': (n) => html(`&${'a'.repeat(n(3_000_000))}`),
  'quotes that never close': (n) => html('<a href="'.repeat(n(1_000_000))),
  'scripts that never close': (n) => html('<script>'.repeat(n(1_000_000))),
  'structured data in structured data': (n) =>
    html(`<script type="application/ld+json">${'{"a":'.repeat(n(500_000))}</script>`),
  '100,000 pieces of structured data': (n) =>
    html(
      '<script type="application/ld+json">{"@type":"ViewAction","url":"https://x.example/v"}</script>'.repeat(
        n(100_000),
      ),
    ),
  'codes without end': (n) => text('Your verification code is 482913. '.repeat(n(500_000))),
  'digits in groups': (n) => text('12 34 '.repeat(n(2_000_000))),
  'angle brackets around links': (n) => text('<https://x.example/\r\n'.repeat(n(500_000))),
  'quote marks without end': (n) => text('> '.repeat(n(5_000_000))),
  'combining marks without end': (n) =>
    text(`code a${'\xcc\x81'.repeat(n(3_000_000))}`, 'text/plain; charset=utf-8'),
  'spaces without end': (n) => text(' '.repeat(n(10_000_000))),
  'a million empty lines': (n) => text('\r\n'.repeat(n(5_000_000))),
  'an archive of a hundred megabytes in 100 KB': (n) =>
    part({
      type: 'application/zip; name=a.zip',
      encoding: 'base64',
      body: base64(
        zipOf(
          Array.from({ length: 100 }, (_, i) => `f${i}`),
          Buffer.alloc(n(1_000_000)),
        ),
      ),
    }),
  'an archive of 60,000 names': (n) =>
    part({
      type: 'application/zip; name=a.zip',
      encoding: 'base64',
      body: base64(
        zipOf(
          Array.from({ length: n(60_000) }, (_, i) => `f${i}.txt`),
          Buffer.of(0x78),
        ),
      ),
    }),
};

/** An archive with the same content under each name. */
function zipOf(names: readonly string[], content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const files: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    listed.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, Buffer.from(name)]));
    files.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}

/** `scale` is what part of its full size it has. */
export function bombOf(name: string, scale: number): Buffer {
  const body = bombs[name]?.((count) => Math.ceil(count * scale));
  if (body === undefined) throw new Error(`There is no bomb ${name}`);
  return mail(...commonHead, body);
}
