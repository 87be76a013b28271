import type { Dice } from './dice.ts';

export const charsets: readonly string[] = [
  ...['utf-8', 'UTF8', 'us-ascii', 'iso-8859-1', 'iso-8859-8-i', 'iso-8859-15', 'windows-1251'],
  ...['windows-1252', 'koi8-r', 'shift_jis', 'iso-2022-jp', 'euc-jp', 'gb2312', 'gb18030', 'big5'],
  ...['euc-kr', 'ks_c_5601-1987', 'tis-620', 'utf-7', 'utf-16', 'utf-16le', 'utf-32', 'x-unknown'],
  ...[
    '',
    'utf-8"',
    '"utf-8',
    'cp437',
    'macintosh',
    'ibm850',
    '__proto__',
    'constructor',
    'hz-gb-2312',
  ],
  'a'.repeat(300),
];

const words: readonly string[] = [
  ...['Your', 'code', 'is', '482913', 'verify', 'account', 'Confirm', 'your', 'e-mail', 'reset'],
  ...['Bestätigung', 'код', '認証コード', 'رمز', '👋🏽', '\u202eevil', '\u200b', '\u0301', 'AB-12'],
];

const mailboxes: readonly string[] = [
  ...['Shop <shop@sender.example>', 'shop@sender.example', '"A, B" <a@b.example>', '<a@b.example>'],
  ...[
    'group: a@b.example, c@d.example;',
    'undisclosed-recipients:;',
    ':;',
    'a@b@c',
    '@',
    '<>',
    '<<a>>',
  ],
  ...[
    '"" <>',
    '"\\"" <a@b.example>',
    '(c (c (c)) a@b.example',
    'a b c <d@e.example> f',
    ',,,,',
    ';',
  ],
  ...[
    '=?utf-8?q?J=C3=B6rg?= <j@x.example>',
    '=?utf-8?q?a@b.example?= <c@d.example>',
    'j@grün.example',
  ],
  ...['a@xn--a', 'a@b.example <c@d.example>', 'g: h: a@b.example;;', '\0@\0', 'a'.repeat(500)],
];

const names: readonly string[] = [
  ...['X-Spam', 'Received', 'DKIM-Signature', 'List-Unsubscribe', 'References', 'In-Reply-To'],
  ...['Content-Language', 'MIME-Version', 'Content-ID', 'X', '', ' ', '__proto__', 'constructor'],
  ...['toString', 'Subject', 'From', 'To', 'Date', 'Content-Type', 'X-\0', 'X Y', 'Sübject'],
];

const dates: readonly string[] = [
  ...['Tue, 04 Mar 2025 10:20:30 +0100', 'yesterday', '', '0', '99999-99-99', '1 Jan 70 00:00 UT'],
  ...[
    'Tue, 31 Feb 2025 99:99:99 +9999',
    '-271821-04-20',
    '275760-09-14',
    'Thu, 01 Jan 10000 00:00',
  ],
];

function sentence(dice: Dice): string {
  const count = dice.skewed(12);
  const text = Array.from({ length: count }, () => dice.pick(words)).join(' ');
  return Buffer.from(text).toString('latin1');
}

function quoted(text: string): string {
  return text.replace(/[^a-z0-9]/gi, (character) => {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    return `=${hex}`;
  });
}

/** RFC 2047, in part with what it forbids. */
function encodedWord(dice: Dice): string {
  const text = dice.percent(70) ? sentence(dice) : dice.octets(dice.skewed(40)).toString('latin1');
  const encoding = dice.pick(['q', 'Q', 'b', 'B', 'x', '']);
  const isBase64 = encoding.toLowerCase() === 'b';
  const body = isBase64 ? Buffer.from(text, 'latin1').toString('base64') : quoted(text);
  const language = dice.percent(10) ? '*de' : '';
  const whole = `=?${dice.pick(charsets)}${language}?${encoding}?${body}?=`;
  return dice.percent(85) ? whole : whole.slice(0, dice.below(whole.length));
}

function freeText(dice: Dice): string {
  const count = 1 + dice.skewed(8);
  const pieces = Array.from({ length: count }, () =>
    dice.percent(40) ? encodedWord(dice) : sentence(dice),
  );
  return pieces.join(dice.pick([' ', '', '\r\n ', '\r\n\t', '\n ', '\r ']));
}

function addressList(dice: Dice): string {
  const count = dice.skewed(20);
  return Array.from({ length: count }, () =>
    Buffer.from(dice.pick(mailboxes)).toString('latin1'),
  ).join(dice.pick([', ', ',', ',\r\n ', ';', ' ']));
}

function fieldLine(dice: Dice): string {
  switch (dice.below(7)) {
    case 0:
      return `Subject: ${freeText(dice)}`;
    case 1:
      return `From: ${Buffer.from(dice.pick(mailboxes)).toString('latin1')}`;
    case 2:
      return `To: ${addressList(dice)}`;
    case 3:
      return `Reply-To: ${addressList(dice)}`;
    case 4:
      return `Date: ${dice.pick(dates)}`;
    case 5:
      return `Message-ID: <${dice.octets(dice.skewed(30)).toString('base64')}@x.example>`;
    default:
      return `${Buffer.from(dice.pick(names)).toString('latin1')}:${freeText(dice)}`;
  }
}

/** Fields of a header section, without the empty line behind it. */
export function inventHead(dice: Dice): string {
  const count = dice.skewed(25);
  const end = dice.percent(90) ? '\r\n' : dice.pick(['\n', '\r', '\r\n\0']);
  const lines = Array.from({ length: count }, () => `${fieldLine(dice)}${end}`);
  return lines.join('');
}
