import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { oneAddress } from '../fixtures/one-address.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { round } from './tools/figures.ts';
import { ensureOpenFiles } from './tools/file-limit.ts';
import { createHeldClients, type HeldClients, type Kind } from './tools/held-clients.ts';
import { TimedMails } from './tools/timed-mails.ts';

/**
 * What a relay needs for each client that waits, and how soon a mail reaches its waiter while all of them are held. The
 * relay runs in a process of its own; sender and clients share this one, so that both ends read the same clock.
 */
const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    held: { type: 'string', default: '10000' },
    messages: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '50' },
  },
});
const held = Number(options.held);
const messages = Number(options.messages);
const rate = Number(options.rate);

/** Everything else stays as it is by default. */
const raised = oneAddress;
/** Long-polls end after 25 s and begin anew: at any moment some are between the two. */
const nearlyAll = 0.99;
/** Beside the connections: the store, the senders, the runtime. */
const otherFiles = 500;
const openedAtOnce = 50;
/** Before anything is measured, so that what a relay makes once (compiled code, buffers) is counted for no waiter. */
const warmUp = { clients: 100, mails: 100 };

interface Memory extends Record<Kind, number> {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
}

/** After a garbage collection, at a moment when so many are held. */
async function memoryOf(relay: RelayProcess, kind: Kind, count: number): Promise<Memory> {
  const answer = await relay.ask(`memory ${kind} ${count}`);
  const get = (name: string) =>
    typeof answer === 'object' && answer !== null ? Number(Reflect.get(answer, name)) : Number.NaN;
  return {
    longPoll: get('longPoll'),
    webSocket: get('webSocket'),
    rss: get('rss'),
    heapUsed: get('heapUsed'),
    external: get('external'),
  };
}

async function createInboxes(relay: RelayProcess): Promise<CreatedInbox[]> {
  const inboxes: CreatedInbox[] = [];
  while (inboxes.length < held) {
    const some = Math.min(openedAtOnce, held - inboxes.length);
    const made = Array.from({ length: some }, () => relay.client.createInbox());
    inboxes.push(...(await Promise.all(made)));
  }
  return inboxes;
}

/** Opens a client for each inbox, a few at a time, and resolves when the relay holds all of them. */
async function holdAll(
  relay: RelayProcess,
  clients: HeldClients,
  inboxes: readonly CreatedInbox[],
): Promise<void> {
  for (let count = 0; count < inboxes.length; count += openedAtOnce) {
    const some = inboxes.slice(count, count + openedAtOnce);
    for (const inbox of some) clients.open(inbox);
    await relay.ask(`held ${clients.kind} ${count + some.length}`);
  }
}

async function sendMails(
  relay: RelayProcess,
  clients: HeldClients,
  inboxes: readonly CreatedInbox[],
  count: number,
) {
  const mails = new TimedMails(count);
  clients.take = (items) => mails.take(items);
  const anyAddress = () => inboxes[Math.floor(Math.random() * inboxes.length)]?.address ?? '';
  await Promise.all([mails.sendAll(relay.smtp, rate, anyAddress), mails.complete]);
  return mails.figures();
}

const toKb = (bytes: number) => round(bytes / 1024, 1);
const load = () =>
  `load ${loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')}`;

async function measure(relay: RelayProcess, kind: Kind) {
  const inboxes = await createInboxes(relay);
  // What the making of the inboxes left behind is no part of the baseline.
  await relay.stop();
  await relay.start();

  const some = inboxes.slice(0, warmUp.clients);
  const first = createHeldClients(kind, relay.url);
  await holdAll(relay, first, some);
  await sendMails(relay, first, some, warmUp.mails);
  first.close();
  const baseline = await memoryOf(relay, kind, 0);

  const clients = createHeldClients(kind, relay.url);
  const run = async () => {
    await holdAll(relay, clients, inboxes);
    const full = await memoryOf(relay, kind, nearlyAll * held);
    const each = (of: 'rss' | 'heapUsed' | 'external') =>
      toKb((full[of] - baseline[of]) / full[kind]);
    console.error(
      `${kind}: ${full[kind]} held, ${each('rss')} KB each (heap ${each('heapUsed')}, external ${each('external')}); ` +
        `${toKb(baseline.rss / 1024)} MB before; ${load()}`,
    );
    const { p50, p99 } = await sendMails(relay, clients, inboxes, messages);
    console.error(`${kind}: ${messages} mails, p50 ${p50} ms, p99 ${p99} ms; ${load()}`);
    return { held: full[kind], kbEach: each('rss'), p99 };
  };
  const figures = await Promise.race([run(), clients.failed]);
  clients.close();
  return figures;
}

async function run(kind: Kind) {
  await using relay = await startRelay(
    { ...raised, MAYFLY_LOG_LEVEL: 'warn' },
    { entry: path.resolve(import.meta.dirname, 'tools/memory-entry.ts') },
  );
  return await measure(relay, kind);
}

const files = ensureOpenFiles(held + otherFiles);
console.error(
  `${held} clients of each kind, one an inbox; ${messages} mails of 2 KB to random ones of them, ${rate} a second; ` +
    `before that, as a warm-up, ${warmUp.mails} mails to ${warmUp.clients} clients`,
);
console.error(
  `Raised limits: ${Object.entries(raised)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}${files === null ? '' : `, ${files}`}`,
);
const result = { longPoll: await run('longPoll'), webSocket: await run('webSocket') };
console.table(result);
if (options.json) console.log(JSON.stringify(result));
