import { describe, expect, it, vi } from 'vitest';
import { type MailSide, type MailSideOptions, startMailSide } from '../../test/mail-side.ts';
import { parsedMail } from '../../test/scripted-parser.ts';
import { connectSmtp, type SmtpClient } from '../../test/smtp-client.ts';
import type { MessageParser } from '../core/ports.ts';

// Room for a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const living = 'otter@mayfly.test';
const crowded = '421 4.7.0 Too many connections from your network, try again later';
const boxed = '421 4.7.0 Your network broke the rules too often, try again later';

/** Nobody looks at the analysis here. */
const parser: MessageParser = {
  parse: () => Promise.resolve({ ok: true, parsed: parsedMail('x') }),
  examine: async (raw) => ({ ok: true, raw }),
  queued: 0,
  isWorking: () => Promise.resolve(true),
  close: () => Promise.resolve(),
};
const start = (
  clientLimits: NonNullable<MailSideOptions['clientLimits']>,
  options: MailSideOptions = {},
) => startMailSide({ parser, clientLimits, ...options });

async function greet({ port }: MailSide, from?: string): Promise<SmtpClient> {
  const client = await connectSmtp(port, from);
  expect((await client.readReply()).code).toBe(220);
  expect((await client.ask('EHLO client.example')).code).toBe(250);
  return client;
}

/** The first line and that nothing follows it. */
async function lastWords(client: SmtpClient): Promise<string | null> {
  const line = await client.readLine();
  expect(await client.readLine()).toBeNull();
  return line;
}

async function begin(client: SmtpClient, recipient = living): Promise<string> {
  const mail = await client.ask('MAIL FROM:<shop@fern.example>');
  if (mail.code !== 250) return mail.lines.join();
  const rcpt = await client.ask(`RCPT TO:<${recipient}>`);
  return rcpt.lines.join();
}

async function send(client: SmtpClient, text = 'x'): Promise<string> {
  const begun = await begin(client);
  if (!begun.startsWith('250')) return begun;
  await client.ask('DATA');
  return (await client.ask(`Subject: x\r\n\r\n${text}\r\n.`)).lines.join();
}

describe('connections of one address', () => {
  it('are so many at a time, whatever others do', async () => {
    await using side = await start({ smtpConnectionsPerClient: 2 });
    const first = await greet(side);
    const second = await greet(side);
    expect(await lastWords(await connectSmtp(side.port))).toBe(crowded);
    const other = await greet(side, '127.0.0.2');
    await first.ask('QUIT');
    expect(await first.readLine()).toBeNull();
    const third = await greet(side);
    for (const client of [second, third, other]) client.close();
  });

  it('are so many a minute, and come evenly after that', async () => {
    await using side = await start({ smtpConnectionsPerMinute: 2 });
    for (let i = 0; i < 2; i += 1) await (await greet(side)).ask('QUIT');
    expect(await lastWords(await connectSmtp(side.port))).toBe(crowded);
    await (await greet(side, '127.0.0.2')).ask('QUIT');
    side.pass(30_000);
    await (await greet(side)).ask('QUIT');
    expect(await lastWords(await connectSmtp(side.port))).toBe(crowded);
  });

  it('that are refused are told of, and leave nothing behind', async () => {
    await using side = await start({ smtpConnectionsPerClient: 1 });
    const client = await greet(side);
    for (let i = 0; i < 3; i += 1) await lastWords(await connectSmtp(side.port));
    await client.ask('QUIT');
    expect(await client.readLine()).toBeNull();
    await (await greet(side)).ask('QUIT');
    expect(side.log.map(({ fields }) => [fields['code'], fields['stage']])).toEqual(
      Array(3).fill(['rate-limited', 'connect']),
    );
  });
});

