import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseMessage } from './parse-message.ts';
import { LookUpError } from './bounded-lookups.ts';
import { examineSender } from './sender-findings.ts';
import { judgeSender } from './sender-verdict.ts';

/** The bank asks to refuse what is not its own; the other one's mail is proven by SPF. */
const zone: Record<string, string[][]> = {
  '_dmarc.bank.example': [['v=DMARC1; p=reject']],
  'evil.example': [['v=spf1 ip4:192.0.2.7 -all']],
};

async function lookUp(name: string, rrtype: string): Promise<string[][]> {
  const records = rrtype === 'TXT' ? zone[name] : undefined;
  if (records === undefined) throw new LookUpError('ENOTFOUND');
  return records;
}

async function judge(raw: Buffer) {
  const lookUps = { dkim: lookUp, spf: lookUp, dmarc: lookUp, arc: lookUp };
  const connection = { sender: 'me@evil.example', helo: 'evil.example', address: '192.0.2.7' };
  const mail = { ...connection, pieces: [raw], now: 0, hostname: 'mx.mayfly.test' };
  return judgeSender(await examineSender(mail, lookUps), { arcSealers: [] }).verdict;
}

async function shownDomain(raw: Buffer): Promise<string | null> {
  const { content } = await parseMessage(raw);
  const address = content.from?.address ?? '';
  return address.includes('@') ? domainToASCII(address.slice(address.lastIndexOf('@') + 1)) : null;
}

const base64 = Buffer.from('<boss@bank.example>').toString('base64');

describe('what a reader is shown as From is what passes', () => {
  it('with a plain From', async () => {
    const raw = Buffer.from('From: Me <me@evil.example>\r\n\r\nhi');
    expect([await judge(raw), await shownDomain(raw)]).toEqual(['pass', 'evil.example']);
    const forged = Buffer.from('From: Boss <boss@bank.example>\r\n\r\nhi');
    expect([await judge(forged), await shownDomain(forged)]).toEqual(['fail', 'bank.example']);
  });

  it('and a mail with two of them is refused its pass, whatever they say', async () => {
    const raw = Buffer.from('From: me@evil.example\r\nFrom: you@evil.example\r\n\r\nhi');
    expect(await judge(raw)).toBe('fail');
  });

  it.each([
    ['two fields', 'From: boss@bank.example\r\nFrom: me@evil.example'],
    ['two fields, turned', 'From: me@evil.example\r\nFrom: boss@bank.example'],
    ['a space before the colon', 'From : boss@bank.example\r\nFrom: me@evil.example'],
    ['a tab before the colon', 'From\t: boss@bank.example\r\nFrom: me@evil.example'],
    ['a fold before the colon', 'From\r\n : boss@bank.example\r\nFrom: me@evil.example'],
    ['a NUL in the name', 'Fr\0om: boss@bank.example\r\nFrom: me@evil.example'],
    ['odd case', 'fROM: boss@bank.example\r\nFrom: me@evil.example'],
    ['two addresses', 'From: boss@bank.example, me@evil.example'],
    ['two addresses, turned', 'From: me@evil.example, boss@bank.example'],
    ['a semicolon between', 'From: boss@bank.example; me@evil.example'],
    ['an address as a name', 'From: "boss@bank.example" <me@evil.example>'],
    ['an address as a bare name', 'From: boss@bank.example <me@evil.example>'],
    ['two in angle brackets', 'From: <boss@bank.example> <me@evil.example>'],
    ['two at signs', 'From: boss@bank.example@evil.example'],
    ['two at signs, turned', 'From: me@evil.example@bank.example'],
    ['a quoted at sign', 'From: "boss@bank.example"@evil.example'],
    ['a route', 'From: <@bank.example:me@evil.example>'],
    ['a route, turned', 'From: <@evil.example:boss@bank.example>'],
    ['a comment', 'From: boss@bank.example (me@evil.example)'],
    ['a comment inside', 'From: me@evil.example(@bank.example)'],
    ['a comment before', 'From: (boss@bank.example) me@evil.example'],
    ['a group', 'From: all: boss@bank.example, me@evil.example;'],
    ['a group of one, and another', 'From: all: me@evil.example;, boss@bank.example'],
    ['an encoded address', `From: =?utf-8?B?${base64}?= <me@evil.example>`],
    ['an encoded address alone', `From: =?utf-8?B?${base64}?=`],
    ['an encoded part', 'From: =?utf-8?Q?boss=40bank.example?= me@evil.example'],
    ['an encoded bracket', 'From: =?utf-8?Q?=3Cboss=40bank.example=3E=2C?= <me@evil.example>'],
    ['an open quote', 'From: "boss@bank.example <me@evil.example>'],
    ['an open bracket', 'From: <boss@bank.example, me@evil.example'],
    ['a backslash', 'From: "\\"boss@bank.example" <me@evil.example>'],
    ['a line feed alone', 'From: me@evil.example\nFrom: boss@bank.example'],
    ['a carriage return alone', 'From: me@evil.example\rFrom: boss@bank.example'],
    ['a folded value', 'From: boss@bank.example,\r\n me@evil.example'],
    ['a wide at sign', 'From: boss\uff20bank.example <me@evil.example>'],
    ['a wide dot', 'From: <boss@bank\u3002example>'],
    ['a trailing dot', 'From: <boss@bank.example.>'],
    ['a zero-width space', 'From: <boss@bank\u200b.example>'],
    ['an empty first', 'From: <>, me@evil.example, boss@bank.example'],
    ['a Sender', 'Sender: me@evil.example\r\nFrom: boss@bank.example'],
    ['a Resent-From', 'Resent-From: me@evil.example\r\nFrom: boss@bank.example'],
    ['an empty From, and a second', 'From:\r\nFrom: boss@bank.example'],
    ['a continuation on top', ' From: boss@bank.example\r\nFrom: me@evil.example'],
    ['no From', 'Subject: hi'],
  ])('%s', async (_, head) => {
    const raw = Buffer.from(`${head}\r\nSubject: hi\r\n\r\nhi`);
    const shown = await shownDomain(raw);
    const verdict = await judge(raw);
    expect(verdict === 'pass' && shown !== 'evil.example', `${verdict}, ${shown}`).toBe(false);
  });
});
