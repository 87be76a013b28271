import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { RelayError } from '../core/errors.ts';
import type { Intake } from '../core/intake.ts';
import type { Clock, Events } from '../core/ports.ts';
import type { MailHead, OpenMailbox } from './imap-mailbox.ts';
import { readRoute } from './route-headers.ts';

/** How far a mailbox has been read: everything up to this UID has been seen to. */
export interface Place {
  readonly uidValidity: string;
  readonly uid: number;
}

export interface SessionDeps {
  /** Names the mailbox towards the store, without saying which it is. */
  readonly job: string;
  readonly mailbox: OpenMailbox;
  readonly intake: Intake;
  readonly events: Pick<Events, 'mailBrought' | 'fault'>;
  readonly from: { readonly name: string; readonly address: string };
  readonly messageBytes: number;
  /** How long a mail is known again that was not marked as read to the end. */
  readonly rememberMs: number;
  readonly clock: Clock;
  /** Mails that wait for their inbox are tried again after this time, not with every look. */
  readonly rescanMs: number;
  /** Of the session before; null: there was none. */
  readonly place: Place | null;
  readonly save: (place: Place) => Promise<void>;
}

/** Looks through a mailbox, each time for what is new and for what could not be taken before. */
export interface PullSession {
  /** Rejects with what made it impossible for now; nothing is lost by that. */
  look(): Promise<void>;
}

/** Of these a later look may take the mail; it stays as it is until then. */
const waits: ReadonlySet<ProblemCode> = new Set(['recipient-expired', 'inbox-full']);
/** A retry can never help; the mail stays where it is, for who owns the mailbox. */
const refuses: ReadonlySet<ProblemCode> = new Set([
  'recipient-unknown',
  'recipient-invalid',
  'relay-denied',
  'message-too-big',
  'mail-loop',
]);
const pieceLength = 50;
/** So many mails may wait for their inbox; of more the oldest are given up. */
const mostWaiting = 1000;

type Done = 'done' | 'waits';

function createTaker(deps: SessionDeps, isRenumbered: boolean) {
  const { job, mailbox, intake, events, from, messageBytes, rememberMs } = deps;

  function refusal(code: ProblemCode, isKnown: boolean): Done {
    if (waits.has(code)) return 'waits';
    if (!refuses.has(code)) throw new RelayError(code);
    if (!isKnown) events.mailBrought({ way: 'imap', outcome: code });
    return 'done';
  }

  async function settle(uid: number): Promise<void> {
    if (await mailbox.settle(uid)) return;
    events.fault({ where: 'imap', error: new Error('The mailbox refused to mark or move a mail') });
  }

  return async ({ uid, head }: MailHead): Promise<Done> => {
    if (head === null) return refusal('message-too-big', false);
    const { sender, candidates } = readRoute(head);
    const found = await intake.find(candidates);
    if (!found.ok) return refusal(found.code, false);
    const raw = await mailbox.read(uid);
    if (raw === null) return 'done';
    if (raw.length > messageBytes) return refusal('message-too-big', false);
    const taken = await intake.take({
      ...{ way: 'imap', to: { first: candidates }, sender, raw, protocol: 'IMAP', from },
      sameness: {
        parts: ['imap', job, mailbox.uidValidity, String(uid)],
        // A mailbox that was numbered anew shows what it had as new.
        others: ['imap', job, raw],
        compareOthers: isRenumbered,
        rememberMs,
      },
    });
    if (!taken.ok) return refusal(taken.code, true);
    await settle(uid);
    return 'done';
  };
}

export function createPullSession(deps: SessionDeps): PullSession {
  const { mailbox, place, save, messageBytes, clock, rescanMs } = deps;
  const { uidValidity } = mailbox;
  const isRenumbered = place !== null && place.uidValidity !== uidValidity;
  const take = createTaker(deps, isRenumbered);
  const waiting = new Set<number>();
  let lookedUpTo = place === null || isRenumbered ? 0 : place.uid;
  let saved = lookedUpTo;
  let triedAt = clock();

  function dueAgain(): number[] {
    if (clock() - triedAt < rescanMs) return [];
    triedAt = clock();
    return [...waiting].sort((a, b) => a - b);
  }

  async function keepPlace(): Promise<void> {
    for (const uid of waiting) if (waiting.size > mostWaiting) waiting.delete(uid);
    const uid = Math.min(lookedUpTo, ...[...waiting].map((each) => each - 1));
    if (uid === saved) return;
    await save({ uidValidity, uid });
    saved = uid;
  }

  async function takePiece(uids: readonly number[]): Promise<void> {
    const heads = await mailbox.heads(uids, messageBytes);
    const there = new Set(heads.map(({ uid }) => uid));
    for (const uid of uids) if (!there.has(uid)) waiting.delete(uid);
    for (const head of heads) {
      if ((await take(head)) === 'waits') waiting.add(head.uid);
      else waiting.delete(head.uid);
      lookedUpTo = Math.max(lookedUpTo, head.uid);
    }
    lookedUpTo = Math.max(lookedUpTo, uids.at(-1) ?? 0);
    await keepPlace();
  }

  return {
    async look() {
      const fresh = await mailbox.uidsFrom(lookedUpTo + 1);
      const uids = [...dueAgain(), ...fresh];
      for (let at = 0; at < uids.length; at += pieceLength)
        await takePiece(uids.slice(at, at + pieceLength));
    },
  };
}
