import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Message } from '@mayfly/shared/contract/message';
import { messageIdSchema } from '@mayfly/shared/contract/message';
import { forgetStorage } from '../src/storage/forget-storage.ts';
import type { StorageArea } from '../src/storage/items.ts';
import type { OwnInbox } from '../src/storage/model.ts';
import { createPairingStore } from '../src/storage/pairing-store.ts';
import type { Exclusively } from '../src/storage/private-mail.ts';
import { createRelayStore } from '../src/storage/relay-store.ts';
import { createReminderStore } from '../src/storage/reminder-store.ts';
import { createSecrets } from '../src/storage/secrets.ts';
import { createSiteStore } from '../src/storage/site-store.ts';
import type { Storage } from '../src/storage/storage.ts';

/** `browser.storage`'s areas, which copy what they are given; may be told to be full. */
export class MemoryStorage implements StorageArea {
  readonly items = new Map<string, string>();
  mostBytes = Number.POSITIVE_INFINITY;

  async get(key: string): Promise<Record<string, unknown>> {
    const text = this.items.get(key);
    return text === undefined ? {} : { [key]: JSON.parse(text) };
  }

  async set(items: Record<string, unknown>): Promise<void> {
    const texts = Object.entries(items).map(
      ([key, value]) => [key, JSON.stringify(value)] as const,
    );
    if (texts.some(([, text]) => text.length > this.mostBytes)) throw new Error('full');
    for (const [key, text] of texts) this.items.set(key, text);
  }

  async remove(key: string): Promise<void> {
    this.items.delete(key);
  }

  async clear(): Promise<void> {
    this.items.clear();
  }
}

/** One after the other, as a lock of the browser does it. */
export function createLock(): Exclusively {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}

export interface StorageFixture extends Storage {
  readonly local: MemoryStorage;
  readonly session: MemoryStorage;
  readonly indexedDB: IDBFactory;
  /** All that lies on disk, as text. */
  disk(): Promise<string>;
}

async function textOf(indexedDB: IDBFactory): Promise<string> {
  const { transact } = await import('../src/storage/database.ts');
  return transact(indexedDB, 'readonly', async (mail) => {
    const inboxes = await mail.inboxes();
    const messages = await Promise.all(inboxes.map((inbox) => mail.messages(inbox.id)));
    return JSON.stringify([inboxes, messages]);
  });
}

export function createStorage(): StorageFixture {
  const [local, session, indexedDB] = [new MemoryStorage(), new MemoryStorage(), new IDBFactory()];
  const secrets = createSecrets({ indexedDB, memory: session, exclusively: createLock() });
  const relay = createRelayStore({ local, session }, secrets, createLock());
  const disk = async () => `${await textOf(indexedDB)}${[...local.items.values()].join('')}`;
  const sites = createSiteStore({ local, session }, createLock());
  const reminder = createReminderStore({ local, session });
  const pairing = createPairingStore({ local, session }, createLock());
  const forget = () => forgetStorage(indexedDB, { local, session });
  return { secrets, relay, sites, reminder, pairing, forget, local, session, indexedDB, disk };
}

export const relayUrl = 'http://127.0.0.1:3000';
/** When all tests begin. */
export const start = Date.parse('2026-03-01T12:00:00Z');
export const minute = 60_000;

export function inboxOf(fields: Partial<OwnInbox> = {}): OwnInbox {
  return {
    id: 'aaaaaaaaaaaaaaaa-0000000000000000',
    address: 'anna@mayfly.test',
    token: 'token-a',
    restoreKey: 'restore-a',
    privateKey: 'private-a',
    relayUrl,
    site: 'example.com',
    createdAt: start,
    expiresAt: start + 60 * minute,
    hotUntil: start + 10 * minute,
    cursor: null,
    ended: false,
    tabId: null,
    isPrivate: false,
    ...fields,
  };
}

export const messageId = (n: number) => messageIdSchema.parse(`m${String(n).padStart(19, '0')}`);

export function messageOf(n: number, fields: Partial<Message> = {}): Message {
  return {
    id: messageId(n),
    receivedAt: new Date(start + n * 1000).toISOString(),
    size: 100,
    state: 'analysed',
    seen: false,
    content: contentOf(),
    ...fields,
  };
}

type Content = NonNullable<Message['content']>;

export function contentOf(fields: Partial<Content> = {}): Content {
  return {
    subject: 'Hello',
    from: { name: 'Shop', address: 'shop@example.com' },
    to: [],
    replyTo: [],
    date: null,
    messageId: null,
    headers: [],
    text: 'Hello',
    html: null,
    truncated: false,
    preview: 'Hello',
    links: [],
    codes: [],
    attachments: [],
    removed: [],
    ...fields,
  };
}

export const linkOf = (url: string): Content['links'][number] => ({
  url,
  text: 'Confirm',
  kind: 'verify',
  score: 1,
  reasons: [],
});
