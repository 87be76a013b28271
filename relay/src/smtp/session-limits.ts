import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { TagClient } from '../core/client-tag.ts';
import type { Clock, Events, PenaltyBox } from '../core/ports.ts';
import {
  type ClientAllowance,
  ClientAllowances,
  type SmtpClientLimits,
} from './client-allowance.ts';
import { replyFor, type SmtpReply } from './reply.ts';
import { createTarpit, type Tarpit } from './tarpit.ts';

export interface SessionLimitsDeps {
  readonly limits: SmtpClientLimits;
  readonly penalties: PenaltyBox;
  readonly tagClient: TagClient;
  readonly clock: Clock;
  /** Calls back every so many milliseconds until stopped. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  /** Why no mail can be taken in now; null: it can. */
  readonly shortage: () => ProblemCode | null;
  readonly events: Pick<Events, 'mailRefused'>;
}

/** A session as its limits see it. */
export interface LimitedSession {
  readonly remoteAddress: string;
  /** All octets that came in so far. */
  readonly bytesRead: number;
  /** The octets of a mail are coming in. */
  readonly isReceiving: boolean;
  /** A living inbox was named in this transaction. */
  readonly hasRecipient: boolean;
  /** Ends it with 421 4.4.2. */
  endAsTooSlow(): void;
}

const sweepMs = 1000;
/** A slowed client may ask so often in one session for what is not here. */
const unknownWhenSlowed = 3;
/** Of all connections, so many may be held by answers that are held back. */
const heldAtMost = 250;

const goAway = (text: string): SmtpReply => ({ code: 421, enhanced: '4.7.0', text });
const replies = {
  connections: goAway('Too many connections from your network, try again later'),
  commands: goAway('Too many commands, try again later'),
  errors: goAway('Too many errors, try again later'),
  unknown: goAway('Too many refused recipients'),
  boxed: goAway('Your network broke the rules too often, try again later'),
};

export const limitReplies: readonly SmtpReply[] = Object.values(replies);

/** Follows one session. A few comparisons for each command; no timer of its own. */
export class SessionGuard {
  readonly #shared: Shared;
  readonly #session: LimitedSession;
  #address: string;
  #client: string;
  #allowance: ClientAllowance;
  readonly #since: number;
  #isIn = false;
  #hasSpoken = false;
  #isCrowdedOut = false;
  #commands = 0;
  #errors = 0;
  #unknown = 0;
  #bytes = 0;
  /** While a mail comes in: from when and where its speed is measured. */
  #mark: { readonly at: number; readonly bytes: number } | null = null;

  constructor(shared: Shared, session: LimitedSession) {
    this.#shared = shared;
    this.#session = session;
    this.#since = shared.clock();
    this.#address = session.remoteAddress;
    this.#client = shared.tagClient(this.#address);
    this.#allowance = shared.allowances.of(this.#client, this.#since);
    shared.guards.add(this);
  }

