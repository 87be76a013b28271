import { connectSmtp } from '@mayfly/relay/test/smtp-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../fixtures/until.ts';
import { type MeasuredRelay, startMeasuredRelay } from './measured-relay.ts';
import { connectSender } from './sender.ts';
import { holdClients, type SlowManner } from './slow-clients.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const COUNT = isLong ? 1000 : 50;
/** Mails that a sender brings meanwhile; each from a connection of its own. */
const MAILS = isLong ? 50 : 2;

/** A sender as any other: it comes again when it is told to (RFC 5321 section 4.5.4.1), and its mail is seen. */
async function expectMail(relay: MeasuredRelay): Promise<number> {
  const inbox = await relay.client.createInbox();
  const watched = relay.client.listMessages(inbox.id, { wait: 25, token: inbox.token });
  let tries = 0;
  await until(
    async () => {
      tries += 1;
      const smtp = await connectSmtp(relay.smtp.port);
      const { code } = await smtp.readReply();
      smtp.close();
      if (code !== 220) return false;
      const sender = await connectSender(relay.smtp.port).catch(() => null);
      const answer = await sender?.send({ to: inbox.address, subject: 'x' });
      sender?.close();
      return answer === 250;
    },
    { what: 'a mail taken', seconds: 60, everyMs: 500 },
  );
  expect((await watched).items).toHaveLength(1);
  await relay.client.deleteInbox(inbox.id, { token: inbox.token });
  return tries;
}

async function expectService(relay: MeasuredRelay): Promise<void> {
  const tries: number[] = [];
  for (let mail = 0; mail < MAILS; mail += 1) tries.push(await expectMail(relay));
  // Only the first may have come before anyone had waited long enough to be sent away.
  expect(tries.slice(1).every((count) => count === 1)).toBe(true);
  expect(relay.faults()).toEqual([]);
}

/** Ten seconds pass before somebody counts as idle who spoke; too long for the slice. */
const busyBodies: Readonly<Record<string, SlowManner>> = {
  'say one thing after another that leads nowhere': {
    opening: 'EHLO x\r\nMAIL FROM:<shop@sender.example>\r\n',
    waits: true,
    dripping: ['NOOP\r\n'],
    everyMs: 200,
  },
};
const smtpClients: Readonly<Record<string, SlowManner>> = {
  'say nothing': {},
  'give a command octet by octet': { dripping: [...'NOOP and so on '] },
  ...(isLong ? busyBodies : {}),
};

const get = 'GET /v1/limits HTTP/1.1\r\nHost: 127.0.0.1\r\n';
const post =
  'POST /v1/inboxes HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n';
const upgrade =
  'GET /v1/live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
const httpClients: Readonly<Record<string, SlowManner>> = {
  'send headers octet by octet': { opening: get, dripping: [...'X-Slow: a\r\n'] },
  'send a body octet by octet': { opening: post, dripping: [' '] },
  'open a WebSocket and say nothing': { opening: upgrade },
  'read no answer': { opening: `${get}\r\n`.repeat(20), deaf: true },
};

describe(`${COUNT} clients from as many addresses`, { timeout: 300_000 }, () => {
  let relay: MeasuredRelay;
  beforeAll(async () => {
    relay = await startMeasuredRelay({ MAYFLY_SMTP_CONNECTIONS: String(COUNT) });
  });
  afterAll(() => relay[Symbol.asyncDispose]());

  it.each(Object.entries(smtpClients))(
    'that take all connections and %s keep no mail out',
    async (_, how) => {
      await using slow = await holdClients(relay.smtp.port, COUNT, how);
      expect(slow.count).toBe(COUNT);
      await expectService(relay);
    },
  );

  it.each(Object.entries(httpClients))('of HTTP that %s keep nobody out', async (_, how) => {
    await using slow = await holdClients(relay.http.port, COUNT, how);
    await expectService(relay);
    // The last of it is said 30 s after the goodbye that nobody answers.
    if (isLong && how.opening === upgrade) {
      await until(() => slow.ended === COUNT, { what: 'sockets closed', seconds: 60 });
    }
  });
});
