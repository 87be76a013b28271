import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { startMailSide } from '../../test/mail-side.ts';
import { createScriptedParser, parsedMail } from '../../test/scripted-parser.ts';
import { connectSmtp, type SmtpClient } from '../../test/smtp-client.ts';
import type { Store } from '../core/ports.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const secret = 'SELECT secret FROM /var/lib/mayfly';

async function greet(port: number): Promise<SmtpClient> {
  const client = await connectSmtp(port);
  expect((await client.readReply()).code).toBe(220);
  expect((await client.ask('EHLO client.example')).code).toBe(250);
  return client;
}

async function begin(client: SmtpClient, recipient = 'otter@mayfly.test'): Promise<void> {
  expect((await client.ask('MAIL FROM:<shop@fern.example>')).code).toBe(250);
  expect((await client.ask(`RCPT TO:<${recipient}>`)).code).toBe(250);
  expect((await client.ask('DATA')).code).toBe(354);
}

/** A store whose writes wait until they are let through. */
function withGate() {
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const wrapStore = (store: Store): Store => ({
    ...store,
    async saveMessage(...args) {
      reached.resolve();
      await gate.promise;
      return store.saveMessage(...args);
    },
  });
  return { wrapStore, open: gate.resolve, reached: reached.promise };
}

describe('a fault', () => {
  it.each(['findAddress', 'saveMessage'] as const)(
    'in %s tells the client nothing but to come again',
    async (method) => {
      const wrapStore = (store: Store): Store => ({
        ...store,
        [method]: () => Promise.reject(new TypeError(secret)),
      });
      await using side = await startMailSide({ wrapStore });
      await side.openInbox('otter@mayfly.test');
      const client = await greet(side.port);
      await client.ask('MAIL FROM:<shop@fern.example>');
      let reply = await client.ask('RCPT TO:<otter@mayfly.test>');
      if (method === 'saveMessage') {
        await client.ask('DATA');
        reply = await client.ask('Subject: x\r\n\r\nx\r\n.');
      }
      expect(reply.lines).toEqual(['451 4.3.0 Something went wrong here, please try again later']);
      const faults = side.log.filter(({ name }) => name === 'fault');
      expect(faults.map(({ fields }) => fields['error'])).toEqual([new TypeError(secret)]);
      client.close();
    },
  );

  it('that throws at once is answered too', async () => {
    const wrapStore = (store: Store): Store => ({
      ...store,
      findAddress() {
        throw new TypeError(secret);
      },
    });
    await using side = await startMailSide({ wrapStore });
    const client = await greet(side.port);
    await client.ask('MAIL FROM:<shop@fern.example>');
    expect((await client.ask('RCPT TO:<otter@mayfly.test>')).code).toBe(451);
    client.close();
  });
});

describe('a line that is too long', () => {
  it('ends the session, and nothing behind it is done, however it came', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const wrapStore = (store: Store): Store => ({
      ...store,
      findAddress: (...asked) => opened.then(() => store.findAddress(...asked)),
    });
    await using side = await startMailSide({ wrapStore });
    const inbox = await side.openInbox('otter@mayfly.test');
    const [client, other] = [await greet(side.port), await greet(side.port)];
    await client.ask('MAIL FROM:<shop@fern.example>');
    // Each lies ready by itself when the recipient is found.
    for (const piece of [
      'RCPT TO:<otter@mayfly.test>\r\n',
      `${'A'.repeat(5000)}\r\n`,
      'DATA\r\n',
      'Subject: x\r\n\r\nx\r\n.\r\n',
    ]) {
      client.send(piece);
      for (let turn = 0; turn < 3; turn += 1) await other.ask('NOOP');
    }
    open();
    expect((await client.readReply()).code).toBe(250);
    expect(await client.readLine()).toBe('500 5.5.2 The line is too long');
    expect(await client.readLine()).toBeNull();
    expect(await side.shown(inbox)).toEqual([]);
    other.close();
  });
});

describe('what is refused', () => {
  it('is counted by code and stage, and names no address', async () => {
    await using side = await startMailSide({ messageBytes: 2000, connections: 1 });
    const client = await greet(side.port);
    expect((await (await connectSmtp(side.port)).readReply()).code).toBe(421);
    await client.ask('MAIL FROM:<shop@fern.example> SIZE=2001');
    await client.ask('MAIL FROM:<shop@fern.example>');
    await client.ask('RCPT TO:<nobody>');
    await client.ask('RCPT TO:<no body@mayfly.test>');
    await client.ask('RCPT TO:<nobody@mayfly.test>');
    const refused = side.log.map(
      ({ name, fields }) => `${name} ${String(fields['code'])} ${String(fields['stage'])}`,
    );
    expect(refused).toEqual([
      'mailRefused overloaded connect',
      'mailRefused message-too-big mail',
      'mailRefused recipient-invalid rcpt',
      'mailRefused recipient-invalid rcpt',
      'mailRefused recipient-unknown rcpt',
    ]);
    expect(JSON.stringify(side.log)).not.toMatch(/nobody|fern/);
    client.close();
  });
});

