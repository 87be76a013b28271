import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificate } from '@mayfly/relay/test/certificates';
import { type Dovecot, startDovecot } from '@mayfly/relay/test/dovecot';
import { startRedis } from '@mayfly/relay/test/redis-server';
import { callOf, inboundSecrets } from '@mayfly/relay/test/route-calls';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { MessageItem } from '@mayfly/shared/contract/message';
import nodemailer from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { startBalancer } from '../fixtures/balancer.ts';
import { canRunPostfix, startPostfix } from '../fixtures/postfix.ts';
import { oneAddress } from '../fixtures/one-address.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const secret = { MAYFLY_SECRET: `k1:${'s'.repeat(40)}` };

const verification = (way: string) => ({
  subject: `Confirm by ${way}`,
  text: 'Your verification code is: 481920\n\nConfirm: https://shop.example/verify?token=q8Zk3vX0aB7\n',
});

type Visible = Exclude<MessageItem, { change: 'deleted' }>;

async function listed({ client }: RelayProcess, { id, token }: CreatedInbox): Promise<Visible[]> {
  const { items } = await client.listMessages(id, { limit: 100, token });
  return items.flatMap((item) => (item.change === 'deleted' ? [] : [item]));
}

const subjectsOf = (items: readonly Visible[]): string[] =>
  items.map(({ content }) => content?.subject ?? '').sort();

const receives = (relay: RelayProcess, inbox: CreatedInbox, count: number, seconds = 60) =>
  until(
    async () => {
      // The store may be on its way back.
      const items = await listed(relay, inbox).catch(() => []);
      return items.length >= count ? items : null;
    },
    { what: `${count} mails in the inbox`, seconds, everyMs: 200 },
  );

const rawFor = (address: string, { subject, text }: ReturnType<typeof verification>): string =>
  [
    `Delivered-To: ${address}`,
    'From: Shop <shop@fern.example>',
    `Subject: ${subject}`,
    '',
    text,
  ].join('\r\n');

/** Brings a mail over HTTP, as the forwarder of that way does. */
async function bring(
  relay: RelayProcess,
  inbox: CreatedInbox,
  { name, rawBody }: { name: 'receiveRaw' | 'receiveImprovmx'; rawBody: string },
): Promise<void> {
  const { method, path: at, headers } = callOf(name, inbox, '');
  const sent = { method, headers: { ...headers }, body: rawBody };
  expect((await fetch(`${relay.url}${at}`, sent)).status).toBe(200);
}

