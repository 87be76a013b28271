import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { type MadeCertificate, makeCertificate } from '../../test/certificates.ts';
import { type MailSide, type MailSideOptions, startMailSide } from '../../test/mail-side.ts';
import { connectSmtp, type SmtpClient } from '../../test/smtp-client.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const made = (name = 'mx.mayfly.test'): MadeCertificate =>
  makeCertificate({ name, to: Date.now() + 86_400_000 * 30 });

async function sideWith(
  certificate: MadeCertificate | null = made(),
  options: MailSideOptions = {},
): Promise<MailSide> {
  const side = await startMailSide(options);
  side.smtp.offerTls(certificate);
  await side.openInbox('otter@mayfly.test');
  return side;
}

async function greet(side: MailSide): Promise<{ client: SmtpClient; features: string }> {
  const client = await connectSmtp(side.port);
  await client.readReply();
  const { lines } = await client.ask('EHLO client.example');
  return { client, features: lines.join(' ') };
}

async function secured(side: MailSide) {
  const { client } = await greet(side);
  expect((await client.ask('STARTTLS')).lines).toEqual(['220 2.0.0 Ready to start TLS']);
  return { client, socket: await client.secure() };
}

async function mail(client: SmtpClient): Promise<number> {
  const talk = ['EHLO client.example', 'MAIL FROM:<>', 'RCPT TO:<otter@mayfly.test>', 'DATA'];
  for (const each of talk) await client.ask(each);
  return (await client.ask('Subject: x\r\n\r\nx\r\n.')).code;
}

async function raws(side: MailSide): Promise<string[]> {
  const inbox = side.inboxes.get('otter@mayfly.test');
  const shown = inbox === undefined ? [] : await side.shown(inbox);
  return shown.map(({ raw }) => raw);
}

const faults = ({ log }: MailSide) => log.filter(({ name }) => name === 'fault');

describe('STARTTLS', () => {
  it('takes mail over TLS, and the trace header says so', async () => {
    await using side = await sideWith();
    const { client, socket } = await secured(side);
    expect(socket.getPeerCertificate().subject.CN).toBe('mx.mayfly.test');
    expect(await mail(client)).toBe(250);
    expect((await raws(side))[0]).toContain('\tby mx.mayfly.test with ESMTPS id ');
    expect((await client.ask('QUIT')).lines).toEqual(['221 2.0.0 Goodbye']);
    expect(await client.readLine()).toBeNull();
  });

  it('is offered before the handshake and not again after it', async () => {
    await using side = await sideWith();
    expect((await greet(side)).features).toContain('250-STARTTLS');
    const { client } = await secured(side);
    expect((await client.ask('EHLO client.example')).lines.join()).not.toContain('STARTTLS');
    expect((await client.ask('STARTTLS')).lines[0]).toMatch(/^503 5\.5\.1 /);
    client.close();
  });

  it('takes no parameters', async () => {
    await using side = await sideWith();
    const { client } = await greet(side);
    expect((await client.ask('STARTTLS now')).lines[0]).toMatch(/^501 5\.5\.4 /);
    client.close();
  });

  it('without a certificate is neither offered nor done', async () => {
    await using side = await sideWith(null);
    const { client, features } = await greet(side);
    expect(features).not.toContain('STARTTLS');
    expect((await client.ask('STARTTLS')).lines[0]).toMatch(/^502 5\.5\.1 /);
    expect(await mail(client)).toBe(250);
    expect((await raws(side))[0]).toContain(' with ESMTP id ');
    client.close();
  });

  it('speaks TLS 1.2 and 1.3, and nothing older', async () => {
    await using side = await sideWith();
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const { client } = await greet(side);
      await client.ask('STARTTLS');
      const socket = await client.secure({ minVersion: version, maxVersion: version });
      expect(socket.getProtocol()).toBe(version);
      client.close();
    }
    const { client } = await greet(side);
    await client.ask('STARTTLS');
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
    await expect(client.secure(old)).rejects.toThrow();
    client.close();
  });
});

describe('what a client says before the handshake', () => {
  it('and behind STARTTLS is never obeyed (RFC 3207 section 6)', async () => {
    await using side = await sideWith();
    const { client } = await greet(side);
    const injected = ['EHLO evil.example', 'MAIL FROM:<evil@fern.example>'].join('\r\n');
    client.send(`STARTTLS\r\n${injected}\r\nRCPT TO:<otter@mayfly.test>\r\n`);
    expect((await client.readReply()).code).toBe(220);
    await client.secure();
    // Neither the greeting nor the sender that was slipped in counts, and no reply to them comes late.
    expect((await client.ask('MAIL FROM:<good@fern.example>')).code).toBe(503);
    expect(await mail(client)).toBe(250);
    expect((await raws(side))[0]).toMatch(/^Return-Path: <>\r\nReceived: from client\.example /);
    client.close();
  });

  it('in hundreds of lines is not obeyed either', async () => {
    await using side = await sideWith();
    const { client } = await greet(side);
    client.send(`STARTTLS\r\n${'NOOP\r\n'.repeat(500)}EHLO evil.example\r\n`);
    expect((await client.readReply()).code).toBe(220);
    await client.secure();
    expect((await client.ask('MAIL FROM:<>')).code).toBe(503);
    client.close();
  });

  it('of sender and recipients is forgotten', async () => {
    await using side = await sideWith();
    const { client } = await greet(side);
    await client.ask('MAIL FROM:<before@fern.example>');
    await client.ask('RCPT TO:<otter@mayfly.test>');
    await client.ask('STARTTLS');
    await client.secure();
    await client.ask('EHLO client.example');
    expect((await client.ask('DATA')).code).toBe(503);
    client.close();
  });
});

