import { Worker } from 'node:worker_threads';
import { RelayError } from '../core/errors.ts';
import type {
  SqliteAnswer,
  SqliteArguments,
  SqliteMethod,
  SqliteOptions,
  SqliteRequest,
  SqliteResult,
} from './sqlite-protocol.ts';

interface Call {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: RelayError) => void;
}

const unavailable = (message: string): RelayError =>
  new RelayError('store-unavailable', { message });

const faultOf = ({ message, full }: { message: string; full: boolean }): RelayError =>
  full ? new RelayError('storage-full', { message }) : unavailable(message);

/**
 * The other end of the database thread. Calls of one turn of the event loop cross together. A thread that dies fails
 * the calls it had; the next call starts another. Boundary: results cross untyped.
 */
export class SqliteThread {
  readonly #options: SqliteOptions;
  readonly #calls = new Map<number, Call>();
  #worker: Worker | null = null;
  #starting: Promise<Worker> | null = null;
  #outbox: SqliteRequest[] = [];
  #lastId = 0;
  #closed = false;

  constructor(options: SqliteOptions) {
    this.#options = options;
  }

  /** Rejects with a reason for the operator when the database cannot be opened. */
  async start(): Promise<void> {
    await this.#running();
  }

  call<M extends SqliteMethod>(
    method: M,
    now: number,
    args: SqliteArguments<M>,
  ): Promise<SqliteResult<M>> {
    return this.#send(method, now, args) as Promise<SqliteResult<M>>;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const worker = this.#worker;
    const done = worker === null ? null : this.#send('close', 0, []);
    this.#closed = true;
    await done;
    await worker?.terminate();
  }

  #send(method: SqliteRequest['method'], now: number, args: readonly unknown[]): Promise<unknown> {
    if (this.#closed) return Promise.reject(unavailable('the store is closed'));
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#calls.set(id, { resolve, reject });
      this.#outbox.push({ id, method, now, args });
      if (this.#outbox.length === 1) setImmediate(() => this.#post());
    });
  }

  #post(): void {
    const requests = this.#outbox;
    this.#outbox = [];
    if (this.#worker !== null) return this.#worker.postMessage(requests);
    this.#running().then(
      (worker) => worker.postMessage(requests),
      (error: unknown) => this.#fail(requests, unavailable(String(error))),
    );
  }

  #running(): Promise<Worker> {
    this.#starting ??= new Promise<Worker>((resolve, reject) => {
      const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), {
        workerData: this.#options,
      });
      worker.on('message', (answer: SqliteAnswer) => {
        if (answer.kind === 'replies') return this.#settle(answer.replies);
        if (answer.kind === 'refused') return reject(unavailable(answer.message));
        this.#worker = worker;
        resolve(worker);
      });
      worker.on('error', (error: unknown) => {
        const reason = error instanceof Error ? error.message : 'the database thread failed';
        reject(unavailable(reason));
        this.#died(worker, reason);
      });
      worker.on('exit', () => this.#died(worker, 'the database thread ended'));
    }).finally(() => {
      this.#starting = null;
    });
    return this.#starting;
  }

  #settle(replies: Extract<SqliteAnswer, { kind: 'replies' }>['replies']): void {
    for (const reply of replies) {
      const call = this.#calls.get(reply.id);
      this.#calls.delete(reply.id);
      if (reply.ok) call?.resolve(reply.value);
      else call?.reject(faultOf(reply));
    }
  }

  #died(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const waiting = new Set(this.#outbox.map(({ id }) => id));
    const lost = [...this.#calls.keys()].filter((id) => !waiting.has(id));
    this.#fail(
      lost.map((id) => ({ id })),
      unavailable(reason),
    );
  }

  #fail(requests: readonly { id: number }[], error: RelayError): void {
    for (const { id } of requests) {
      this.#calls.get(id)?.reject(error);
      this.#calls.delete(id);
    }
  }
}