/** A folder with a certificate for STARTTLS. */
async function withCertificate<T>(use: (env: Record<string, string>) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-certificate-'));
  const { cert, key } = makeCertificate({ name: 'mayfly.test', to: Date.now() + 30 * 86_400_000 });
  const [certFile, keyFile] = [path.join(folder, 'cert.pem'), path.join(folder, 'key.pem')];
  await writeFile(certFile, cert);
  await writeFile(keyFile, key);
  try {
    return await use({ MAYFLY_TLS_CERT: certFile, MAYFLY_TLS_KEY: keyFile });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.skipIf(!canRunPostfix)('Postfix as the sender', { timeout: 180_000 }, () => {
  it('delivers by STARTTLS, is refused with 451 while the store is down, and comes again', async () => {
    const redis = await startRedis();
    try {
      await withCertificate(async (tls) => {
        await using relay = await startRelay({
          ...{ ...oneAddress, ...secret, ...tls, MAYFLY_STORE: redis.url },
        });
        await using postfix = await startPostfix({
          main: { relayhost: `[127.0.0.1]:${relay.smtp.port}`, smtp_tls_security_level: 'encrypt' },
        });
        const inbox = await relay.client.createInbox();
        await postfix.send(inbox.address, verification('Postfix'));
        const [first] = await receives(relay, inbox, 1);
        const { bytes } = await relay.client.getRaw(inbox.id, first?.id ?? expect.fail(), inbox);
        expect(Buffer.from(bytes).toString()).toMatch(/^\tby mayfly\.test with ESMTPS id /m);
        await redis.stop();
        await postfix.send(inbox.address, verification('Postfix again'));
        await until(async () => /451 4\.3\.[02] /.test(await postfix.log()), {
          what: 'Postfix is told to come again',
          seconds: 60,
        });
        await redis.restart();
        const all = await receives(relay, inbox, 2);
        expect(subjectsOf(all)).toEqual(['Confirm by Postfix', 'Confirm by Postfix again']);
      });
    } finally {
      await redis.dispose();
    }
  });
});

describe('every way in', { timeout: 120_000 }, () => {
  it('leads to the same inbox, each mail with its link and its code', async () => {
    await using dovecot = await startDovecot();
    await using relay = await startRelay({
      MAYFLY_INBOUND_RAW_SECRET: inboundSecrets.raw,
      MAYFLY_INBOUND_IMPROVMX_SECRET: inboundSecrets.improvmx,
      MAYFLY_IMAP: dovecot.url(),
    });
    const inbox = await relay.client.createInbox();
    const rawBody = rawFor(inbox.address, verification('raw'));
    await bring(relay, inbox, { name: 'receiveRaw', rawBody });
    const to = [{ email: inbox.address }];
    const form = { to, from: { email: 'shop@fern.example' }, ...verification('improvmx') };
    await bring(relay, inbox, { name: 'receiveImprovmx', rawBody: JSON.stringify(form) });
    await dovecot.deliver(rawFor(inbox.address, verification('IMAP')));
    await sendBySmtp(relay, inbox);
    const items = await receives(relay, inbox, 4);
    expect(subjectsOf(items)).toEqual(
      ['IMAP', 'SMTP', 'improvmx', 'raw'].map((way) => `Confirm by ${way}`),
    );
    for (const { content } of items) {
      expect(content?.links.map(({ url }) => url)).toEqual([
        'https://shop.example/verify?token=q8Zk3vX0aB7',
      ]);
      expect(content?.codes[0]?.value).toBe('481920');
    }
  });
});

async function sendBySmtp(relay: RelayProcess, { address }: CreatedInbox): Promise<void> {
  const { port } = relay.smtp;
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({
    ...{ from: 'shop@fern.example', to: address },
    ...verification('SMTP'),
  });
  transport.close();
}

const BURST = 50;

/** Fifty mails at once, the connection cut in the middle of them, and then the relay killed. */
async function burst(dovecot: Dovecot, env: Record<string, string>): Promise<void> {
  await using wire = await startBalancer([dovecot.port]);
  const mailbox = { MAYFLY_IMAP: dovecot.url('INBOX', wire.port) };
  await using relay = await startRelay({ ...oneAddress, ...mailbox, ...env });
  const inbox = await relay.client.createInbox();
  await until(() => relay.log.includes('"state":"open"'), {
    what: 'the mailbox is open',
    seconds: 60,
  });
  const names = Array.from({ length: BURST }, (_, n) => `mail ${String(n).padStart(2, '0')}`);
  const deliver = (some: readonly string[]) =>
    Promise.all(
      some.map((subject) =>
        dovecot.deliver(rawFor(inbox.address, { ...verification('burst'), subject })),
      ),
    );
  const broughtAtLeast = (count: number) =>
    until(() => relay.log.split('"outcome":"stored"').length > count, {
      ...{ what: `${count} mails are stored`, seconds: 60, everyMs: 1 },
    });
  await deliver(names.slice(0, BURST / 2));
  await broughtAtLeast(5);
  wire.cut();
  wire.mend();
  await deliver(names.slice(BURST / 2));
  await broughtAtLeast(BURST / 2 + 5);
  await relay.kill();
  await relay.start();
  const shown = await receives(relay, inbox, BURST, 90);
  expect(subjectsOf(shown)).toEqual(names);
  // What was stored and not yet marked comes once more, and is not stored again.
  await until(async () => (await dovecot.count()).seen === BURST, {
    what: 'every mail is marked',
    seconds: 60,
  });
  expect(subjectsOf(await listed(relay, inbox))).toEqual(names);
}

describe(`a burst of ${BURST} mails in a mailbox`, { timeout: 240_000 }, () => {
  const stores = isLong ? ['SQLite', 'Redis'] : ['SQLite'];
  it.each(stores)(
    'comes whole and none twice, cut and killed in the middle, on %s',
    async (kind) => {
      await using dovecot = await startDovecot();
      if (kind === 'SQLite') return await burst(dovecot, {});
      const redis = await startRedis();
      try {
        await burst(dovecot, { MAYFLY_STORE: redis.url, ...secret });
      } finally {
        await redis.dispose();
      }
    },
  );
});
