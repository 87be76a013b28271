import { contentSchema } from '@mayfly/shared/contract/message';
import { describe, expect, it, vi } from 'vitest';
import { commonHead, mail, multipart, part } from '../../test/mails.ts';
import { messageLimits } from '@mayfly/shared/mail/message-limits';
import { parseMessage } from './parse-message.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

/** What comes out holds to the contract and to the limits, whatever goes in. */
async function parse(raw: Buffer) {
  const { content, attachments } = await parseMessage(raw);
  expect(contentSchema.strict().safeParse(content).success).toBe(true);
  expect(content.text?.length ?? 0).toBeLessThanOrEqual(messageLimits.bodyCharacters);
  expect(content.html?.length ?? 0).toBeLessThanOrEqual(messageLimits.bodyCharacters);
  expect(content.headers.length).toBeLessThanOrEqual(messageLimits.headers);
  expect(attachments.length).toBeLessThanOrEqual(messageLimits.attachments);
  expect(content.preview.length).toBeLessThanOrEqual(messageLimits.previewCharacters);
  return content;
}

const withHead = (...lines: readonly string[]) => parse(mail(...commonHead, ...lines));
const plain = part({ type: 'text/plain', body: 'Readable' });

function nest(levels: number, innermost: string): string {
  let nested = innermost;
  for (let level = levels; level > 0; level -= 1) nested = multipart('mixed', `b${level}`, nested);
  return nested;
}

describe('a mail that a reader could still see is shown, cut', () => {
  it('with a header field of a megabyte', async () => {
    const content = await withHead(`X-Long: ${'a'.repeat(1_200_000)}`, '', 'Readable');
    expect(content).toMatchObject({ text: 'Readable', subject: 'Your account', truncated: true });
  });

  it('with 100,000 header fields, and those that matter behind them', async () => {
    const many = Array.from({ length: 100_000 }, (_, i) => `X-${i}: a`);
    const content = await parse(
      mail(...many, 'Subject: Last', 'Content-Type: text/html', '', '<p>Readable</p>'),
    );
    expect(content).toMatchObject({ html: '<p>Readable</p>', subject: 'Last', truncated: true });
  });

  it('with a field folded 200,000 times', async () => {
    const content = await withHead(`X-Folded: a${'\r\n a'.repeat(200_000)}`, '', 'Readable');
    expect(content).toMatchObject({ text: 'Readable', truncated: true });
  });

  it('with 5000 recipients', async () => {
    const list = Array.from({ length: 5000 }, (_, i) => `p${i}@x.example`).join(',\r\n ');
    const content = await parse(mail(`To: ${list}`, '', 'Readable'));
    expect(content.to).toHaveLength(messageLimits.mailboxes);
    expect(content).toMatchObject({ text: 'Readable', truncated: true });
  });

  it('with a text of five million characters', async () => {
    const content = await withHead('', 'Readable '.repeat(550_000));
    expect(content.text).toHaveLength(messageLimits.bodyCharacters);
    expect(content.truncated).toBe(true);
  });

  it('with a part whose header has two megabytes', async () => {
    const bad = `X-Long: ${'a'.repeat(2_000_000)}\r\n\r\nx`;
    const content = await withHead(multipart('mixed', 'b', plain, bad));
    expect(content).toMatchObject({ text: 'Readable', truncated: true });
  });

  it('with 2000 parts of a kilobyte', async () => {
    const parts = Array.from({ length: 2000 }, () =>
      part({ type: 'application/octet-stream', body: 'x'.repeat(1000) }),
    );
    const content = await withHead(multipart('mixed', 'b', plain, ...parts));
    expect(content).toMatchObject({ text: 'Readable', truncated: true });
    expect(content.attachments).toHaveLength(messageLimits.attachments);
  });

  it('with 500 levels of parts', async () => {
    expect(await withHead(nest(500, plain))).toMatchObject({ text: 'Readable', truncated: false });
  });

  it('with half a character where it is cut', async () => {
    const { content } = await parseMessage(
      Buffer.from(`Subject: ${'😀'.repeat(700)}\r\n\r\nx${'😀'.repeat(1_000_001)}`),
    );
    expect(content.text?.isWellFormed()).toBe(true);
    expect(content.subject.isWellFormed()).toBe(true);
  });
});

describe('a mail in which nothing can be read', () => {
  it.each([
    [
      '50,000 empty parts',
      () => multipart('mixed', 'b', ...Array.from({ length: 50_000 }, () => '')),
    ],
    ['5000 levels that never close', () => nest(5000, plain).split('--b5000--')[0] ?? ''],
    [
      '3000 mails in mails',
      () => 'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n'.repeat(3000),
    ],
  ])('is refused: %s', async (_, body) => {
    await expect(parseMessage(mail(...commonHead, body()))).rejects.toThrow('Nothing of the mail');
  });
});

describe('garbage', () => {
  const garbage = (seed: number, length: number) => {
    let state = seed;
    return Buffer.from(
      Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >> 16),
    );
  };
  const head = Buffer.from(
    'Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n',
  );

  it.each(Array.from({ length: 20 }, (_, seed) => [seed + 1]))(
    'of seed %i gives content',
    async (seed) => {
      await parse(garbage(seed, 3000));
      await parse(Buffer.concat([head, garbage(seed, 3000)]));
    },
  );

  it.each([
    ['octets of zero', Buffer.alloc(100_000)],
    ['nothing', Buffer.alloc(0)],
    ['line feeds', Buffer.alloc(100_000, '\n')],
    ['carriage returns', Buffer.alloc(100_000, '\r')],
    ['colons', Buffer.alloc(100_000, ':')],
    ['an archive', Buffer.from(`PK\u0003\u0004${'\0'.repeat(50_000)}`)],
  ])('of %s gives content', async (_, raw) => {
    await parse(raw);
  });

  it.each([
    [
      'brackets',
      `To: ${'('.repeat(20_000)}\r\nFrom: ${'<'.repeat(20_000)}\r\nReply-To: ${'a:'.repeat(10_000)}`,
    ],
    ['at signs', `To: ${'@'.repeat(20_000)}\r\nFrom: ${'a@'.repeat(10_000)}`],
    ['quotes', `To: ${'"'.repeat(20_001)}\r\nFrom: ${'\\"'.repeat(10_000)}`],
    ['encoded words', `Subject: ${'=?utf-8?q?a?='.repeat(5000)}\r\nFrom: ${'=?'.repeat(10_000)}`],
    ['parameters', `Content-Type: text/plain; ${'a*0=b;'.repeat(5000)}`],
  ])('in the header section, of %s, gives content', async (_, fields) => {
    expect(await parse(mail(fields, '', 'Readable'))).toMatchObject({ text: 'Readable' });
  });
});
