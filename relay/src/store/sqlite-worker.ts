import { parentPort, workerData } from 'node:worker_threads';
import type { DatabaseSync } from 'node:sqlite';
import { commitTogether } from './group-commit.ts';
import type { QueuedWrite } from './group-commit.ts';
import { openDatabase, truncateWal } from './sqlite-database.ts';
import { sqliteInboxes } from './sqlite-inboxes.ts';
import { sqliteJobs } from './sqlite-jobs.ts';
import { sqliteMessages } from './sqlite-messages.ts';
import type {
  SqliteAnswer,
  SqliteArguments,
  SqliteMethod,
  SqliteOperations,
  SqliteOptions,
  SqliteReply,
  SqliteRequest,
} from './sqlite-protocol.ts';

/** The thread that alone has the database open. Boundary: its arguments and results cross untyped. */
const readMethods: ReadonlySet<SqliteRequest['method']> = new Set<SqliteMethod>([
  'findInbox',
  'findAddress',
  'readMessage',
  'readPart',
  'listChanges',
  'findAccess',
  'listAccess',
  'listInboxesOf',
  'readPlace',
]);
/** Their promise is that what they took away is in no file any more, the WAL included. */
const erasingMethods: ReadonlySet<SqliteRequest['method']> = new Set<SqliteMethod>([
  'deleteInbox',
  'deleteMessage',
  'cleanUpSome',
]);
function isErasing({ method, args }: SqliteRequest): boolean {
  if (method !== 'publishMessage') return erasingMethods.has(method);
  // With a new raw form the old one is gone.
  const [, , update] = args as SqliteArguments<'publishMessage'>;
  return update.size !== undefined;
}

/** A group takes no more than this, so that its commit stays short. */
const GROUP_WRITES = 1000;
/** Free pages given back to the file system after each erasing group; the rest follows later. */
const VACUUM_PAGES = 1000;

interface Writing {
  readonly request: SqliteRequest;
  reply: SqliteReply | undefined;
}

class DatabaseThread {
  readonly #db: DatabaseSync;
  readonly #operations: SqliteOperations;
  readonly #answer: (answer: SqliteAnswer) => void;
  #queue: SqliteRequest[] = [];
  #scheduled = false;

  constructor(options: SqliteOptions, answer: (answer: SqliteAnswer) => void) {
    this.#db = openDatabase(options);
    this.#operations = {
      ...sqliteInboxes(this.#db),
      ...sqliteMessages(this.#db),
      ...sqliteJobs(this.#db),
    };
    this.#answer = answer;
  }

  /** What arrives while a commit runs waits for the next turn of the event loop, and goes into the next commit. */
  take(requests: readonly SqliteRequest[]): void {
    this.#queue.push(...requests);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled || this.#queue.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#work(this.#queue.splice(0, GROUP_WRITES));
      this.#schedule();
    });
  }

  #work(requests: readonly SqliteRequest[]): void {
    const reads = requests.filter(({ method }) => readMethods.has(method));
    if (reads.length > 0) this.#reply(reads.map((request) => this.#read(request)));
    const writes = requests.filter(({ method }) => method !== 'close' && !readMethods.has(method));
    if (writes.length > 0) this.#write(writes);
    const closing = requests.find(({ method }) => method === 'close');
    if (closing !== undefined) this.#close(closing);
  }

  #run({ method, now, args }: SqliteRequest): unknown {
    const operations = this.#operations as Record<string, (...all: unknown[]) => unknown>;
    return operations[method]?.(now, ...args);
  }

  #read(request: SqliteRequest): SqliteReply {
    try {
      return { id: request.id, ok: true, value: this.#run(request) };
    } catch (error) {
      return failure(request, error);
    }
  }

  #write(requests: readonly SqliteRequest[]): void {
    const writings = requests.map((request): Writing => ({ request, reply: undefined }));
    commitTogether(
      this.#db,
      writings.map((writing) => this.#queuedWrite(writing)),
    );
    const erasing = writings.filter(({ request }) => isErasing(request));
    this.#reply(repliesOf(writings.filter((writing) => !erasing.includes(writing))));
    if (erasing.length === 0) return;
    this.#erase();
    this.#reply(repliesOf(erasing));
  }

  #queuedWrite(writing: Writing): QueuedWrite {
    const { request } = writing;
    return {
      run: () => this.#run(request),
      resolve: (value) => {
        writing.reply = { id: request.id, ok: true, value };
      },
      reject: (error) => {
        writing.reply = failure(request, error);
      },
    };
  }

  /** The deletion itself is committed; a WAL that cannot be emptied now is emptied the next time. */
  #erase(): void {
    try {
      this.#db.exec(`PRAGMA incremental_vacuum(${VACUUM_PAGES})`);
      truncateWal(this.#db);
    } catch {
      // Another process (the operator's command) may hold the database for a moment.
    }
  }

  #reply(replies: readonly SqliteReply[]): void {
    if (replies.length > 0) this.#answer({ kind: 'replies', replies });
  }

  #close(request: SqliteRequest): void {
    try {
      truncateWal(this.#db);
    } catch {
      // Closing empties the WAL as well, unless the disk does not take it; the next start then reads it.
    }
    this.#db.close();
    this.#reply([{ id: request.id, ok: true, value: undefined }]);
    parentPort?.close();
  }
}

const repliesOf = (writings: readonly Writing[]): SqliteReply[] =>
  writings.flatMap(({ reply }) => reply ?? []);

/** SQLITE_FULL (https://www.sqlite.org/rescode.html#full). */
const FULL = 13;
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === FULL;

function failure({ id }: SqliteRequest, error: unknown): SqliteReply {
  const message = error instanceof Error ? error.message : String(error);
  return { id, ok: false, message, full: isFull(error) };
}

function start(): void {
  const port = parentPort;
  if (port === null) throw new Error('sqlite-worker runs as a worker thread only');
  const answer = (value: SqliteAnswer): void => port.postMessage(value);
  try {
    const thread = new DatabaseThread(workerData as SqliteOptions, answer);
    port.on('message', (requests: SqliteRequest[]) => thread.take(requests));
    answer({ kind: 'started' });
  } catch (error) {
    answer({ kind: 'refused', message: error instanceof Error ? error.message : String(error) });
  }
}

start();
