import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { RelayError } from '../core/errors.ts';
import type { Events, Jobs } from '../core/ports.ts';
import type { MailboxPlace, OpenMailbox } from './imap-mailbox.ts';
import { createPullSession, type Place, type SessionDeps } from './pull-session.ts';

export interface PullDeps extends Pick<
  SessionDeps,
  'intake' | 'messageBytes' | 'rememberMs' | 'rescanMs' | 'clock'
> {
  readonly store: Jobs;
  readonly events: Pick<Events, 'mailBrought' | 'mailboxChanged' | 'fault'>;
  readonly open: (place: MailboxPlace) => Promise<OpenMailbox>;
  /** Names this relay towards the others on the store. */
  readonly holder: string;
  /** Names a mailbox without saying which it is. */
  readonly nameOf: (place: MailboxPlace) => string;
  /** Why no mail can be stored now; null: it can. */
  readonly shortage: () => ProblemCode | null;
  /** Resolves after that time, or at once when the signal says so. Never rejects. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

export interface MailboxPull {
  /** False: this relay should have it open, and has not for a while. */
  readonly isWell: boolean;
  stop(): Promise<void>;
}

/** Who died is followed by another one after this time. */
const leaseMs = 10_000;
const renewMs = 3000;
const firstBackoffMs = 1000;
const mostBackoffMs = 60_000;
/** Whoever tries a wrong password too often is locked out. */
const refusedBackoffMs = 300_000;
/** So many times in a row in vain, and the mailbox counts as lost. */
const patience = 4;

const codeOf = (error: unknown): string => {
  if (error instanceof RelayError) return error.code;
  const isRefused = error instanceof Error && 'authenticationFailed' in error;
  if (isRefused && error.authenticationFailed === true) return 'login-refused';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Za-z0-9_-]{1,40}$/.test(code) ? code : 'failed';
};

function parsePlace(text: string | null): Place | null {
  const [uidValidity, uid] = text?.split(' ') ?? [];
  return uidValidity === undefined || uid === undefined ? null : { uidValidity, uid: Number(uid) };
}

/** Holds the lease while `work` runs; `lost` is aborted when it cannot be renewed. Null: another one has it. */
async function underLease<T>(
  { store, holder, pause }: PullDeps,
  job: string,
  signal: AbortSignal,
  work: (fence: number, lost: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const lease = await store.takeLease(job, holder, leaseMs);
  if (lease === null) return null;
  const [over, lost] = [new AbortController(), new AbortController()];
  const renew = async () => {
    while (!over.signal.aborted) {
      await pause(renewMs, over.signal);
      if (over.signal.aborted) return;
      const again = await store.takeLease(job, holder, leaseMs).catch(() => null);
      if (again?.fence !== lease.fence) return lost.abort();
    }
  };
  const renewing = renew();
  try {
    return await work(lease.fence, AbortSignal.any([signal, lost.signal]));
  } finally {
    over.abort();
    await renewing;
    await store.dropLease(job, holder).catch(() => undefined);
  }
}

/** How it stands with a mailbox: told when it changes, and how often in a row it was in vain. */
function createStanding({ events }: PullDeps, mailbox: number) {
  let state: 'open' | 'lost' | 'elsewhere' | null = null;
  let failures = 0;
  let isRefused = false;
  function become(now: 'open' | 'lost' | 'elsewhere', code?: string): void {
    if (state === now) return;
    state = now;
    events.mailboxChanged({ mailbox, state: now, ...(code !== undefined && { code }) });
  }
  return {
    get isWell() {
      return failures < patience && !isRefused;
    },
    good(now: 'open' | 'elsewhere'): void {
      failures = 0;
      isRefused = false;
      become(now);
    },
    /** How long to wait until the next try. */
    failed(error: unknown): number {
      const code = codeOf(error);
      failures += 1;
      isRefused = code === 'login-refused';
      become('lost', code);
      const most = isRefused ? refusedBackoffMs : mostBackoffMs;
      return Math.min(most, firstBackoffMs * 2 ** (failures - 1));
    },
  };
}

/** Looks through an open mailbox again and again, until it is lost. */
async function follow(
  deps: PullDeps,
  { job, open, fence }: { job: string; open: OpenMailbox; fence: number },
  { signal, onLooked }: { signal: AbortSignal; onLooked: () => void },
): Promise<void> {
  const { store, shortage } = deps;
  const session = createPullSession({
    ...deps,
    job,
    mailbox: open,
    from: { name: 'mailbox', address: 'unknown' },
    place: parsePlace(await store.readPlace(job)),
    async save({ uidValidity, uid }) {
      const isOurs = await store.savePlace(job, fence, `${uidValidity} ${uid}`);
      if (!isOurs) throw new Error('Another relay has the mailbox now');
    },
  });
  while (!signal.aborted) {
    const short = shortage();
    if (short !== null) throw new RelayError(short);
    await session.look();
    onLooked();
    await open.waitForNews(deps.rescanMs);
  }
}

/** Pulls one mailbox until it is stopped, whatever happens; of many relays one at a time. */
export function startPull(deps: PullDeps, place: MailboxPlace, mailbox: number): MailboxPull {
  const { pause, random } = deps;
  const job = deps.nameOf(place);
  const standing = createStanding(deps, mailbox);
  const stopping = new AbortController();

  async function work(fence: number, signal: AbortSignal): Promise<true> {
    if (signal.aborted) return true;
    const open = await deps.open(place);
    const close = () => void open.close();
    signal.addEventListener('abort', close);
    try {
      const onLooked = () => standing.good('open');
      await follow(deps, { job, open, fence }, { signal, onLooked });
    } finally {
      signal.removeEventListener('abort', close);
      await open.close();
    }
    return true;
  }

  async function run(): Promise<void> {
    const { signal } = stopping;
    while (!signal.aborted) {
      try {
        if ((await underLease(deps, job, signal, work)) !== null) continue;
        standing.good('elsewhere');
        await pause(renewMs, signal);
      } catch (error) {
        if (signal.aborted) return;
        await pause(standing.failed(error) * (0.5 + random() / 2), signal);
      }
    }
  }

  const running = run();
  return {
    get isWell() {
      return standing.isWell;
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
