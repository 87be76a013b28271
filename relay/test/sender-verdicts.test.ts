import { messageStream } from '@mayfly/shared/client/message-stream';
import type { Client } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { MessageItem, Verdict } from '@mayfly/shared/contract/message';
import { sealMessage } from 'mailauth';
import nodemailer from 'nodemailer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Environment } from '../src/config.ts';
import { type DnsServer, startDnsServer, type Zone } from './dns-server.ts';
import { openInbox, startRelay, type TestRelay } from './harness.ts';
import { composeMail, createSigner, type Signer } from './signed-mail.ts';

// Room for a busy machine: threads and sockets start late there.
vi.setConfig({ testTimeout: 30_000 });

const shop = createSigner('shop.example');
const forwarder = createSigner('forwarder.example');

const zone: Zone = {
  ...shop.zone,
  ...forwarder.zone,
  'TXT _dmarc.shop.example': ['v=DMARC1; p=reject'],
  'TXT shop.example': ['v=spf1 ip4:127.0.0.2 -all'],
  'TXT forwarder.example': ['v=spf1 ip4:127.0.0.3 -all'],
  'TXT list.example': ['v=spf1 include:spf.list.example ~all'],
  'TXT spf.list.example': ['v=spf1 ip4:127.0.0.4 -all'],
};

interface Sending {
  /** The client's address; a loopback alias. */
  readonly from?: string;
  /** The reverse-path. */
  readonly sender?: string;
}

/** A relay that asks the DNS server of the test, and SPF about loopback addresses. */
async function startJudging(dns: DnsServer, env: Environment = {}): Promise<TestRelay> {
  return startRelay({
    env: {
      MAYFLY_VERDICTS: 'on',
      MAYFLY_DNS_SERVERS: dns.address,
      MAYFLY_PRIVATE_SPF: 'on',
      ...env,
    },
  });
}

async function send(
  relay: TestRelay,
  inbox: CreatedInbox,
  raw: Buffer,
  { from = '127.0.0.1', sender = 'bounces@shop.example' }: Sending = {},
): Promise<void> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: relay.smtpPort,
    localAddress: from,
    ignoreTLS: true,
  });
  try {
    await transport.sendMail({ envelope: { from: sender, to: inbox.address }, raw });
  } finally {
    transport.close();
  }
}

/** Every item in the order in which the API gives them, until `isLast`. */
async function follow(
  client: Client,
  inbox: CreatedInbox,
  isLast: (item: MessageItem) => boolean,
): Promise<MessageItem[]> {
  const seen: MessageItem[] = [];
  for (let after: string | undefined; ;) {
    const list = await client.listMessages(inbox.id, { after, wait: 25 });
    seen.push(...list.items);
    if (list.items.some(isLast)) return seen;
    after = list.next;
  }
}

const verdictOf = (item: MessageItem | undefined): Verdict | undefined =>
  item === undefined || item.change === 'deleted' ? undefined : item.verdict;
const isJudged = (item: MessageItem) => verdictOf(item) !== undefined;

let dns: DnsServer;
let relay: TestRelay;
beforeAll(async () => {
  dns = await startDnsServer(zone);
  relay = await startJudging(dns, {
    MAYFLY_ARC_SEALERS: 'forwarder.example',
    // Slow is what the tests say, not the machine.
    MAYFLY_VERDICT_DEADLINE_MS: '25000',
  });
});
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await dns[Symbol.asyncDispose]();
});

