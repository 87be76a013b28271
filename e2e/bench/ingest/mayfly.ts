import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { Cursor } from '@mayfly/shared/contract/message';
import { newSealingKeys, type Open, opener } from '@mayfly/shared/sealing/hpke';
import { openMessage } from '@mayfly/shared/sealing/open-message';
import { startRedis } from '@mayfly/relay/test/redis-server';
import { oneAddress } from '../../fixtures/one-address.ts';
import { type RelayProcess, startRelay } from '../../fixtures/relay.ts';
import { subject } from './mails.ts';
import { type MailServer, streams } from './servers.ts';

/**
 * What a relay needs to take so much from one address into few inboxes; everything else stays as it is by default.
 * Senders are not judged, since none of the others does that.
 */
export const raised = {
  MAYFLY_VERDICTS: 'off',
  MAYFLY_INBOX_MESSAGES: '100000',
  MAYFLY_INBOX_BYTES: '10000000000',
  ...oneAddress,
};

interface Owned {
  readonly inbox: CreatedInbox;
  /** Null: its mail is not sealed. */
  readonly open: Open | null;
}

async function makeInbox(relay: RelayProcess, isSealed: boolean): Promise<Owned> {
  if (!isSealed) return { inbox: await relay.client.createInbox(), open: null };
  const { publicKey, privateKey } = await newSealingKeys();
  const open = await opener(privateKey);
  return { inbox: await relay.client.createInbox({ publicKey }), open };
}

/** Reads every message of an inbox and looks whether each is whole; then deletes the inbox with them. */
async function readAll(relay: RelayProcess, { inbox, open }: Owned): Promise<number> {
  const { id, token } = inbox;
  const client = createClient({ baseUrl: relay.url, token });
  const seen = new Set<string>();
  let after: Cursor | undefined;
  for (;;) {
    const { items, next } = await client.listMessages(id, { after });
    if (items.length === 0) break;
    after = next;
    for (const item of items) {
      if (item.change === 'deleted') throw new Error('A message is gone');
      const { content } = await openMessage(id, item, open);
      if (content?.subject !== subject) {
        throw new Error('A message came back damaged or unanalysed');
      }
      if (content.links.length === 0 || content.codes.length === 0) {
        throw new Error('A message came back without its link and code');
      }
      seen.add(item.id);
    }
  }
  await client.deleteInbox(id);
  return seen.size;
}

/** Counts lines that come in pieces. A relay writes one for each message that can be read from now on. */
function countLines(wanted: RegExp) {
  let rest = '';
  let found = 0;
  return {
    add(text: string) {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      found += lines.filter((line) => wanted.test(line)).length;
    },
    count: () => found,
  };
}

async function withStore(kind: 'sqlite' | 'redis') {
  if (kind === 'sqlite') return { env: {}, pids: [], dispose: () => Promise.resolve() };
  const redis = await startRedis();
  const env = { MAYFLY_STORE: redis.url, MAYFLY_SECRET: `k1:${'benchmark'.repeat(4)}` };
  return { env, pids: [redis.pid], dispose: () => redis.dispose() };
}

export interface MayflyOptions {
  readonly kind: 'sqlite' | 'redis';
  /** Inboxes have a key. */
  readonly isSealed: boolean;
}

export async function startMayfly({ kind, isSealed }: MayflyOptions): Promise<MailServer> {
  const store = await withStore(kind);
  const log = countLines(/"event":"message-analysed"/);
  const all = { ...raised, ...store.env };
  const relay = await startRelay(all, { onOutput: log.add });
  let inboxes: Owned[] = [];
  let before = 0;
  return {
    name: `mayfly-${kind}${isSealed ? '-sealed' : ''}`,
    port: relay.smtp.port,
    pids: [relay.pid ?? 0, ...store.pids],
    async recipients() {
      before = log.count();
      inboxes = [];
      for (let i = 0; i < streams; i += 1) inboxes.push(await makeInbox(relay, isSealed));
      return inboxes.map(({ inbox }) => inbox.address);
    },
    async settled(messages) {
      while (log.count() - before < messages) await delay(5);
    },
    async verify(messages) {
      let found = 0;
      for (const inbox of inboxes) found += await readAll(relay, inbox);
      if (found !== messages) throw new Error(`Mayfly gave back ${found} of ${messages}`);
    },
    async stop() {
      await relay[Symbol.asyncDispose]();
      await store.dispose();
    },
  };
}
