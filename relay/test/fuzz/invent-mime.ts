import type { Dice } from './dice.ts';
import { charsets, inventHead } from './invent-head.ts';
import { inventHtml, inventText } from './invent-html.ts';
import { inventZip } from './invent-zip.ts';

const encodings: readonly string[] = [
  ...['7bit', '8bit', 'binary', 'base64', 'quoted-printable', 'BASE64', 'x-uuencode', 'x-unknown'],
  ...['', 'base64; x=y', '"base64"', 'quoted-printable base64', '__proto__'],
];
const boundaries: readonly string[] = [
  ...['b0', 'b0b0', 'b', '=_Part_1.2', 'a b', "'()+_,-./:=?", '', ' ', '--', '-', '"', 'b0--', 'ü'],
  'x'.repeat(70),
  'x'.repeat(5000),
];
const multiparts: readonly string[] = [
  ...[
    'mixed',
    'alternative',
    'related',
    'digest',
    'signed',
    'report',
    'form-data',
    'parallel',
    'x',
  ],
];
const fileNames: readonly string[] = [
  ...[
    'a.pdf',
    'invoice.pdf.exe',
    'a.zip',
    '',
    '..',
    '../../etc/passwd',
    'C:\\x.bat',
    'CON',
    '\0.exe',
  ],
  ...['a\u202efdp.exe', '=?utf-8?q?a=2Eexe?=', '.htaccess', 'x'.repeat(400), 'ü.ics', 'a/b/c', '"'],
];
const leafTypes: readonly string[] = [
  ...[
    'application/pdf',
    'application/zip',
    'application/octet-stream',
    'image/png',
    'text/calendar',
  ],
  ...['text/x-amp-html', 'text/css', 'message/delivery-status', 'message/partial', 'text', '/', ''],
  ...['message/external-body', 'application/ms-tnef', 'application/x-msdownload', 'audio/x', '*/*'],
];

function parameter(dice: Dice, name: string, value: string): string {
  const escaped = encodeURIComponent(value.toWellFormed());
  switch (dice.below(7)) {
    case 0:
      return `; ${name}=${value}`;
    case 1:
      return `; ${name}*=utf-8''${escaped}`;
    case 2: {
      // RFC 2231 section 3, in any order and with holes.
      const count = 1 + dice.skewed(20);
      const pieces = Array.from({ length: count }, (_, index) => {
        const at = dice.percent(80) ? index : dice.skewed(1e9);
        const star = dice.percent(50) ? '*' : '';
        return `;\r\n ${name}*${at}${star}=${dice.percent(50) ? escaped : `"${value}"`}`;
      });
      return pieces.join('');
    }
    case 3:
      return `; ${name}*=${dice.pick(charsets)}'${dice.pick(['', 'de', "'"])}'%${escaped}%zz`;
    default:
      return `; ${name}="${value}"`;
  }
}

function encoded(dice: Dice, body: string, encoding: string): string {
  if (encoding.toLowerCase() === 'base64') {
    const text = Buffer.from(body, 'latin1').toString('base64');
    const wrapped = dice.percent(70) ? text.replace(/.{76}/g, '$&\r\n') : text;
    return dice.percent(85) ? wrapped : `${wrapped.slice(0, dice.below(wrapped.length + 1))}!?=`;
  }
  if (encoding !== 'quoted-printable') return body;
  return body.replace(/[=\x80-\xff]/g, (character) =>
    dice.percent(95)
      ? `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
      : dice.pick(['=', '=\r\n', '=x', '==']),
  );
}

function leaf(dice: Dice, type: string, body: string): string {
  const encoding = dice.pick(encodings);
  const charset = dice.percent(70) ? parameter(dice, 'charset', dice.pick(charsets)) : '';
  const name = dice.percent(30) ? parameter(dice, 'name', dice.pick(fileNames)) : '';
  const kind = dice.pick(['attachment', 'inline', 'form-data', '', 'x']);
  const disposition = dice.percent(40)
    ? `Content-Disposition: ${kind}${parameter(dice, 'filename', dice.pick(fileNames))}\r\n`
    : '';
  const id = dice.percent(15) ? 'Content-ID: <logo@x>\r\n' : '';
  const head = `Content-Type: ${type}${charset}${name}\r\n${disposition}${id}`;
  const lines = `${head}Content-Transfer-Encoding: ${encoding}\r\n\r\n`;
  return Buffer.from(lines).toString('latin1') + encoded(dice, body, encoding);
}

function calendar(dice: Dice): string {
  const url = `https://x.example/rsvp?t=${dice.below(1e9)}`;
  return `BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nURL:${url}\r\nEND:VEVENT\r\n`;
}

function anyLeaf(dice: Dice): string {
  switch (dice.below(7)) {
    case 0:
    case 1:
      return leaf(dice, 'text/plain', inventText(dice));
    case 2:
    case 3:
      return leaf(dice, 'text/html', inventHtml(dice));
    case 4:
      return leaf(dice, 'text/calendar', calendar(dice));
    case 5:
      return leaf(dice, 'application/zip', inventZip(dice).toString('latin1'));
    default:
      return leaf(dice, dice.pick(leafTypes), dice.octets(dice.skewed(500)).toString('latin1'));
  }
}

/** The fields and the body of a part that may have others in it. */
export function inventEntity(dice: Dice, depth: number): string {
  if (depth === 0 || dice.percent(30)) return anyLeaf(dice);
  if (dice.percent(20)) {
    return `Content-Type: message/rfc822\r\n\r\n${inventHead(dice)}${inventEntity(dice, depth - 1)}`;
  }
  const boundary = Buffer.from(dice.pick(boundaries)).toString('latin1');
  const subtype = dice.pick(multiparts);
  const count = dice.skewed(6);
  const parts = Array.from(
    { length: count },
    () => `--${boundary}\r\n${inventEntity(dice, depth - 1)}\r\n`,
  );
  const type = `Content-Type: multipart/${subtype}${parameter(dice, 'boundary', boundary)}`;
  const close = dice.percent(85) ? `--${boundary}--\r\n` : '';
  return `${type}\r\n\r\n${parts.join('')}${close}`;
}