describe('a mail that came in over SMTP is judged', () => {
  async function judge(raw: Buffer, sending?: Sending): Promise<Verdict | undefined> {
    const { inbox, client } = await openInbox(relay);
    await send(relay, inbox, raw, sending);
    const items = await follow(client, inbox, isJudged);
    return verdictOf(items.at(-1));
  }

  test('pass when its domain signed it', async () => {
    expect(await judge(await composeMail({}, shop))).toEqual({
      verdict: 'pass',
      reasons: [
        'DKIM signature by shop.example passed, aligned with From',
        'SPF failed: the sending address is not one of shop.example',
        'DMARC passed for shop.example',
      ],
    });
  });

  test('fail when it is forged and the domain asks to refuse that', async () => {
    const stranger = { sender: 'me@stranger.example' };
    expect(await judge(await composeMail({}), stranger)).toEqual({
      verdict: 'fail',
      reasons: [
        'The mail is not signed (DKIM)',
        'SPF has no record at stranger.example',
        'DMARC failed for shop.example, whose policy is reject',
      ],
    });
    const signed = await judge(await composeMail({}, forwarder), stranger);
    expect(signed?.verdict).toBe('fail');
    expect(signed?.reasons[0]).toBe(
      'DKIM signature by forwarder.example passed, not aligned with From',
    );
  });

  test('pass by DKIM when it was forwarded unchanged', async () => {
    const sending = { from: '127.0.0.3', sender: 'srs@forwarder.example' };
    const raw = await composeMail({}, shop);
    const forwarded = Buffer.concat([Buffer.from('Received: by forwarder.example\r\n'), raw]);
    expect(await judge(forwarded, sending)).toEqual({
      verdict: 'pass',
      reasons: [
        'DKIM signature by shop.example passed, aligned with From',
        'SPF passed for forwarder.example, not aligned with From',
        'DMARC passed for shop.example',
      ],
    });
  });

  /** What a forwarder that changes mail makes of one, sealed with what it saw (RFC 8617). */
  async function changed(seal: Signer | null): Promise<Buffer> {
    const raw = await composeMail({}, shop);
    const other = Buffer.from(raw.toString('latin1').replace('Thank you.', 'Thank you!'), 'latin1');
    if (seal === null) return other;
    const authResults = `${seal.domain}; dmarc=pass header.from=shop.example`;
    const headers = await sealMessage(other, {
      ...{ signingDomain: seal.domain, selector: seal.selector, privateKey: seal.privateKey },
      ...{ authResults, cv: 'none' },
    });
    return Buffer.concat([headers, other]);
  }
  const hop = { from: '127.0.0.3', sender: 'srs@forwarder.example' };

  test('fail when it was changed on its way', async () => {
    const verdict = await judge(await changed(null), hop);
    expect(verdict?.verdict).toBe('fail');
    expect(verdict?.reasons[0]).toBe(
      'DKIM signature by shop.example failed: the mail was changed after it was signed',
    );
  });

  test('pass when a forwarder that is believed sealed what it changed', async () => {
    const verdict = await judge(await changed(forwarder), hop);
    expect(verdict?.reasons.at(-1)).toBe(
      'ARC seal by forwarder.example passed, which saw DMARC pass for shop.example',
    );
    expect(verdict?.verdict).toBe('pass');
  });

  test('fail when a stranger sealed it', async () => {
    const stranger = createSigner('stranger.example');
    Object.assign(dns.zone, stranger.zone);
    const verdict = await judge(await changed(stranger), hop);
    expect(verdict?.verdict).toBe('fail');
    expect(verdict?.reasons.at(-1)).toMatch(/^ARC seal by stranger.example passed, which is not/);
  });

  test('pass by SPF alone', async () => {
    expect((await judge(await composeMail({}), { from: '127.0.0.2' }))?.verdict).toBe('pass');
    const list = { from: 'News <news@list.example>' };
    expect(
      await judge(await composeMail(list), { from: '127.0.0.4', sender: 'bounce@list.example' }),
    ).toEqual({
      verdict: 'pass',
      reasons: [
        'The mail is not signed (DKIM)',
        'SPF passed for list.example, aligned with From',
        'list.example publishes no DMARC policy',
      ],
    });
  });

  test('none when its domain publishes nothing', async () => {
    const raw = await composeMail({ from: 'a@plain.example' });
    expect((await judge(raw, { sender: 'a@plain.example' }))?.verdict).toBe('none');
  });

  test('and asks the DNS only about what it needs, once', () => {
    const times = dns.asked.filter((question) => question === 'TXT _dmarc.shop.example').length;
    expect(times).toBe(1);
  });
});