describe('connections', () => {
  it('beyond the limit are asked to come again, until one has gone', async () => {
    await using side = await startMailSide({ connections: 1 });
    const first = await greet(side.port);
    const second = await connectSmtp(side.port);
    expect(await second.readLine()).toBe('421 4.7.0 Too many connections, try again later');
    expect(await second.readLine()).toBeNull();
    await first.ask('QUIT');
    expect(await first.readLine()).toBeNull();
    const third = await greet(side.port);
    third.close();
  });

  it('that say nothing are ended', async () => {
    await using side = await startMailSide({ idleSeconds: 0.2 });
    const client = await greet(side.port);
    expect(await client.readLine()).toBe('421 4.4.2 Waited too long, closing the connection');
    expect(await client.readLine()).toBeNull();
  });

  it('that never end are ended, however much they say', async () => {
    await using side = await startMailSide({ sessionSeconds: 0.5 });
    const client = await greet(side.port);
    let reply = await client.ask('NOOP');
    while (reply.code === 250) reply = await client.ask('NOOP');
    expect(reply.lines).toEqual(['421 4.4.2 Waited too long, closing the connection']);
  });

  it('that break off in the middle of everything leave no fault behind', async () => {
    await using side = await startMailSide();
    await side.openInbox('otter@mayfly.test');
    for (const lines of [0, 1, 2, 3, 4]) {
      const client = await greet(side.port);
      const talk = ['MAIL FROM:<>', 'RCPT TO:<otter@mayfly.test>', 'DATA', 'Subject: half'];
      client.send(
        talk
          .slice(0, lines)
          .map((line) => `${line}\r\n`)
          .join(''),
      );
      client.close();
    }
    const after = await greet(side.port);
    await begin(after);
    expect((await after.ask('.')).code).toBe(250);
    expect(side.log.filter(({ name }) => name === 'fault')).toEqual([]);
    after.close();
  });
});

describe('a mail whose sender hangs up between its end and the reply', () => {
  it('is kept: it was received whole', async () => {
    const gate = withGate();
    await using side = await startMailSide({ wrapStore: gate.wrapStore });
    const inbox = await side.openInbox('otter@mayfly.test');
    const client = await greet(side.port);
    await begin(client);
    client.send('Subject: whole\r\n\r\nwhole\r\n.\r\n');
    await gate.reached;
    client.close();
    gate.open();
    expect(await side.shown(inbox)).toHaveLength(1);
  });
});

describe('a server that closes', () => {
  it('ends idle sessions at once and takes no new ones', async () => {
    await using side = await startMailSide();
    const client = await greet(side.port);
    await client.ask('MAIL FROM:<shop@fern.example>');
    const closed = side.smtp.close({ graceMs: 60_000 });
    expect(await client.readLine()).toBe('421 4.3.2 The relay is shutting down, try again later');
    expect(await client.readLine()).toBeNull();
    await closed;
    const refused = new Promise((resolve) =>
      connect(side.port, '127.0.0.1').once('error', resolve),
    );
    expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('lets a mail that is on its way arrive, acknowledges it, and then says goodbye', async () => {
    await using side = await startMailSide();
    const inbox = await side.openInbox('otter@mayfly.test');
    const client = await greet(side.port);
    await begin(client);
    client.send('Subject: on its way\r\n\r\n');
    const closed = side.smtp.close({ graceMs: 60_000 });
    client.send('still coming\r\n.\r\n');
    expect((await client.readReply()).lines[0]).toMatch(/^250 2\.0\.0 Stored as /);
    expect((await client.readReply()).code).toBe(421);
    expect(await client.readLine()).toBeNull();
    await closed;
    expect((await side.shown(inbox))[0]?.content?.text).toBe('still coming\n');
  });

  it('waits for the store before it acknowledges and goes', async () => {
    const gate = withGate();
    await using side = await startMailSide({ wrapStore: gate.wrapStore });
    const inbox = await side.openInbox('otter@mayfly.test');
    const client = await greet(side.port);
    await begin(client);
    client.send('Subject: x\r\n\r\nx\r\n.\r\n');
    await gate.reached;
    const closed = side.smtp.close({ graceMs: 60_000 });
    gate.open();
    expect((await client.readReply()).code).toBe(250);
    expect((await client.readReply()).code).toBe(421);
    await closed;
    expect(await side.shown(inbox)).toHaveLength(1);
  });

  it('cuts what does not end in time', async () => {
    await using side = await startMailSide();
    const inbox = await side.openInbox('otter@mayfly.test');
    const client = await greet(side.port);
    await begin(client);
    client.send('Subject: never ends\r\n\r\n');
    await side.smtp.close({ graceMs: 100 });
    // The goodbye may be lost on the way, the connection is not kept.
    let line = await client.readLine();
    while (line !== null) line = await client.readLine();
    expect(await side.shown(inbox)).toEqual([]);
  });

  it('closes twice without harm', async () => {
    await using side = await startMailSide();
    await Promise.all([side.smtp.close({ graceMs: 1000 }), side.smtp.close({ graceMs: 1000 })]);
  });
});

describe('many sessions at once', () => {
  it('each get the mail of their own through', async () => {
    const script = createScriptedParser();
    await using side = await startMailSide({ parser: script.parser });
    const inbox = await side.openInbox('otter@mayfly.test');
    const sending = Array.from({ length: 40 }, async (_, n) => {
      const client = await greet(side.port);
      await begin(client);
      const reply = await client.ask(`Subject: number ${n}\r\n\r\n${'x'.repeat(n * 1000)}\r\n.`);
      client.close();
      return reply.code;
    });
    expect(new Set(await Promise.all(sending))).toEqual(new Set([250]));
    for (let n = 0; n < 40; n += 1)
      (await script.next()).answer({ ok: true, parsed: parsedMail('x') });
    const subjects = (await side.shown(inbox)).map(
      ({ raw }) => /Subject: number (\d+)/.exec(raw)?.[1],
    );
    expect(new Set(subjects).size).toBe(40);
  });
});