describe('commands', () => {
  const tooMany = '421 4.7.0 Too many commands, try again later';

  it('are so many in one session', async () => {
    await using side = await start({ smtpCommandsPerSession: 4 });
    const client = await greet(side);
    for (let i = 0; i < 3; i += 1) expect((await client.ask('NOOP')).code).toBe(250);
    client.send('NOOP\r\n');
    expect(await lastWords(client)).toBe(tooMany);
    await (await greet(side)).ask('QUIT');
  });

  it('are so many a minute of one address, all its sessions together', async () => {
    await using side = await start({ smtpCommandsPerMinute: 4 });
    const [one, two] = [await greet(side), await greet(side)];
    expect((await one.ask('NOOP')).code).toBe(250);
    expect((await two.ask('NOOP')).code).toBe(250);
    one.send('NOOP\r\n');
    expect(await lastWords(one)).toBe(tooMany);
    const other = await greet(side, '127.0.0.2');
    side.pass(15_000);
    expect((await two.ask('NOOP')).code).toBe(250);
    for (const client of [two, other]) client.close();
  });
});

describe('recipients of one address', () => {
  it('are so many a minute; more are asked to come again', async () => {
    await using side = await start({ smtpRecipientsPerMinute: 2 });
    await side.openInbox(living);
    const client = await greet(side);
    expect(await send(client)).toMatch(/^250 /);
    expect(await send(client)).toMatch(/^250 /);
    const refused = '451 4.7.1 Too much at once, try again later';
    expect(await begin(client)).toBe(refused);
    await client.ask('RSET');
    expect(await begin(await greet(side, '127.0.0.2'))).toMatch(/^250 /);
    side.pass(30_000);
    expect(await send(client)).toMatch(/^250 /);
    client.close();
  });
});

describe('octets of one address', () => {
  it('are so many a minute; the mail that is too much still arrives whole', async () => {
    await using side = await start({ smtpBytesPerMinute: 6000 });
    await side.openInbox(living);
    const client = await greet(side);
    expect(await send(client, 'x'.repeat(5000))).toMatch(/^250 /);
    expect(await send(client, 'x'.repeat(5000))).toMatch(/^250 /);
    expect(await send(client)).toBe('451 4.7.1 Too much at once, try again later');
    const again = await greet(side);
    expect(await send(again)).toMatch(/^451 4\.7\.1 /);
    side.pass(60_000);
    expect(await send(again)).toMatch(/^250 /);
    for (const one of [client, again]) one.close();
  });
});

describe('errors', () => {
  const tooMany = '421 4.7.0 Too many errors, try again later';
  const wrong = 'RCPT TO:<someone@elsewhere.example>';

  it('are so many in one session', async () => {
    await using side = await start({ smtpErrorsPerSession: 2 });
    const client = await greet(side);
    await client.ask('MAIL FROM:<shop@fern.example>');
    for (let i = 0; i < 2; i += 1) expect((await client.ask(wrong)).code).toBe(550);
    client.send(`${wrong}\r\n`);
    expect(await lastWords(client)).toBe(tooMany);
  });

  it('are so many a minute of one address, all its sessions together', async () => {
    await using side = await start({ smtpErrorsPerMinute: 2 });
    const [one, two] = [await greet(side), await greet(side)];
    for (const client of [one, two]) expect((await client.ask('DATA')).code).toBe(503);
    one.send('DATA\r\n');
    expect(await lastWords(one)).toBe(tooMany);
    side.pass(30_000);
    expect((await two.ask('DATA')).code).toBe(503);
    two.close();
  });

  it('do not end a session in which a mail for a living inbox has begun', async () => {
    await using side = await start({ smtpErrorsPerSession: 1 });
    await side.openInbox(living);
    const client = await greet(side);
    expect(await begin(client)).toMatch(/^250 /);
    for (let i = 0; i < 3; i += 1) expect((await client.ask(wrong)).code).toBe(550);
    await client.ask('DATA');
    expect((await client.ask('Subject: x\r\n\r\nx\r\n.')).code).toBe(250);
    client.close();
  });
});

