import type { Change, Keeping, Kept, OwnInbox, OwnMessage } from './model.ts';

const databaseName = 'mayfly';
const stores = ['inboxes', 'messages', 'settings'] as const;
const accessKey = 'access';

/** One step for each version of the database, in order; a step never changes once it has been released. */
const migrations: readonly ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('inboxes', { keyPath: 'id' });
    database.createObjectStore('messages', { keyPath: ['inboxId', 'id'] });
    database.createObjectStore('settings');
  },
];

function open(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName, migrations.length);
    request.onupgradeneeded = (event) => {
      for (const step of migrations.slice(event.oldVersion)) step(request.result);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database could not be opened'));
    request.onblocked = () => reject(new Error('An older version of the page is open'));
  });
}

/** IndexedDB knows no types: what is read here is what was put here, in this version of the database. */
function settle<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('The database refused'));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('The database refused'));
    transaction.oncomplete = () => resolve();
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}

/** Keys are `[inbox, message]`: all of one inbox lie between its id alone and its id with what follows any text. */
const messagesOf = (inboxId: string) => IDBKeyRange.bound([inboxId], [inboxId, []]);

async function load(database: IDBDatabase): Promise<Kept> {
  const transaction = database.transaction(stores, 'readonly');
  const [inboxes, messages, access] = await Promise.all([
    settle<OwnInbox[]>(transaction.objectStore('inboxes').getAll()),
    settle<OwnMessage[]>(transaction.objectStore('messages').getAll()),
    settle<string | undefined>(transaction.objectStore('settings').get(accessKey)),
  ]);
  return { inboxes, messages, access: access ?? null };
}

function write(database: IDBDatabase, change: Change): Promise<void> {
  // What was written is on the disk: a key that is lost is mail that nobody can open.
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const done = committed(transaction);
  const inboxes = transaction.objectStore('inboxes');
  const messages = transaction.objectStore('messages');
  for (const inbox of change.putInboxes ?? []) inboxes.put(inbox);
  for (const id of change.removeInboxes ?? []) inboxes.delete(id);
  for (const id of [...(change.removeInboxes ?? []), ...(change.emptyInboxes ?? [])]) {
    messages.delete(messagesOf(id));
  }
  for (const message of change.putMessages ?? []) messages.put(message);
  for (const { inboxId, id } of change.removeMessages ?? []) messages.delete([inboxId, id]);
  const settings = transaction.objectStore('settings');
  if (change.access === null) settings.delete(accessKey);
  else if (change.access !== undefined) settings.put(change.access, accessKey);
  return done;
}

/** For a browser that lets nothing be kept: everything stands in the page alone. */
export const keepNothing = (): Keeping => ({
  lasts: false,
  load: async () => ({ inboxes: [], messages: [], access: null }),
  write: async () => {},
});

/** IndexedDB of the page's own origin; where the browser closes it, memory. */
export async function openKeeping(factory: IDBFactory | undefined): Promise<Keeping> {
  if (factory === undefined) return keepNothing();
  try {
    const database = await open(factory);
    // A newer version of the page may change the database.
    database.onversionchange = () => database.close();
    return {
      lasts: true,
      load: () => load(database),
      write: (change) => write(database, change),
    };
  } catch {
    return keepNothing();
  }
}