describe('with a slow DNS', () => {
  /** Nobody has asked about these domains before. */
  const signers = ['late-1.example', 'late-2.example'].map((domain) => createSigner(domain, 1024));
  let openGate: () => void;
  beforeEach(() => {
    const gate = Promise.withResolvers<void>();
    dns.gate = gate.promise;
    openGate = gate.resolve;
    for (const signer of signers) Object.assign(dns.zone, signer.zone);
  });
  afterEach(() => openGate());

  const lateMail = (index: 0 | 1) =>
    composeMail({ from: `a@late-${index + 1}.example` }, signers[index]);

  test('a mail is shown at once, and its verdict is an update', async () => {
    const { inbox, client } = await openInbox(relay);
    await send(relay, inbox, await lateMail(0));
    const list = await client.listMessages(inbox.id, { wait: 25 });
    expect(list.items).toMatchObject([{ change: 'new', state: 'analysed' }]);
    expect(verdictOf(list.items[0])).toBeUndefined();
    const next = client.listMessages(inbox.id, { after: list.next, wait: 25 });
    openGate();
    const { items } = await next;
    expect(items).toMatchObject([{ change: 'updated', state: 'analysed', seen: false }]);
    expect(verdictOf(items[0])?.verdict).toBe('pass');
  });

  test('the update reaches a WebSocket', async () => {
    const { inbox } = await openInbox(relay);
    const controller = new AbortController();
    const watch = [{ token: inbox.token, after: null }];
    const { client } = relay;
    const seen: string[] = [];
    for await (const event of messageStream({
      ...{ client, watch, signal: controller.signal, transport: 'live' },
    })) {
      if (event.type === 'connected') await send(relay, inbox, await lateMail(1));
      for (const item of event.type === 'items' ? event.items : []) {
        seen.push(`${item.change} ${verdictOf(item)?.verdict ?? 'unjudged'}`);
        if (item.change === 'new') openGate();
        else controller.abort();
      }
    }
    expect(seen).toEqual(['new unjudged', 'updated pass']);
  });
});

test('a DNS that says that it cannot answer leaves the verdict unknown', async () => {
  const { inbox, client } = await openInbox(relay);
  const far = createSigner('far.example', 1024);
  dns.mood = 'broken';
  await send(relay, inbox, await composeMail({ from: 'a@far.example' }, far), {
    sender: 'a@far.example',
  });
  const items = await follow(client, inbox, isJudged);
  dns.mood = 'well';
  expect(verdictOf(items.at(-1))).toEqual({
    verdict: 'unknown',
    reasons: [
      'DKIM signature by far.example could not be checked: the DNS did not answer',
      'SPF could not be checked: the DNS did not answer for far.example',
      'DMARC could not be checked: the DNS did not answer for far.example',
    ],
  });
});

describe('with no DNS at all', () => {
  test('mail is shown, its verdict is unknown at the deadline, and deleted mail stays away', async () => {
    await using silent = await startDnsServer();
    silent.mood = 'silent';
    await using other = await startJudging(silent, { MAYFLY_VERDICT_DEADLINE_MS: '500' });
    const { inbox, client } = await openInbox(other);
    await send(other, inbox, await composeMail({}, shop));
    const items = await follow(client, inbox, isJudged);
    expect(items[0]).toMatchObject({ change: 'new', state: 'analysed' });
    expect(verdictOf(items.at(-1))?.verdict).toBe('unknown');

    const gone = await openInbox(other);
    await send(other, gone.inbox, await composeMail({}, shop));
    await gone.client.deleteInbox(gone.inbox.id);
    await other.stop();
    const log = other.log.join('');
    expect(log.match(/verdict-reached/g)).toHaveLength(2);
    expect(log).not.toContain('fault');
    expect(log).not.toContain('shop.example');
  });
});
