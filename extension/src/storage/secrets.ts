import { type Access, type Mail, transact } from './database.ts';
import type { AccessRecord, OwnInbox, OwnMessage } from './model.ts';
import { type Exclusively, type MemoryArea, transactInMemory } from './private-mail.ts';

/**
 * Tokens, restore keys and mail. They lie in IndexedDB of the extension's own origin, which content scripts cannot
 * read (they could read `storage.local`); what belongs to a private window stays in memory.
 */
export interface Secrets {
  /** The newest first; of normal and of private windows. */
  listInboxes(): Promise<readonly OwnInbox[]>;
  readInbox(id: string): Promise<OwnInbox | null>;
  /** The newest first. */
  listMessages(inboxId: string): Promise<readonly OwnMessage[]>;
  readMessage(inboxId: string, id: string): Promise<OwnMessage | null>;
  /** How many messages nobody has seen, by inbox. */
  countUnseen(): Promise<ReadonlyMap<string, number>>;
  /** How many messages there are, of all inboxes. */
  countMessages(): Promise<number>;
  /** One transaction on the inboxes of private windows, or on those of all others. */
  edit<T>(isPrivate: boolean, work: (mail: Mail) => Promise<T>): Promise<T>;
  listAccess(): Promise<readonly AccessRecord[]>;
  readAccessToken(relayUrl: string): Promise<string | null>;
  writeAccessToken(relayUrl: string, token: string | null): Promise<void>;
}

export interface SecretPlaces {
  readonly indexedDB: IDBFactory;
  readonly memory: MemoryArea;
  readonly exclusively: Exclusively;
}

const newestInbox = (a: OwnInbox, b: OwnInbox) => b.createdAt - a.createdAt;
const newestMessage = (a: OwnMessage, b: OwnMessage) =>
  Date.parse(b.message.receivedAt) - Date.parse(a.message.receivedAt);

export function createSecrets({ indexedDB, memory, exclusively }: SecretPlaces): Secrets {
  const onDisk = <T>(work: (mail: Mail, access: Access) => Promise<T>) =>
    transact(indexedDB, 'readonly', work);
  const inMemory = <T>(work: (mail: Mail) => Promise<T>) =>
    transactInMemory(memory, exclusively, 'readonly', work);

  return {
    listInboxes: async () => {
      const places = await Promise.all([
        onDisk((mail) => mail.inboxes()),
        inMemory((mail) => mail.inboxes()),
      ]);
      return places.flat().toSorted(newestInbox);
    },
    readInbox: async (id) =>
      (await onDisk((mail) => mail.inbox(id))) ??
      (await inMemory((mail) => mail.inbox(id))) ??
      null,
    listMessages: async (inboxId) => {
      const places = await Promise.all([
        onDisk((mail) => mail.messages(inboxId)),
        inMemory((mail) => mail.messages(inboxId)),
      ]);
      return places.flat().toSorted(newestMessage);
    },
    readMessage: async (inboxId, id) =>
      (await onDisk((mail) => mail.message(inboxId, id))) ??
      (await inMemory((mail) => mail.message(inboxId, id))) ??
      null,
    countUnseen: async () =>
      new Map([
        ...(await onDisk((mail) => mail.unseen())),
        ...(await inMemory((mail) => mail.unseen())),
      ]),
    countMessages: async () =>
      (await onDisk((mail) => mail.countMessages())) +
      (await inMemory((mail) => mail.countMessages())),
    edit: (isPrivate, work) =>
      isPrivate
        ? transactInMemory(memory, exclusively, 'readwrite', work)
        : transact(indexedDB, 'readwrite', work),
    listAccess: () => onDisk((_, access) => access.list()),
    readAccessToken: async (relayUrl) =>
      (await onDisk((_, access) => access.read(relayUrl)))?.token ?? null,
    writeAccessToken: (relayUrl, token) =>
      transact(indexedDB, 'readwrite', (_, access) =>
        token === null ? access.remove(relayUrl) : access.put({ relayUrl, token }),
      ),
  };
}
