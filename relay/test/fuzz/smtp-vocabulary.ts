import type { Dice } from './dice.ts';

/** Octets that have broken parsers of SMTP. */
export const oddPieces: readonly string[] = [
  ...['\0', '\r', '\n', '\r\n', '\r\r\n', '\n.\n', '\r\n.\r\n', '\r\n.\n', '\r.\r', '\x0b', '\x1b'],
  ...['\x7f', '\x80', '\xc0\xaf', '\xff\xfe', '\xe2\x80\x8b', '\x85', '\x1a', '\t', ' ', '  '],
  ...[
    '<',
    '>',
    '<>',
    '<<',
    '>>',
    '"',
    '\\',
    '@',
    '@@',
    ':',
    ';',
    ',',
    '%',
    '!',
    '(',
    ')',
    '[',
    ']',
  ],
  ...['=', '+', '-', '..', '/../', '%00', '%0d%0a', '+0D+0A', '=0D=0A', '${7*7}', '%s%n', "'--"],
  ...['otter@mayfly.test', '<otter@mayfly.test>', 'xn--', 'xn--a-0', '\u00fc', '\xc3\xbc'],
  ...['A'.repeat(300), 'a.'.repeat(150), '1'.repeat(40), '-1', '0x10', '1e9', 'NaN', '99999999999'],
];

const paths: readonly string[] = [
  ...['<otter@mayfly.test>', '<OTTER@MAYFLY.TEST>', '<otter+tag@mayfly.test>', 'otter@mayfly.test'],
  ...['<"otter"@mayfly.test>', '<otter@mayfly.test.>', '<@a,@b:otter@mayfly.test>', '<postmaster>'],
  ...[
    '<otter@[127.0.0.1]>',
    '<otter@[IPv6:::1]>',
    '<>',
    '<@>',
    '<otter@>',
    '<@mayfly.test>',
    '< >',
  ],
  ...['<nobody@mayfly.test>', '<otter@elsewhere.example>', '<otter%mayfly.test@mayfly.test>'],
  ...['<abuse@mayfly.test>', '<jörg@grün.example>', '<otter@mayfly。test>', '<otter@ｍayfly.test>'],
  ...['<a"b@mayfly.test>', '<o\\tter@mayfly.test>', '<otter@mayfly.test><otter@mayfly.test>'],
  `<${'a'.repeat(65)}@mayfly.test>`,
  `<otter@${'a.'.repeat(130)}test>`,
  `<${'a@'.repeat(500)}mayfly.test>`,
];

const parameters: readonly string[] = [
  ...['SIZE=1', 'SIZE=0', 'SIZE=-1', 'SIZE=99999999999999999999', 'SIZE=1e3', 'SIZE=', 'SIZE'],
  ...['SIZE=0x7f', 'SIZE=1 SIZE=2', 'BODY=8BITMIME', 'BODY=7BIT', 'BODY=BINARYMIME', 'BODY='],
  ...['SMTPUTF8', 'SMTPUTF8=1', 'AUTH=<>', 'AUTH=a+3Db', 'RET=FULL', 'RET=HDRS ENVID=x', 'ENVID='],
  ...[
    'NOTIFY=NEVER',
    'NOTIFY=SUCCESS,FAILURE',
    'ORCPT=rfc822;a+40b',
    'ORCPT=;',
    'HOLDFOR=1',
    'X=Y',
  ],
  ...['__proto__=1', 'constructor=1', 'toString', 'hasOwnProperty=x', '=', '==', 'A=B=C', 'BY=1;R'],
  ...['MT-PRIORITY=9', 'REQUIRETLS', 'XOORG=x', 'MTRK=a:1', 'DELIVERBY=-1', 'SOLICIT=a'],
];

const verbs: readonly string[] = [
  ...['NOOP', 'NOOP x', 'RSET', 'RSET x', 'QUIT', 'QUIT x', 'HELP', 'HELP x', 'DATA', 'DATA x'],
  ...['VRFY otter', 'VRFY <otter@mayfly.test>', 'VRFY', 'EXPN all', 'EXPN', 'ETRN x', 'TURN'],
  ...['SEND FROM:<a@b.example>', 'SOML FROM:<a@b.example>', 'SAML FROM:<a@b.example>', 'WIZ x'],
  ...['SHELL id', 'KILL', 'DEBUG', 'XCLIENT', 'XFORWARD', 'AUTH', 'AUTH PLAIN', 'AUTH LOGIN'],
  ...['AUTH PLAIN AGEAYg==', 'AUTH CRAM-MD5', 'BDAT 10', 'BDAT 10 LAST', 'BDAT', 'BDAT -1 LAST'],
  ...['BDAT 0 LAST', 'BDAT 99999999999 LAST', 'BURL imap://x', 'STARTTLS', 'STARTTLS x', 'LHLO x'],
  ...['EHLO client.example', 'EHLO', 'EHLO [127.0.0.1]', 'EHLO -', 'HELO client.example', 'HELO'],
  ...['EHLO a b c', 'ehlo client.example', 'eHLo \xff', 'EHLO ../../x', 'EHLO <script>', '.', '..'],
  ...['XCLIENT ADDR=203.0.113.9 NAME=mx.example', 'XCLIENT NAME=a+0D+0Ab', 'XCLIENT ADDR=IPV6:::1'],
  ...['XFORWARD ADDR=203.0.113.9 NAME=x', 'XCLIENT DESTADDR=1.2.3.4 LOGIN=root', '', ' ', '\t'],
  ...['PROXY TCP4 203.0.113.9 203.0.113.1 56324 25', 'PROXY UNKNOWN', 'PROXY TCP6 ::1 ::1 1 2'],
  ...['PROXY TCP4 a b c d', 'PROXY', 'GET / HTTP/1.1', 'POST /x HTTP/1.0', 'Host: mayfly.test'],
  ...['CONNECT x:25 HTTP/1.1', 'SSH-2.0-OpenSSH_9.9', 'USER anonymous', 'a001 LOGIN a b', '* OK'],
];

/** Other protocols at the wrong door: TLS, the binary PROXY header, SOCKS, h2c. */
const greetings: readonly Buffer[] = [
  Buffer.from('16030100c8010000c40303', 'hex'),
  Buffer.from('0d0a0d0a000d0a515549540a21110c00cb007109cb00710112340019', 'hex'),
  Buffer.from('0d0a0d0a000d0a515549540a2100000c', 'hex'),
  Buffer.from('050100', 'hex'),
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from('\x80\x2e\x01\x00\x02', 'latin1'),
];

function withParameters(dice: Dice): string {
  const count = dice.skewed(5);
  return Array.from({ length: count }, () => ` ${dice.pick(parameters)}`).join('');
}

/** A line that a client could send, seldom as it should be. */
export function inventCommand(dice: Dice): Buffer {
  const kind = dice.below(12);
  if (kind === 0) return dice.pick(greetings);
  const path = dice.pick(paths);
  if (kind < 4) return Buffer.from(`MAIL FROM:${path}${withParameters(dice)}\r\n`);
  if (kind < 7) return Buffer.from(`RCPT TO:${path}${withParameters(dice)}\r\n`);
  return Buffer.from(`${dice.pick(verbs)}\r\n`, dice.percent(50) ? 'latin1' : 'utf8');
}