describe('a handshake', () => {
  it.each([
    ['with garbage', 'this is no TLS at all, but it is long enough to be looked at\r\n'],
    ['broken off', ''],
  ])('%s ends the session and nothing else', async (_, garbage) => {
    await using side = await sideWith();
    const { client } = await greet(side);
    await client.ask('STARTTLS');
    client.send(garbage);
    if (garbage === '') client.close();
    let line = await client.readLine();
    while (line !== null) line = await client.readLine();
    const next = await secured(side);
    expect(await mail(next.client)).toBe(250);
    next.client.close();
    expect(faults(side)).toEqual([]);
  });

  it('that does not come is not waited for, however slowly it is begun', async () => {
    await using side = await sideWith(made(), { handshakeSeconds: 0.5, idleSeconds: 60 });
    const { client } = await greet(side);
    await client.ask('STARTTLS');
    client.send(Buffer.of(22, 3, 1));
    expect(await client.readLine()).toBeNull();
    expect(faults(side)).toEqual([]);
  });

  it('does not outlive idleness, the whole time of a session, or a server that closes', async () => {
    const limits = [{ idleSeconds: 0.5 }, { sessionSeconds: 0.5 }, { idleSeconds: 60 }];
    for (const limit of limits) {
      await using side = await sideWith(made(), limit);
      const { client } = await greet(side);
      await client.ask('STARTTLS');
      client.send(Buffer.of(22, 3, 1));
      if (limit.idleSeconds === 60) await side.smtp.close({ graceMs: 60_000 });
      expect(await client.readLine()).toBeNull();
      client.close();
    }
  });
});

describe('sessions over TLS', () => {
  it('are told goodbye by a server that closes, and leave nothing behind', async () => {
    await using side = await sideWith();
    const { client } = await secured(side);
    await client.ask('EHLO client.example');
    expect(side.smtp.sessions).toBe(1);
    const closed = side.smtp.close({ graceMs: 60_000 });
    expect((await client.readReply()).lines[0]).toMatch(/^421 4\.3\.2 /);
    await closed;
    await vi.waitFor(() => expect(side.smtp.sessions).toBe(0));
  });

  it('are not counted when they have gone', async () => {
    await using side = await sideWith(made(), { connections: 1 });
    for (let n = 0; n < 3; n += 1) {
      const { client } = await secured(side);
      await client.ask('QUIT');
      expect(await client.readLine()).toBeNull();
    }
    const { client } = await greet(side);
    expect(side.smtp.sessions).toBe(1);
    client.close();
  });
});

describe('another certificate', () => {
  it('serves the next handshake, and sessions of before go on', async () => {
    await using side = await sideWith(made('old.mayfly.test'));
    const before = await secured(side);
    const waiting = await greet(side);
    side.smtp.offerTls(made('new.mayfly.test'));
    await waiting.client.ask('STARTTLS');
    const socket = await waiting.client.secure();
    expect(socket.getPeerCertificate().subject.CN).toBe('new.mayfly.test');
    expect(await mail(before.client)).toBe(250);
    expect(await mail(waiting.client)).toBe(250);
    side.smtp.offerTls(null);
    expect(await mail(before.client)).toBe(250);
    expect((await greet(side)).features).not.toContain('STARTTLS');
    side.smtp.offerTls(made('new.mayfly.test'));
    expect((await greet(side)).features).toContain('STARTTLS');
    expect((await raws(side)).filter((raw) => raw.includes(' with ESMTPS id '))).toHaveLength(3);
  });

  it('does not disturb a handshake that has begun', async () => {
    await using side = await sideWith(made('old.mayfly.test'));
    const { client } = await greet(side);
    await client.ask('STARTTLS');
    side.smtp.offerTls(null);
    await client.secure();
    expect(await mail(client)).toBe(250);
    client.close();
  });
});

it('a proxy may stand before TLS', async () => {
  await using side = await sideWith(made(), { proxies: ['127.0.0.1'] });
  const client = await connectSmtp(side.port);
  client.send('PROXY TCP4 192.0.2.7 10.0.0.1 4660 25\r\n');
  await client.readReply();
  await client.ask('EHLO client.example');
  await client.ask('STARTTLS');
  await client.secure();
  expect(await mail(client)).toBe(250);
  expect((await raws(side))[0]).toMatch(
    /^Received: from client\.example \(\[192\.0\.2\.7\]\)\r\n/m,
  );
  client.close();
});

it('TLS without STARTTLS is answered like any client that talks too soon', async () => {
  await using side = await sideWith();
  const socket = connect(side.port, '127.0.0.1');
  socket.write(Buffer.of(22, 3, 1, 0, 5, 1, 0, 0, 1, 0, 13, 10));
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^421 4\.5\.0 /);
  socket.destroy();
});
