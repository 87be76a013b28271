import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Clock, PartName, Store } from '../core/ports.ts';
import type {
  SqliteArguments,
  SqliteMethod,
  SqliteOptions,
  SqliteResult,
} from './sqlite-protocol.ts';
import { SqliteThread } from './sqlite-thread.ts';

/** So many ended inboxes go in one transaction of the cleanup; mail gets its turn between two. */
const CLEANUP_PIECE = 50;

/**
 * The embedded store: one SQLite file, opened by one worker thread. Rejects when the file cannot be opened or was
 * written by a newer program; the error's message is for the operator.
 */
export async function createSqliteStore(options: {
  path: string;
  clock: Clock;
  /** OFF is for the test that shows what it would lose. */
  synchronous?: SqliteOptions['synchronous'];
}): Promise<Store> {
  const { path, clock, synchronous = 'FULL' } = options;
  const thread = new SqliteThread({ path, synchronous });
  await thread.start();
  const call = <M extends SqliteMethod>(
    method: M,
    ...args: SqliteArguments<M>
  ): Promise<SqliteResult<M>> => thread.call(method, clock(), args);
  return {
    createInbox: (inbox, how) => call('createInbox', inbox, how),
    findInbox: (id) => call('findInbox', id),
    findAddress: (tag) => call('findAddress', tag),
    changeInbox: (id, change) => call('changeInbox', id, change),
    deleteInbox: (id) => call('deleteInbox', id),
    revokeToken: (id, jti) => call('revokeToken', id, jti),
    saveMessage: (id, message, limits) =>
      call('saveMessage', id, { ...message, raw: owned(message.raw) }, limits),
    publishMessage: (id, mid, update) =>
      call('publishMessage', id, mid, { ...update, parts: ownedParts(update.parts) }),
    markSeen: (id, mid, seen) => call('markSeen', id, mid, seen),
    deleteMessage: (id, mid) => call('deleteMessage', id, mid),
    readMessage: (id, mid) => call('readMessage', id, mid),
    readPart: (id, mid, part) => call('readPart', id, mid, part),
    listChanges: (id, after, page) => call('listChanges', id, after, page),
    takePending: (how) => call('takePending', how),
    cleanup: () => cleanUp((limit) => call('cleanUpSome', limit)),
    saveAccess: (access) => call('saveAccess', access),
    findAccess: (id) => call('findAccess', id),
    listAccess: () => call('listAccess'),
    deleteAccess: (id) => call('deleteAccess', id),
    savePairing: (pairing) => call('savePairing', pairing),
    takePairing: (codeHash) => call('takePairing', codeHash),
    listInboxesOf: (accessId) => call('listInboxesOf', accessId),
    takeLease: (job, holder, milliseconds) => call('takeLease', job, holder, milliseconds),
    dropLease: (job, holder) => call('dropLease', job, holder),
    readPlace: (job) => call('readPlace', job),
    savePlace: (job, fence, place) => call('savePlace', job, fence, place),
    check: () => call('check'),
    close: () => thread.close(),
  };
}

/** Octets in a buffer of their own: crossing to the thread copies the whole buffer a view lies in, a pool's too. */
function owned(octets: Uint8Array): Uint8Array {
  return octets.byteLength === octets.buffer.byteLength ? octets : new Uint8Array(octets);
}

const ownedParts = (parts: ReadonlyMap<PartName, Uint8Array>): Map<PartName, Uint8Array> =>
  new Map([...parts].map(([name, data]) => [name, owned(data)]));

async function cleanUp(
  piece: (limit: number) => Promise<{ ended: InboxId[]; more: boolean }>,
): Promise<readonly InboxId[]> {
  const all: InboxId[] = [];
  for (;;) {
    const { ended, more } = await piece(CLEANUP_PIECE);
    all.push(...ended);
    if (!more) return all;
  }
}