  /** Before the greeting. */
  enter(): SmtpReply | null {
    const { limits, clock, penalties, refused } = this.#shared;
    const { sessions, connections } = this.#allowance;
    const isTooMany = sessions >= limits.smtpConnectionsPerClient || !connections.take(clock());
    if (isTooMany) return refused(replies.connections, 'connect');
    this.#allowance.sessions += 1;
    this.#isIn = true;
    // Known by the time of the greeting, so that nobody waits for it.
    void penalties.look(this.#client);
    return null;
  }

  leave(): void {
    this.#shared.guards.delete(this);
    this.#countBytes();
    if (this.#isIn) this.#allowance.sessions -= 1;
    this.#isIn = false;
  }

  /** Calls back with a refusal for a client in the penalty box: after a while where there is room to let it wait. */
  async greet(answer: (refusal: SmtpReply | null) => void): Promise<void> {
    const { penalties, tarpit, refused } = this.#shared;
    const { shutUntil } = await penalties.look(this.#client);
    if (shutUntil === null) return answer(null);
    const refuse = () => answer(refused(replies.boxed, 'connect'));
    if (!tarpit.hold(this.#client, refuse)) refuse();
  }

  onCommand(): SmtpReply | null {
    const { limits, clock, penalties, refused } = this.#shared;
    if (this.#session.remoteAddress !== this.#address) this.#move();
    this.#hasSpoken = true;
    this.#countBytes();
    this.#commands += 1;
    if (this.#commands > limits.smtpCommandsPerSession) return refused(replies.commands, 'command');
    if (!this.#allowance.commands.take(clock())) return refused(replies.commands, 'command');
    const isBoxed = penalties.peek(this.#client).shutUntil !== null;
    return isBoxed ? refused(replies.boxed, 'command') : null;
  }

  onMail(): SmtpReply | null {
    const { clock, shortage, refused } = this.#shared;
    const short = shortage();
    if (short !== null) return refused(replyFor(short), 'mail', short);
    const isTooMuch = this.#allowance.bytes.isInDebt(clock());
    return isTooMuch ? refused(replyFor('rate-limited'), 'mail') : null;
  }

  onRecipient(): SmtpReply | null {
    const { clock, refused } = this.#shared;
    const isIn = this.#allowance.recipients.take(clock());
    return isIn ? null : refused(replyFor('rate-limited'), 'rcpt');
  }

  /**
   * For a recipient that is not here: answers now, or later where the client asked for many of them. Others' mail may
   * come from the same address, so nothing else is slowed, and a mail to a living inbox is never held up.
   */
  answerUnknown(answer: () => void): void {
    const { penalties, tarpit } = this.#shared;
    penalties.note(this.#client, 'unknown-recipient');
    const isSlowed = penalties.peek(this.#client).slowUntil !== null;
    if (isSlowed && !tarpit.hold(this.#client, answer)) this.#isCrowdedOut = true;
    if (!isSlowed || this.#isCrowdedOut) answer();
  }

  /** Before a 5yz goes out: what is said instead when it is one too many. */
  onError(isUnknownRecipient: boolean): SmtpReply | null {
    return isUnknownRecipient ? this.#onUnknown() : this.#onOtherError();
  }

  /** The client broke the protocol so badly that its session ends. */
  onMisbehaviour(): void {
    this.#shared.penalties.note(this.#client, 'bad-session');
  }

  /** Looks every second whether it is silent or slow. */
  look(now: number): void {
    const { smtpFirstCommandSeconds, smtpSlowSeconds, smtpSlowBytesPerSecond } =
      this.#shared.limits;
    const waited = now - this.#since;
    const isSilent = !this.#hasSpoken && waited >= smtpFirstCommandSeconds * 1000;
    const { isReceiving, bytesRead } = this.#session;
    const mark = isReceiving ? (this.#mark ?? { at: now, bytes: bytesRead }) : null;
    this.#mark = mark;
    const isDue = mark !== null && now - mark.at >= smtpSlowSeconds * 1000;
    if (isDue) this.#mark = { at: now, bytes: bytesRead };
    const least = smtpSlowBytesPerSecond * smtpSlowSeconds;
    const isSlow = isDue && bytesRead - mark.bytes < least;
    if (!isSilent && !isSlow) return;
    this.#shared.refused(replyFor('rate-limited'), 'command');
    this.onMisbehaviour();
    this.#session.endAsTooSlow();
  }

  #onUnknown(): SmtpReply | null {
    const { limits, penalties, refused } = this.#shared;
    this.#unknown += 1;
    const isSlowed = penalties.peek(this.#client).slowUntil !== null;
    const most = isSlowed ? unknownWhenSlowed : limits.smtpErrorsPerSession;
    const isTooMany = this.#unknown > most || this.#isCrowdedOut;
    // The mail for the living one among its recipients comes first.
    if (!isTooMany || this.#session.hasRecipient) return null;
    return refused(replies.unknown, 'rcpt');
  }

  #onOtherError(): SmtpReply | null {
    const { limits, clock, refused } = this.#shared;
    this.#errors += 1;
    const isAllowed = this.#allowance.errors.take(clock());
    if (isAllowed && this.#errors <= limits.smtpErrorsPerSession) return null;
    if (this.#session.hasRecipient) return null;
    this.onMisbehaviour();
    return refused(replies.errors, 'command');
  }

  #countBytes(): void {
    const total = this.#session.bytesRead;
    // A socket that goes over to TLS may count anew.
    const fresh = total < this.#bytes ? total : total - this.#bytes;
    this.#bytes = total;
    this.#allowance.bytes.spend(fresh, this.#shared.clock());
  }

  /** A front of our own said who the client is (XCLIENT). */
  #move(): void {
    const { allowances, tagClient, clock, penalties } = this.#shared;
    this.#allowance.sessions -= 1;
    this.#address = this.#session.remoteAddress;
    this.#client = tagClient(this.#address);
    this.#allowance = allowances.of(this.#client, clock());
    this.#allowance.sessions += 1;
    void penalties.look(this.#client);
  }
}

type Stage = Parameters<Events['mailRefused']>[0]['stage'];

interface Shared extends Pick<
  SessionLimitsDeps,
  'limits' | 'penalties' | 'tagClient' | 'clock' | 'shortage'
> {
  readonly allowances: ClientAllowances;
  readonly guards: Set<SessionGuard>;
  readonly tarpit: Tarpit;
  /** Tells of a refusal, and hands it on. */
  readonly refused: (reply: SmtpReply, stage: Stage, code?: ProblemCode) => SmtpReply;
}

export interface SessionLimits {
  /** A guard for a session that begins; `leave` when it has ended. */
  watch(session: LimitedSession): SessionGuard;
  close(): void;
}

export function createSessionLimits(deps: SessionLimitsDeps): SessionLimits {
  const { limits, clock, events, schedule } = deps;
  const milliseconds = limits.smtpTarpitSeconds * 1000;
  const shared: Shared = {
    ...deps,
    allowances: new ClientAllowances(limits),
    guards: new Set(),
    tarpit: createTarpit({ milliseconds, room: heldAtMost, schedule }),
    refused(reply, stage, code = 'rate-limited') {
      events.mailRefused({ code, stage });
      return reply;
    },
  };
  const stop = deps.every(sweepMs, () => {
    const now = clock();
    for (const guard of shared.guards) guard.look(now);
    shared.allowances.tidy(now);
  });
  return {
    watch: (session) => new SessionGuard(shared, session),
    close: stop,
  };
}
