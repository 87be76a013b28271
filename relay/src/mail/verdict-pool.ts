import type { Verdict } from '@mayfly/shared/contract/message';
import type { Clock, SenderFacts, SenderJudge } from '../core/ports.ts';
import type { Schedule } from './analysis-thread.ts';
import { createDnsCache, type DnsResolver } from './dns-cache.ts';
import { createIsPublic } from './public-address.ts';
import { undecided } from './sender-verdict.ts';
import { readSignedHead } from './verdict-head.ts';
import { startVerdictThread, type VerdictTask, type VerdictThread } from './verdict-thread.ts';

export interface SenderJudgeOptions {
  readonly resolver: DnsResolver;
  readonly clock: Clock;
  readonly hostname: string;
  /** Forwarders whose ARC seal is believed, in lower case. */
  readonly arcSealers: readonly string[];
  /** Whether SPF is asked about private and loopback addresses too. */
  readonly privateSpf: boolean;
  /** After this long a mail is `unknown`. Default 5 s. */
  readonly deadlineMs?: number;
  /** Mails waiting or being judged; more are `unknown` at once. Default 1000. */
  readonly maxQueued?: number;
  readonly hangMs?: number;
  readonly heapMb?: number;
  readonly worker?: URL;
  readonly schedule?: Schedule;
  readonly onFault: (error: unknown) => void;
}

/** Mails in the thread at a time, and their octets; one may always be in it. */
const mostInThread = 50;
const mostBytesInThread = 32_000_000;
/** Octets of all mails that wait or are being judged. */
const mostBytes = 100_000_000;

const reasons = {
  late: 'The check took too long',
  broken: 'The check could not be finished',
  busy: 'Too many mails are waiting for their check',
  rebuilt: 'The forwarder took the mail apart, so that nothing of its sender can be checked',
  head: 'The header section is too long to be checked',
};

const timer: Schedule = (milliseconds, run) => {
  const timeout = setTimeout(run, milliseconds);
  return () => clearTimeout(timeout);
};

/** Mails that wait for the thread, and the thread, started when the first one comes. */
function createLine(options: SenderJudgeOptions, schedule: Schedule) {
  const { deadlineMs = 5000, hangMs = 3000, heapMb = 192, clock, resolver } = options;
  const worker = options.worker ?? new URL('./verdict-worker.ts', import.meta.url);
  const cache = createDnsCache({ resolver, clock, schedule });
  const { hostname, arcSealers, onFault } = options;
  const settings = { hostname, arcSealers, deadlineMs };
  const queue: VerdictTask[] = [];
  let thread: VerdictThread | null = null;
  let isStopped = false;

  function onLost(tasks: readonly VerdictTask[]) {
    thread = null;
    const [first] = tasks;
    for (const task of tasks.toReversed()) {
      const isCulprit = tasks.length === 1 && task === first;
      if (isStopped || isCulprit || task.raw === null || task.isGivenUp) task.finish(null);
      else {
        task.isSuspect = true;
        queue.unshift(task);
      }
    }
    pump();
  }

  function start(): VerdictThread {
    return startVerdictThread({
      ...{ worker, settings, cache, schedule, hangMs, heapMb, onFault, onLost, onFree: pump },
    });
  }

  function hasRoom(task: VerdictTask): boolean {
    if (thread === null || thread.load === 0) return true;
    if (task.isSuspect || thread.isAlone) return false;
    return thread.load < mostInThread && thread.bytes + task.size <= mostBytesInThread;
  }

  function pump() {
    for (let task = queue[0]; task !== undefined && !isStopped; task = queue[0]) {
      if (!task.isGivenUp && !hasRoom(task)) return;
      queue.shift();
      // Its answer was given at the deadline.
      if (task.isGivenUp) task.finish(null);
      else {
        thread ??= start();
        thread.run(task);
      }
    }
  }

  return {
    add(task: VerdictTask) {
      queue.push(task);
      pump();
    },
    /** A mail is late: perhaps the thread hangs. */
    nudge: () => thread?.nudge(),
    /** Ends the thread; the others in it are taken up again. */
    replace: () => void thread?.stop(),
    async stop() {
      isStopped = true;
      for (const task of queue.splice(0)) task.finish(null);
      await thread?.stop();
    },
  };
}

/** Answers at the deadline at the latest. A mail that then still keeps the thread busy ends it. */
function ask(
  line: ReturnType<typeof createLine>,
  task: Omit<VerdictTask, 'isSuspect' | 'isGivenUp' | 'finish'>,
  { deadlineMs, hangMs, schedule }: { deadlineMs: number; hangMs: number; schedule: Schedule },
): { verdict: Promise<Verdict>; ended: Promise<void> } {
  const answered = Promise.withResolvers<Verdict>();
  const ended = Promise.withResolvers<void>();
  let cancel = schedule(deadlineMs, () => {
    whole.isGivenUp = true;
    answered.resolve(undecided(reasons.late));
    line.nudge();
    cancel = schedule(hangMs, line.replace);
  });
  const whole: VerdictTask = {
    ...task,
    isSuspect: false,
    isGivenUp: false,
    finish(verdict) {
      cancel();
      answered.resolve(verdict ?? undecided(reasons.broken));
      ended.resolve();
    },
  };
  line.add(whole);
  return { verdict: answered.promise, ended: ended.promise };
}

/** Judges senders in a worker thread, and asks the DNS for it here, where the answers are kept. */
export function createSenderJudge(options: SenderJudgeOptions): SenderJudge {
  const { deadlineMs = 5000, hangMs = 3000, maxQueued = 1000, schedule = timer, clock } = options;
  const line = createLine(options, schedule);
  const isPublic = createIsPublic();
  let mails = 0;
  let bytes = 0;
  let isClosed = false;

  function addressOf({ clientAddress }: SenderFacts): string | null {
    if (clientAddress === null) return null;
    return options.privateSpf || isPublic(clientAddress) ? clientAddress : null;
  }

  return {
    async judge(raw, facts) {
      if (isClosed) return undecided(reasons.broken);
      if (facts.isRebuilt === true) return undecided(reasons.rebuilt);
      const head = readSignedHead(raw);
      if (!head.ok) return undecided(reasons.head);
      const size = head.isSigned ? raw.byteLength : head.end;
      if (mails >= maxQueued || (mails > 0 && bytes + size > mostBytes)) {
        return undecided(reasons.busy);
      }
      mails += 1;
      bytes += size;
      const { sender, helo } = facts;
      const address = addressOf(facts);
      const mail = { headEnd: head.end, sender, helo, address, now: clock() };
      // What is not signed is judged by its head alone, and the rest of it is let go.
      const octets = head.isSigned ? raw : new Uint8Array(raw.subarray(0, head.end));
      const asked = ask(line, { mail, raw: octets, size }, { deadlineMs, hangMs, schedule });
      void asked.ended.then(() => {
        mails -= 1;
        bytes -= size;
      });
      return asked.verdict;
    },
    async close() {
      isClosed = true;
      await line.stop();
    },
  };
}
