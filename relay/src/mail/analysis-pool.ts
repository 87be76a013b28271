import { defaultBlockedKinds } from '@mayfly/shared/mail/blocked-kinds';
import { noteMessage } from '@mayfly/shared/mail/removal-note';
import type { Outcome } from '../core/errors.ts';
import type { MessageParser, ParsedMail } from '../core/ports.ts';
import type { Schedule, Task } from './analysis-thread.ts';
import { type AnalysisThreads, createThreads } from './analysis-threads.ts';

export interface AnalysisPoolOptions {
  readonly threads: number;
  /** After this long a mail is answered `overloaded`; what comes later goes to `late`. Default 5 s. */
  readonly deadlineMs?: number;
  /** After this long on one mail a thread is ended. Default 15 s. */
  readonly killMs?: number;
  /** After this long on one mail a fresh thread takes over the others. Default 2 s. */
  readonly asideMs?: number;
  /** Mails waiting or being parsed; more are answered `overloaded` at once. By default who asks bounds them. */
  readonly maxQueued?: number;
  /** The heap of a thread; a mail that needs more is given up. Default 384. */
  readonly heapMb?: number;
  /** The program of a thread. */
  readonly worker?: URL;
  readonly schedule?: Schedule;
  /** Kinds of attachments that are taken out. By default those that nobody needs to choose. */
  readonly blocked?: ReadonlySet<string>;
}

type Answer = Outcome<{ parsed: ParsedMail }>;

const timer: Schedule = (milliseconds, run) => {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
};

interface Question {
  readonly job: Task['job'];
  readonly deadlineMs: number;
  readonly schedule: Schedule;
  /** Called when the mail is done with, in time or not. */
  readonly onEnd: () => void;
  readonly late: ((parsed: ParsedMail) => void) | undefined;
}

/** Answers in time; what comes after that goes to `late`. */
function ask(threads: AnalysisThreads, raw: Uint8Array, question: Question): Promise<Answer> {
  const { job, deadlineMs, schedule, onEnd, late } = question;
  return new Promise((resolve) => {
    let isLate = false;
    const cancel = schedule(deadlineMs, () => {
      isLate = true;
      resolve({ ok: false, code: 'overloaded' });
    });
    const finish = (parsed: ParsedMail | null) => {
      cancel();
      if (parsed === null) resolve({ ok: false, code: 'internal' });
      else if (isLate) late?.(parsed);
      else resolve({ ok: true, parsed });
      onEnd();
    };
    threads.add({ job, raw, finish });
  });
}

const probeMail = 'Subject: probe\r\n\r\nprobe\r\n';

function probe(threads: AnalysisThreads, onEnd: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (parsed: ParsedMail | null) => {
      resolve(parsed !== null);
      onEnd();
    };
    threads.add(
      { job: 'parse', raw: new TextEncoder().encode(probeMail), finish },
      { first: true },
    );
  });
}

/**
 * Worker threads that parse and analyse. A mail on which a thread breaks or hangs is given up alone; the thread is
 * replaced and the others go on.
 */
export function createAnalysisPool(options: AnalysisPoolOptions): MessageParser {
  const { deadlineMs = 5000, maxQueued = Infinity, schedule = timer } = options;
  const { killMs = 15_000, asideMs = 2000, heapMb = 384, threads: size } = options;
  const worker = options.worker ?? new URL('./analysis-worker.ts', import.meta.url);
  const { blocked = defaultBlockedKinds() } = options;
  const threads = createThreads({ size, worker, schedule, killMs, asideMs, heapMb, blocked });
  const whenIdle = Promise.withResolvers<void>();
  let unfinished = 0;
  let isClosed = false;
  const onEnd = () => {
    unfinished -= 1;
    if (isClosed && unfinished === 0) whenIdle.resolve();
  };
  async function run(
    job: Task['job'],
    raw: Uint8Array,
    late?: (parsed: ParsedMail) => void,
  ): Promise<Answer> {
    if (isClosed) return { ok: false, code: 'shutting-down' };
    if (unfinished >= maxQueued) return { ok: false, code: 'overloaded' };
    unfinished += 1;
    return ask(threads, raw, { job, deadlineMs, schedule, onEnd, late });
  }
  return {
    parse: (raw, late) => run('parse', raw, late),
    async examine(raw) {
      const examined = await run('examine', new Uint8Array(raw));
      if (examined.ok) return { ok: true, raw: examined.parsed.raw ?? raw };
      // A thread broke on it: what nobody can look through is not handed out.
      return examined.code === 'internal' ? { ok: true, raw: noteMessage(raw, []) } : examined;
    },
    get queued() {
      return unfinished;
    },
    async isWorking() {
      if (isClosed) return false;
      unfinished += 1;
      return probe(threads, onEnd);
    },
    async close() {
      isClosed = true;
      if (unfinished > 0) await whenIdle.promise;
      await threads.stop();
    },
  };
}
