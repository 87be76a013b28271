import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { type MailSide, type MailSideOptions, startMailSide } from '../../test/mail-side.ts';
import { connectSmtp, type SmtpClient } from '../../test/smtp-client.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const line = 'PROXY TCP4 192.0.2.7 10.0.0.1 4660 25\r\n';
const binary = Buffer.concat([
  Buffer.from('\r\n\r\n\0\r\nQUIT\n\x21\x21\0\x24', 'latin1'),
  Buffer.from('20010db8000000000000000000000007', 'hex'),
  Buffer.alloc(16),
  Buffer.of(0x12, 0x34, 0, 25),
]);

async function open(port: number, first?: string | Buffer): Promise<SmtpClient> {
  const client = await connectSmtp(port);
  if (first !== undefined) client.send(first);
  return client;
}

async function mail(client: SmtpClient): Promise<void> {
  const talk = ['EHLO client.example', 'MAIL FROM:<>', 'RCPT TO:<otter@mayfly.test>', 'DATA'];
  for (const each of talk) await client.ask(each);
  expect((await client.ask('Subject: x\r\n\r\nx\r\n.')).code).toBe(250);
  client.close();
}

/** What the Received header of the one mail says of the client. */
async function clientIn(side: MailSide): Promise<string | undefined> {
  const inbox = side.inboxes.get('otter@mayfly.test');
  const shown = inbox === undefined ? [] : await side.shown(inbox);
  return /^Received: from (.*)\r\n/m.exec(shown[0]?.raw ?? '')?.[1];
}

async function sideWith(options: MailSideOptions): Promise<MailSide> {
  const side = await startMailSide(options);
  await side.openInbox('otter@mayfly.test');
  return side;
}

const refusals = ({ log }: MailSide) =>
  log.filter(({ name }) => name === 'mailRefused').map(({ fields }) => fields['code']);

describe('a listed proxy', () => {
  it.each([
    ['an address', ['127.0.0.1'], line, 'client.example ([192.0.2.7])'],
    ['a network', ['10.0.0.0/8', '127.0.0.0/8'], line, 'client.example ([192.0.2.7])'],
    ['octets', ['127.0.0.1'], binary, 'client.example ([IPv6:2001:db8::7])'],
    ['nobody', ['127.0.0.1'], 'PROXY UNKNOWN\r\n', 'client.example ([127.0.0.1])'],
  ])('given as or naming %s says who the client is', async (_, proxies, header, client) => {
    await using side = await sideWith({ proxies });
    const session = await open(side.port, header);
    expect((await session.readReply()).code).toBe(220);
    await mail(session);
    expect(await clientIn(side)).toBe(client);
  });

  it('may say it octet by octet', async () => {
    await using side = await sideWith({ proxies: ['127.0.0.1'] });
    const socket = connect({ port: side.port, host: '127.0.0.1', noDelay: true });
    for (const octet of line) await new Promise((sent) => socket.write(octet, sent));
    const greeting = await new Promise((resolve) => socket.once('data', resolve));
    expect(String(greeting)).toMatch(/^220 /);
    socket.destroy();
  });

  it('is not greeted before its header, nor after anything else', async () => {
    await using side = await sideWith({ proxies: ['127.0.0.1'] });
    for (const other of ['EHLO client.example\r\n', 'PROXY TCP4 x\r\n', '\0\0\0\0', 'P\r\n\r\n']) {
      const session = await open(side.port, other);
      expect(await session.readLine()).toBeNull();
    }
    expect(refusals(side)).toEqual(Array.from({ length: 4 }, () => 'proxy-refused'));
    expect(side.log.filter(({ name }) => name === 'fault')).toEqual([]);
  });

  it('that only looks whether we listen is no refusal', async () => {
    await using side = await sideWith({ proxies: ['127.0.0.1'] });
    const session = await open(side.port);
    session.close();
    const next = await open(side.port, line);
    expect((await next.readReply()).code).toBe(220);
    next.close();
    expect(refusals(side)).toEqual([]);
  });

  it('keeps nobody waiting who closes', async () => {
    await using side = await sideWith({ proxies: ['127.0.0.1'] });
    const session = await open(side.port);
    await side.smtp.close({ graceMs: 60_000 });
    expect(await session.readLine()).toBeNull();
  });

  it("hands on what its client said too soon, which is the client's fault", async () => {
    await using side = await sideWith({ proxies: ['127.0.0.1'] });
    const session = await open(side.port, `${line}EHLO client.example\r\n`);
    expect((await session.readReply()).lines[0]).toMatch(/^421 4\.5\.0 /);
  });

  it('gives its clients no right to XCLIENT', async () => {
    await using side = await sideWith({ proxies: ['127.0.0.1'], xclients: ['127.0.0.1'] });
    const session = await open(side.port, line);
    await session.readReply();
    const { lines } = await session.ask('EHLO client.example');
    expect(lines.join()).not.toContain('XCLIENT');
    expect((await session.ask('XCLIENT ADDR=198.51.100.9')).lines[0]).toMatch(/^500 5\.5\.1 /);
    session.close();
  });
});

