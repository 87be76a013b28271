import type { AccessRecord, OwnInbox, OwnMessage } from './model.ts';

/** Inboxes and their mail within one transaction. What is done here happens as a whole or not at all. */
export interface Mail {
  inbox(id: string): Promise<OwnInbox | undefined>;
  inboxes(): Promise<OwnInbox[]>;
  putInbox(inbox: OwnInbox): Promise<void>;
  /** With all of its messages. */
  removeInbox(id: string): Promise<void>;
  message(inboxId: string, id: string): Promise<OwnMessage | undefined>;
  messages(inboxId: string): Promise<OwnMessage[]>;
  /** How many there are, of all inboxes. */
  countMessages(): Promise<number>;
  /** How many messages nobody has seen, by inbox. */
  unseen(): Promise<ReadonlyMap<string, number>>;
  putMessage(message: OwnMessage): Promise<void>;
  removeMessage(inboxId: string, id: string): Promise<void>;
  removeMessages(inboxId: string): Promise<void>;
}

export interface Access {
  read(relayUrl: string): Promise<AccessRecord | undefined>;
  list(): Promise<AccessRecord[]>;
  put(record: AccessRecord): Promise<void>;
  remove(relayUrl: string): Promise<void>;
}

const databaseName = 'mayfly';
const stores = ['inboxes', 'messages', 'access'] as const;

/** One step for each version of the database, in order; a step never changes once it has been released. */
const migrations: readonly ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('inboxes', { keyPath: 'id' });
    const messages = database.createObjectStore('messages', { keyPath: ['inboxId', 'id'] });
    // Only messages that have the mark stand in the index, so that counting them reads no mail.
    messages.createIndex('unseen', ['unseen', 'inboxId']);
    database.createObjectStore('access', { keyPath: 'relayUrl' });
  },
];

/** The database, or what came of the work that was done while it was made. */
type Opened<T> = { readonly database: IDBDatabase } | { readonly first: Promise<T> };

/** @param whenNew works in the transaction that makes a database that was not there, and may give that up */
function open<T>(
  factory: IDBFactory,
  whenNew: (transaction: IDBTransaction) => Promise<T>,
): Promise<Opened<T>> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName, migrations.length);
    let first: Promise<T> | null = null;
    request.onupgradeneeded = (event) => {
      for (const step of migrations.slice(event.oldVersion)) step(request.result);
      if (event.oldVersion > 0 || request.transaction === null) return;
      first = whenNew(request.transaction);
      // It is handed on below, which is too late for those who count faults that nobody waits for.
      first.catch(() => {});
    };
    request.onsuccess = () => {
      if (first === null) return resolve({ database: request.result });
      request.result.close();
      resolve({ first });
    };
    request.onerror = () =>
      first === null
        ? reject(request.error ?? new Error('The database could not be opened'))
        : resolve({ first });
    request.onblocked = () => reject(new Error('An older version of the extension is open'));
  });
}

/** IndexedDB knows no types: what is read here is what was put here, in this version of the database. */
function settle<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('The database refused'));
  });
}

async function finish(request: IDBRequest): Promise<void> {
  await settle(request);
}

const withMark = (own: OwnMessage) => (own.message.seen ? own : { ...own, unseen: 1 });

async function countUnseen(messages: IDBObjectStore): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [inboxId] of await settle<[string, string][]>(messages.index('unseen').getAllKeys())) {
    counts.set(inboxId, (counts.get(inboxId) ?? 0) + 1);
  }
  return counts;
}

/** All messages of one inbox: arrays sort after every string. */
const messagesOf = (inboxId: string) => IDBKeyRange.bound([inboxId], [inboxId, []]);

function mailIn(transaction: IDBTransaction): Mail {
  const inboxes = transaction.objectStore('inboxes');
  const messages = transaction.objectStore('messages');
  return {
    inbox: (id) => settle<OwnInbox | undefined>(inboxes.get(id)),
    inboxes: () => settle<OwnInbox[]>(inboxes.getAll()),
    putInbox: (inbox) => finish(inboxes.put(inbox)),
    removeInbox: async (id) => {
      await finish(messages.delete(messagesOf(id)));
      await finish(inboxes.delete(id));
    },
    message: (inboxId, id) => settle<OwnMessage | undefined>(messages.get([inboxId, id])),
    messages: (inboxId) => settle<OwnMessage[]>(messages.getAll(messagesOf(inboxId))),
    countMessages: () => settle<number>(messages.count()),
    unseen: () => countUnseen(messages),
    putMessage: (message) => finish(messages.put(withMark(message))),
    removeMessage: (inboxId, id) => finish(messages.delete([inboxId, id])),
    removeMessages: (inboxId) => finish(messages.delete(messagesOf(inboxId))),
  };
}

function accessIn(transaction: IDBTransaction): Access {
  const access = transaction.objectStore('access');
  return {
    read: (relayUrl) => settle<AccessRecord | undefined>(access.get(relayUrl)),
    list: () => settle<AccessRecord[]>(access.getAll()),
    put: (record) => finish(access.put(record)),
    remove: (relayUrl) => finish(access.delete(relayUrl)),
  };
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The change was given up'));
  });
}

function giveUp(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had ended by itself.
  }
}

type Work<T> = (mail: Mail, access: Access) => Promise<T>;

async function isEmpty(transaction: IDBTransaction): Promise<boolean> {
  const counts = stores.map((name) => settle<number>(transaction.objectStore(name).count()));
  return (await Promise.all(counts)).every((count) => count === 0);
}

async function runIn<T>(transaction: IDBTransaction, isNew: boolean, work: Work<T>): Promise<T> {
  const end = ended(transaction);
  try {
    const result = await work(mailIn(transaction), accessIn(transaction));
    if (isNew && (await isEmpty(transaction))) giveUp(transaction);
    else await end;
    return result;
  } catch (error) {
    giveUp(transaction);
    throw error;
  } finally {
    await end.catch(() => {});
  }
}

/**
 * Runs `work` in one transaction and resolves when that is on disk. A connection lives for one transaction: worker and
 * pages come and go, and none of them may hold up a change of version. The database is there only once something lies
 * in it, so that whoever looks after everything was forgotten leaves nothing behind.
 */
export async function transact<T>(
  factory: IDBFactory,
  mode: 'readonly' | 'readwrite',
  work: Work<T>,
): Promise<T> {
  const opened = await open(factory, (transaction) => runIn(transaction, true, work));
  if ('first' in opened) return opened.first;
  const { database } = opened;
  try {
    const transaction = database.transaction(stores, mode, { durability: 'strict' });
    return await runIn(transaction, false, work);
  } finally {
    database.close();
  }
}

/** Deletes the database, once those who use it now have done so. */
export function dropDatabase(factory: IDBFactory): Promise<void> {
  return finish(factory.deleteDatabase(databaseName));
}
