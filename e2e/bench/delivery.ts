import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@mayfly/shared/client/client';
import { messageStream } from '@mayfly/shared/client/message-stream';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { Cursor, MessageItem } from '@mayfly/shared/contract/message';
import { createTransport } from 'nodemailer';
import { type Endpoint, type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { percentile, round } from './tools/figures.ts';

/**
 * How long it takes from `250` to the analysed message in the hands of a client that waits. The relay runs in a process
 * of its own; sender and clients share this one, so that both ends of a measurement read the same clock.
 */
const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    messages: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '50' },
    inboxes: { type: 'string', default: '40' },
  },
});
const messages = Number(options.messages);
const rate = Number(options.rate);
const inboxes = Number(options.inboxes);

/** Everything else stays as it is by default. */
const raised = {
  MAYFLY_INBOXES_PER_HOUR: '10000',
  MAYFLY_REQUESTS_PER_MINUTE: '1000000',
  MAYFLY_INBOX_MESSAGES: String(Math.max(100, Math.ceil(messages / inboxes) + 1)),
};
const connections = 8;

interface Moments {
  readonly accepted: Map<string, number>;
  readonly received: Map<string, number>;
}

type Wait = (
  relay: RelayProcess,
  inbox: CreatedInbox,
  take: (items: readonly MessageItem[]) => void,
  signal: AbortSignal,
  ready: () => void,
) => Promise<void>;

const longPoll: Wait = async ({ url }, { id, token }, take, signal, ready) => {
  const client = createClient({ baseUrl: url, token });
  let after: Cursor | undefined;
  while (!signal.aborted) {
    const wait = after === undefined ? 0 : 25;
    const list = await client.listMessages(id, { after, wait, signal });
    after = list.next;
    take(list.items);
    ready();
  }
};

const webSocket: Wait = async ({ client }, { token }, take, signal, ready) => {
  const stream = messageStream({
    client,
    watch: [{ token, after: null }],
    signal,
    transport: 'live',
  });
  for await (const event of stream) {
    if (event.type === 'items') take(event.items);
    if (event.type === 'connected') ready();
    if (event.type === 'disconnected') throw event.error;
  }
};

/** About 2 KB, with a link and a code, as a site sends it. */
function mailTo(address: string, subject: string) {
  const link = `https://shop.example.org/verify?token=${subject.replaceAll(/\W/g, '')}f3a9c2e7`;
  const filler =
    'You get this mail because somebody signed up at our shop with this address. '.repeat(20);
  const text = `Hello!\n\nPlease confirm your address: ${link}\n\nOr type this code: 481205\n\n${filler}\n`;
  return { from: 'shop@example.org', to: address, subject, text };
}

/** Sends one mail every so often, whether or not the last one is through. */
async function sendAll(smtp: Endpoint, addresses: readonly string[], { accepted }: Moments) {
  const transport = createTransport({
    ...smtp,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
    ignoreTLS: true,
  });
  const sending: Promise<void>[] = [];
  const started = performance.now();
  for (let i = 0; i < messages; i += 1) {
    const due = started + (i * 1000) / rate - performance.now();
    if (due > 0) await delay(due);
    const subject = `Mail number ${i}`;
    const address = addresses[i % addresses.length] ?? '';
    const sent = transport.sendMail(mailTo(address, subject));
    sending.push(sent.then(() => void accepted.set(subject, performance.now())));
  }
  await Promise.all(sending);
  transport.close();
}

/** Notes when each analysed message comes; `complete` resolves with the last one. */
function createReceiver({ received }: Moments) {
  const { promise: complete, resolve } = Promise.withResolvers<void>();
  const take = (items: readonly MessageItem[]) => {
    const now = performance.now();
    for (const item of items) {
      if (item.change === 'deleted' || item.state !== 'analysed' || !item.content) continue;
      if (item.content.links.length === 0) throw new Error('An analysed message without its link');
      if (!received.has(item.content.subject)) received.set(item.content.subject, now);
    }
    if (received.size === messages) resolve();
  };
  return { take, complete };
}

/** What a client has before the sender read its reply took no time. */
function figures({ accepted, received }: Moments) {
  const took = [...received].map(([subject, at]) =>
    Math.max(0, at - (accepted.get(subject) ?? Number.NaN)),
  );
  return { n: took.length, p50: round(percentile(took, 0.5)), p99: round(percentile(took, 0.99)) };
}

async function measure(relay: RelayProcess, wait: Wait) {
  const moments: Moments = { accepted: new Map(), received: new Map() };
  const { take, complete } = createReceiver(moments);
  const end = new AbortController();
  const waiting: Promise<void>[] = [];
  const addresses: string[] = [];
  for (let i = 0; i < inboxes; i += 1) {
    const inbox = await relay.client.createInbox();
    const { promise: ready, resolve } = Promise.withResolvers<void>();
    const held = wait(relay, inbox, take, end.signal, resolve).catch((error: unknown) => {
      if (!end.signal.aborted) throw error;
    });
    await Promise.race([ready, held]);
    waiting.push(held);
    addresses.push(inbox.address);
  }
  const all = Promise.all([sendAll(relay.smtp, addresses, moments), complete]);
  await Promise.race([all, Promise.all(waiting)]);
  end.abort();
  await Promise.all(waiting);
  return figures(moments);
}

async function run(wait: Wait) {
  await using relay = await startRelay({ ...raised, MAYFLY_LOG_LEVEL: 'warn' });
  return await measure(relay, wait);
}

console.error(
  `${messages} mails of 2 KB, ${rate} a second, ${inboxes} inboxes with one waiting client each`,
);
console.error(
  `Raised limits: ${Object.entries(raised)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`,
);
const result = { longPoll: await run(longPoll), webSocket: await run(webSocket) };
console.table(result);
if (options.json) console.log(JSON.stringify(result));