describe('anybody else', () => {
  it('is refused with a PROXY header, before the greeting and after it', async () => {
    await using side = await sideWith({ proxies: ['192.0.2.0/24'] });
    const early = await open(side.port, line);
    expect((await early.readReply()).lines[0]).toMatch(/^421 4\.5\.0 /);
    const late = await open(side.port);
    await late.readReply();
    expect((await late.ask(line.trim())).lines[0]).toMatch(/^500 5\.5\.1 /);
    await mail(late);
    expect(await clientIn(side)).toBe('client.example ([127.0.0.1])');
  });

  it('is refused with XCLIENT', async () => {
    await using side = await sideWith({ xclients: ['192.0.2.0/24'] });
    const session = await open(side.port);
    await session.readReply();
    expect((await session.ask('EHLO client.example')).lines.join()).not.toContain('XCLIENT');
    expect((await session.ask('XCLIENT ADDR=192.0.2.7')).lines[0]).toMatch(/^500 5\.5\.1 /);
    await mail(session);
    expect(await clientIn(side)).toBe('client.example ([127.0.0.1])');
  });
});

describe('a mail server that may use XCLIENT', () => {
  async function begin(side: MailSide): Promise<SmtpClient> {
    const session = await open(side.port);
    await session.readReply();
    expect((await session.ask('EHLO front.example')).lines.join()).toContain('XCLIENT');
    return session;
  }

  it.each([
    ['192.0.2.7', '[192.0.2.7]'],
    ['IPv6:2001:db8::7', '[IPv6:2001:db8::7]'],
    ['[UNAVAILABLE]', '[127.0.0.1]'],
  ])('names the client %s, which then is greeted', async (address, shown) => {
    await using side = await sideWith({ xclients: ['127.0.0.1'] });
    const session = await begin(side);
    const reply = await session.ask(`XCLIENT NAME=client.example ADDR=${address} PORT=4660`);
    expect(reply.lines).toEqual(['220 mx.mayfly.test ESMTP']);
    await mail(session);
    expect(await clientIn(side)).toBe(`client.example (${shown})`);
  });

  it('hands over for good: its client cannot name another', async () => {
    await using side = await sideWith({ xclients: ['127.0.0.1'] });
    const session = await begin(side);
    await session.ask('XCLIENT ADDR=192.0.2.7');
    expect((await session.ask('EHLO client.example')).lines.join()).not.toContain('XCLIENT');
    expect((await session.ask('XCLIENT ADDR=198.51.100.9')).lines[0]).toMatch(/^550 5\.7\.0 /);
    await mail(session);
    expect(await clientIn(side)).toBe('client.example ([192.0.2.7])');
  });

  it('is refused what is no address, whole, and signs nobody in', async () => {
    await using side = await sideWith({ xclients: ['127.0.0.1'] });
    const session = await begin(side);
    for (const words of ['ADDR=x', 'ADDR=192.0.2.7 NAME=a+0D+0Ab', 'FROB=1', ''])
      expect((await session.ask(`XCLIENT ${words}`)).lines[0]).toMatch(/^501 5\.5\.4 /);
    await session.ask('XCLIENT ADDR=192.0.2.7 LOGIN=admin');
    await mail(session);
    expect(await clientIn(side)).toBe('client.example ([192.0.2.7])');
  });

  it('must do so before a mail', async () => {
    await using side = await sideWith({ xclients: ['127.0.0.1'] });
    const session = await begin(side);
    await session.ask('MAIL FROM:<>');
    expect((await session.ask('XCLIENT ADDR=192.0.2.7')).lines[0]).toMatch(/^503 5\.5\.1 /);
    session.close();
  });
});
