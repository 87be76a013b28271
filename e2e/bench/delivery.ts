import { parseArgs } from 'node:util';
import { createClient } from '@mayfly/shared/client/client';
import { messageStream } from '@mayfly/shared/client/message-stream';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { Cursor, MessageItem } from '@mayfly/shared/contract/message';
import { oneAddress } from '../fixtures/one-address.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { TimedMails } from './tools/timed-mails.ts';

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
  ...oneAddress,
  MAYFLY_INBOX_MESSAGES: String(Math.max(100, Math.ceil(messages / inboxes) + 1)),
};

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

async function measure(relay: RelayProcess, wait: Wait) {
  const mails = new TimedMails(messages);
  const take = (items: readonly MessageItem[]) => mails.take(items);
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
  const sent = mails.sendAll(relay.smtp, rate, (i) => addresses[i % addresses.length] ?? '');
  const all = Promise.all([sent, mails.complete]);
  await Promise.race([all, Promise.all(waiting)]);
  end.abort();
  await Promise.all(waiting);
  return mails.figures();
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
