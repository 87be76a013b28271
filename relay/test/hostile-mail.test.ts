import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type MailSide, startMailSide } from './mail-side.ts';
import { base64, commonHead, mail, multipart, part } from './mails.ts';
import { connectSmtp } from './smtp-client.ts';

const plain = part({ type: 'text/plain', body: 'Readable' });

function nest(levels: number): string {
  const opened = Array.from(
    { length: levels },
    (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
  );
  return `${opened.join('')}${plain}`;
}

const hostile: Readonly<Record<string, () => string>> = {
  '5000 nested levels': () => nest(5000),
  '50,000 parts': () => multipart('mixed', 'b', ...Array.from({ length: 50_000 }, () => plain)),
  'a megabyte in one header field': () => `X-Long: ${'a'.repeat(1_000_000)}\r\n\r\nReadable`,
  '100,000 header fields': () => `${'X: y\r\n'.repeat(100_000)}\r\nReadable`,
  'a boundary that never closes': () =>
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${plain}`,
  'an archive of zeros': () =>
    part({
      type: 'application/zip; name=a.zip',
      encoding: 'base64',
      body: base64(`PK\u0003\u0004${'\0'.repeat(3_000_000)}`),
    }),
  'HTML of a million open tags': () => part({ type: 'text/html', body: '<div>'.repeat(1_000_000) }),
  'HTML of half a million links': () =>
    part({
      type: 'text/html',
      body: '<a href="https://x.example/verify?t=1">verify</a>'.repeat(100_000),
    }),
  'HTML of open angle brackets': () => part({ type: 'text/html', body: '<'.repeat(3_000_000) }),
  'digits without end': () =>
    part({ type: 'text/plain', body: `Your code: ${'1'.repeat(3_000_000)}` }),
  'a URL without end': () =>
    part({ type: 'text/plain', body: `https://x.example/${'a'.repeat(3_000_000)}` }),
  'quoted-printable of equal signs': () =>
    part({ type: 'text/plain', encoding: 'quoted-printable', body: '='.repeat(2_000_000) }),
  'a thousand mails in mails': () =>
    'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n'.repeat(1000),
  'octets of zero': () => `\r\n${'\0'.repeat(1_000_000)}`,
};

async function send(side: MailSide, raw: Buffer): Promise<number> {
  const client = await connectSmtp(side.port);
  await client.readReply();
  await client.ask('EHLO client.example');
  await client.ask('MAIL FROM:<shop@fern.example>');
  await client.ask('RCPT TO:<otter@mayfly.test>');
  await client.ask('DATA');
  client.send(raw);
  const { code } = await client.ask('\r\n.');
  client.close();
  return code;
}

const digest = (text: string) => createHash('sha256').update(text, 'latin1').digest('hex');

describe('hostile mail', () => {
  it.each(Object.keys(hostile))(
    'is accepted, kept whole and listed, and the next mail is not held up: %s',
    { timeout: 30_000 },
    async (name) => {
      await using side = await startMailSide({ messageBytes: 25_000_000 });
      const inbox = await side.openInbox('otter@mayfly.test');
      const raw = mail(...commonHead, hostile[name]?.() ?? '');
      expect(await send(side, raw)).toBe(250);
      expect(await send(side, mail('Subject: Next', '', 'next'))).toBe(250);
      const shown = await side.shown(inbox);
      expect(shown).toHaveLength(2);
      const bad = shown.find((one) => one.raw.includes('Subject: Your account'));
      const next = shown.find((one) => one.content?.subject === 'Next');
      expect(next?.content?.text).toBe('next\n');
      // Behind our own headers stands what was sent.
      const sent = `${raw.toString('latin1')}\r\n`;
      expect(digest(bad?.raw.slice(-sent.length) ?? '')).toBe(digest(sent));
      expect(bad?.content === null).toBe(bad?.state === 'unanalysed');
      expect(JSON.stringify(bad?.content).length).toBeLessThan(12_000_000);
      expect(side.log.filter((event) => event.name === 'fault')).toEqual([]);
    },
  );
});
