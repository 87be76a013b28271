import { Worker } from 'node:worker_threads';
import type { Verdict } from '@mayfly/shared/contract/message';
import type { Schedule } from './analysis-thread.ts';
import type { DnsCache } from './dns-cache.ts';
import type {
  FromVerdictThread,
  ToVerdictThread,
  VerdictRequest,
  VerdictSettings,
} from './verdict-protocol.ts';

/** A mail on its way to its verdict. */
export interface VerdictTask {
  readonly mail: Omit<VerdictRequest, 'kind' | 'id' | 'raw' | 'settings'>;
  /** Null when it was handed over to a thread; then no other can take it up. */
  raw: Uint8Array | null;
  readonly size: number;
  /** A thread broke with it and others in it: it is taken up once more, alone. */
  isSuspect: boolean;
  isGivenUp: boolean;
  /** Null: the thread could not judge it. */
  finish(verdict: Verdict | null): void;
}

export interface VerdictThreadOptions {
  readonly worker: URL;
  readonly settings: VerdictSettings;
  readonly cache: DnsCache;
  readonly schedule: Schedule;
  /** A thread that does not answer for so long hangs. */
  readonly hangMs: number;
  readonly heapMb: number;
  readonly onFree: () => void;
  /** It is gone, and with it what it had not judged. */
  readonly onLost: (tasks: readonly VerdictTask[]) => void;
  readonly onFault: (error: unknown) => void;
}

export interface VerdictThread {
  /** Mails in it, and their octets. */
  readonly load: number;
  readonly bytes: number;
  readonly isAlone: boolean;
  run(task: VerdictTask): void;
  /** Makes sure that it is still alive. */
  nudge(): void;
  stop(): Promise<void>;
}

/** A small mail is kept, so that it can go to another thread when this one breaks; a big one is handed over. */
const keepBytes = 262_144;

function crossing(task: VerdictTask): Uint8Array<ArrayBuffer> {
  const { raw } = task;
  if (raw === null) return new Uint8Array(0);
  const { buffer, byteLength } = raw;
  const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  if (!isOwn || byteLength < keepBytes) return new Uint8Array(raw);
  task.raw = null;
  return new Uint8Array(buffer);
}

/** A thread loads its program first, which takes a while on a busy machine. */
const startMs = 20_000;

/** Asks the thread for a sign of life, once at a time, and calls `onHang` when none comes. */
function createWatch(schedule: Schedule, hangMs: number, onHang: () => void) {
  let cancel: (() => void) | null = schedule(startMs, onHang);
  return {
    /** Whether to ask now. */
    begin(): boolean {
      if (cancel !== null) return false;
      cancel = schedule(hangMs, onHang);
      return true;
    },
    end() {
      cancel?.();
      cancel = null;
    },
  };
}

/** The mails in a thread. */
function createHold() {
  const tasks = new Map<number, VerdictTask>();
  let lastId = 0;
  let bytes = 0;
  return {
    get load() {
      return tasks.size;
    },
    get bytes() {
      return bytes;
    },
    get hasSuspect() {
      return [...tasks.values()].some(({ isSuspect }) => isSuspect);
    },
    add(task: VerdictTask): number {
      lastId += 1;
      tasks.set(lastId, task);
      bytes += task.size;
      return lastId;
    },
    take(id: number): VerdictTask | undefined {
      const task = tasks.get(id);
      bytes -= task?.size ?? 0;
      tasks.delete(id);
      return task;
    },
    takeAll(): VerdictTask[] {
      return [...tasks.keys()].flatMap((id) => this.take(id) ?? []);
    },
  };
}

/** A worker thread that judges several mails at a time, because most of that is waiting for the DNS. */
export function startVerdictThread(options: VerdictThreadOptions): VerdictThread {
  const { cache, settings } = options;
  const worker = new Worker(options.worker, {
    resourceLimits: { maxOldGenerationSizeMb: options.heapMb },
  });
  const hold = createHold();
  const watch = createWatch(options.schedule, options.hangMs, () => void worker.terminate());
  const post = (message: ToVerdictThread, transfer: ArrayBuffer[] = []) =>
    worker.postMessage(message, transfer);
  const nudge = () => {
    if (watch.begin()) post({ kind: 'ping' });
  };

  async function answer(id: number, name: string, rrtype: string) {
    const outcome = await cache.lookUp(name, rrtype);
    post({ kind: 'answer', id, outcome });
    nudge();
  }

  worker.on('message', (message: FromVerdictThread) => {
    if (message.kind === 'pong') watch.end();
    else if (message.kind === 'ready') {
      watch.end();
      nudge();
    } else if (message.kind === 'lookup') void answer(message.id, message.name, message.rrtype);
    else {
      hold.take(message.id)?.finish(message.verdict);
      options.onFree();
    }
  });
  worker.on('error', options.onFault);
  worker.on('exit', () => {
    watch.end();
    options.onLost(hold.takeAll());
  });

  return {
    get load() {
      return hold.load;
    },
    get bytes() {
      return hold.bytes;
    },
    get isAlone() {
      return hold.hasSuspect;
    },
    run(task) {
      const id = hold.add(task);
      const raw = crossing(task);
      post({ kind: 'mail', id, ...task.mail, settings, raw }, [raw.buffer]);
      nudge();
    },
    nudge,
    async stop() {
      await worker.terminate();
    },
  };
}