describe('a client that is', () => {
  const waited = '421 4.4.2 Waited too long, closing the connection';

  it('silent from the start is sent away, one that spoke is not', async () => {
    await using side = await start({ smtpFirstCommandSeconds: 60 });
    const spoke = await greet(side);
    const silent = await connectSmtp(side.port);
    await silent.readReply();
    side.pass(59_000);
    side.pass(1000);
    expect(await lastWords(silent)).toBe(waited);
    expect((await spoke.ask('NOOP')).code).toBe(250);
    spoke.close();
  });

  it('slow while its mail comes in is cut off, one that is fast enough is not', async () => {
    await using side = await start({ smtpSlowBytesPerSecond: 10, smtpSlowSeconds: 10 });
    const inbox = await side.openInbox(living);
    const [slow, fast] = [await greet(side), await greet(side)];
    for (const client of [slow, fast]) {
      expect(await begin(client)).toMatch(/^250 /);
      expect((await client.ask('DATA')).code).toBe(354);
    }
    side.pass(0);
    slow.send(`x: ${'x'.repeat(50)}\r\n`);
    fast.send(`x: ${'x'.repeat(200)}\r\n`);
    // Both have been read when what came after them is answered.
    await (await greet(side, '127.0.0.2')).ask('QUIT');
    side.pass(10_000);
    expect(await lastWords(slow)).toBe(waited);
    expect((await fast.ask('\r\nx\r\n.')).code).toBe(250);
    expect((await side.store.findInbox(inbox.id))?.usage.messages).toBe(1);
    fast.close();
  });
});

describe('a shortage', () => {
  it('refuses mails for a while, at their first word', async () => {
    const now: { short: ReturnType<NonNullable<MailSideOptions['shortage']>> } = { short: null };
    await using side = await start({}, { shortage: () => now.short });
    await side.openInbox(living);
    const client = await greet(side);
    now.short = 'storage-full';
    expect(await begin(client)).toBe('452 4.3.1 There is no space for mail now, try again later');
    now.short = 'overloaded';
    expect(await begin(client)).toBe('451 4.3.2 Too busy at the moment, try again later');
    now.short = null;
    expect(await send(client)).toMatch(/^250 /);
    client.close();
  });
});

describe('the penalty box', () => {
  it('shuts out who ends session after session in errors, for a while', async () => {
    const limits = { smtpErrorsPerSession: 1, smtpBadSessionsPerTenMinutes: 2 };
    await using side = await start(limits);
    const open = await greet(side);
    for (let i = 0; i < 2; i += 1) {
      const client = await greet(side);
      await client.ask('DATA');
      expect((await client.ask('DATA')).code).toBe(421);
    }
    expect(await lastWords(await connectSmtp(side.port))).toBe(boxed);
    open.send('NOOP\r\n');
    expect(await lastWords(open)).toBe(boxed);
    await (await greet(side, '127.0.0.2')).ask('QUIT');
    side.pass(600_000);
    await (await greet(side)).ask('QUIT');
  });

  it('takes those who talk too soon, speak HTTP, or only nonsense', async () => {
    await using side = await start({ smtpBadSessionsPerTenMinutes: 3 });
    const early = await connectSmtp(side.port);
    early.send('EHLO client.example\r\n');
    expect(await lastWords(early)).toMatch(/^421 /);
    const web = await connectSmtp(side.port);
    await web.readReply();
    web.send('GET / HTTP/1.1\r\n');
    expect(await lastWords(web)).toMatch(/^421 /);
    const babbler = await greet(side);
    for (let i = 0; i < 9; i += 1) await babbler.ask('BLAH');
    expect((await babbler.ask('BLAH')).code).toBe(421);
    expect(await lastWords(await connectSmtp(side.port))).toBe(boxed);
  });

  it('lets who is in it wait for its refusal, but only so many at a time', async () => {
    const held: (() => void)[] = [];
    const tarpit: MailSideOptions['tarpit'] = (milliseconds, run) => {
      expect(milliseconds).toBe(7000);
      held.push(run);
      return () => undefined;
    };
    const limits = { smtpBadSessionsPerTenMinutes: 1, smtpTarpitSeconds: 7 };
    await using side = await start(limits, { tarpit });
    const bad = await connectSmtp(side.port);
    bad.send('x\r\n');
    await lastWords(bad);
    const waiting = await Promise.all(Array.from({ length: 5 }, () => connectSmtp(side.port)));
    await vi.waitFor(() => expect(held).toHaveLength(5));
    expect(await lastWords(await connectSmtp(side.port))).toBe(boxed);
    for (const release of held) release();
    for (const client of waiting) expect(await lastWords(client)).toBe(boxed);
  });
});
