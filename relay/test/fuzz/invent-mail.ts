import { readdirSync, readFileSync } from 'node:fs';
import { type Dice, mutateOctets } from './dice.ts';
import { inventHead } from './invent-head.ts';
import { inventEntity } from './invent-mime.ts';

export interface MailSeeds {
  readonly mails: readonly Buffer[];
}

/** What has broken parsers of MIME and HTML. */
const oddPieces: readonly string[] = [
  ...['\0', '\r', '\n', '\r\n\r\n', '\n\n', '--', '--b0', '--b0--', '\r\n--b0\r\n', '\r\n--\r\n'],
  ...['=?', '?=', '=?utf-8?q?', '=?utf-8?b?4pyT?=', '=?x?q?=ff?=', '=', '=\r\n', '=0', '=ZZ', '%'],
  ...['<', '</', '<!--', '-->', '<![CDATA[', '<script>', '</script>', '<style>', '<a href="', '&'],
  ...[
    '&#x110000;',
    '&#0;',
    '&amp;amp;',
    '&lt;',
    '&notanentity;',
    '"',
    "'",
    ';',
    ':',
    ',',
    '\\',
    '@',
  ],
  ...['\x80', '\xff\xfe', '\xef\xbb\xbf', '\xed\xa0\x80', '\xf4\x90\x80\x80', '\x1b$B', '\x1b(J'],
  ...["*=utf-8''%41", "*0*=x''", '*1=', ' boundary=', ' charset=', '(', '((((', ')', '\t'],
  ...['Content-Type: multipart/mixed; boundary=b0\r\n', 'Content-Transfer-Encoding: base64\r\n'],
  ...['Content-Type: message/rfc822\r\n\r\n', 'Subject: ', 'From: ', 'https://a.example/verify?t='],
  ...[
    '123456',
    '\u202e',
    '1'.repeat(500),
    'a'.repeat(2000),
    '<b>'.repeat(200),
    '&amp;'.repeat(200),
  ],
];

export function readMailSeeds(folder: URL): MailSeeds {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return { mails: files.sort().map((file) => readFileSync(new URL(file, folder))) };
}

/** Two mails, the first half of one and the second of the other. */
function crossed(dice: Dice, one: Buffer, other: Buffer): Buffer {
  const head = one.subarray(0, dice.below(one.length));
  return Buffer.concat([head, other.subarray(dice.below(other.length))]);
}

function baseMail(dice: Dice, { mails }: MailSeeds): Buffer {
  const kind = dice.below(100);
  if (kind < 3) return dice.octets(dice.skewed(3000));
  if (kind < 30) return dice.pick(mails);
  if (kind < 40) return crossed(dice, dice.pick(mails), dice.pick(mails));
  return Buffer.from(`${inventHead(dice)}${inventEntity(dice, dice.below(5))}`, 'latin1');
}

/** A mail of a few kilobytes that could be one, broken in some places. */
export function inventMail(dice: Dice, seeds: MailSeeds): Buffer {
  let mail = baseMail(dice, seeds);
  const changes = dice.percent(20) ? 0 : 1 + dice.skewed(12);
  for (let change = 0; change < changes; change += 1) mail = mutateOctets(dice, mail, oddPieces);
  return mail;
}
