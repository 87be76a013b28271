import type { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import type { Envelope } from '../core/ports.ts';
import { createByteBudget } from '../core/receive.ts';
import { formatReply, isUnknownRecipient, type SmtpReply } from './reply.ts';
import type { SessionGuard } from './session-limits.ts';
import {
  type Answer,
  createTransactions,
  type Transaction,
  type TransactionDeps,
} from './transaction.ts';

/** What the protocol library knows of a session; the same object throughout. */
export interface SessionFacts {
  readonly id: string;
  readonly remoteAddress: string;
  /** What the client called itself in HELO or EHLO. */
  readonly hostNameAppearsAs: string;
  readonly transmissionType: string;
  readonly secure: boolean;
  readonly envelope: { readonly smtpUtf8?: boolean | undefined };
  /** Counts the mails of the session. */
  readonly transaction: number;
}

interface Path {
  readonly address: string;
  readonly args: Readonly<Record<string, string | true>> | false;
}

/** The library reads an error's `responseCode` and text. */
type Callback = (error?: Error | null, text?: string) => void;

/** Callbacks for the protocol library, each answered once unless the client has gone. */
export interface Handlers {
  onConnect(session: SessionFacts, callback: Callback): void;
  onMailFrom(path: Path, session: SessionFacts, callback: Callback): void;
  onRcptTo(path: Path, session: SessionFacts, callback: Callback): void;
  onData(stream: Readable, session: SessionFacts, callback: Callback): void;
}

export interface HandlersDeps extends Omit<TransactionDeps, 'budget'> {
  readonly bufferedBytes: number;
  readonly guardOf: (session: SessionFacts) => SessionGuard;
}

function errorFor(reply: SmtpReply): Error {
  return Object.assign(new Error(formatReply(reply)), { responseCode: reply.code });
}

/** With the domain as it goes over the wire; the library hands it on in Unicode. */
function wirePath(address: string): string {
  const at = address.lastIndexOf('@');
  const ascii = at < 0 ? '' : domainToASCII(address.slice(at + 1));
  return ascii === '' ? address : `${address.slice(0, at)}@${ascii}`;
}

/** RFC 3848, and RFC 6531 section 4.3 for mail whose envelope may have letters of any script. */
function protocolOf({ transmissionType, secure, envelope }: SessionFacts) {
  if (envelope.smtpUtf8 === true) return secure ? 'UTF8SMTPS' : 'UTF8SMTP';
  if (secure) return 'ESMTPS';
  return transmissionType === 'SMTP' ? 'SMTP' : 'ESMTP';
}

function receivedOf(session: SessionFacts): Envelope['received'] {
  const { hostNameAppearsAs: helo, remoteAddress, transaction } = session;
  const protocol = protocolOf(session);
  return { helo, remoteAddress, protocol, id: `${session.id}-${transaction}` };
}

function announced({ args }: Path): number {
  const size = args === false ? undefined : args['SIZE'];
  return typeof size === 'string' ? Number(size) : 0;
}

export function createHandlers(deps: HandlersDeps): Handlers {
  const budget = createByteBudget(deps.bufferedBytes);
  const transactions = createTransactions({ ...deps, budget });
  const open = new WeakMap<SessionFacts, Transaction>();
  // The library asks for MAIL before RCPT and DATA, so that there always is one.
  const transactionOf = (session: SessionFacts): Transaction =>
    open.get(session) ?? { sender: '', announcedBytes: 0, chosen: null };

  function settle(answering: Promise<Answer | null>, callback: Callback) {
    answering
      .then((answer) => {
        if (answer === null) return;
        if (answer.ok) callback(null, `2.0.0 ${answer.text}`);
        else callback(errorFor(answer.reply));
      })
      .catch((error: unknown) => deps.events.fault({ where: 'smtp-reply', error }));
  }

  return {
    onConnect(session, callback) {
      const greet = (refusal: SmtpReply | null) => callback(refusal && errorFor(refusal));
      void deps.guardOf(session).greet(greet);
    },
    onMailFrom(path, session, callback) {
      const refusal = deps.guardOf(session).onMail();
      if (refusal !== null) return callback(errorFor(refusal));
      const sender = wirePath(path.address);
      open.set(session, { sender, announcedBytes: announced(path), chosen: null });
      callback();
    },
    onRcptTo({ address }, session, callback) {
      const guard = deps.guardOf(session);
      const refusal = guard.onRecipient();
      if (refusal !== null) return callback(errorFor(refusal));
      const transaction = transactionOf(session);
      settle(transactions.onRecipient(transaction, wirePath(address)), (error, text) => {
        const answer = () => callback(error, text);
        if (isUnknownRecipient(error?.message)) guard.answerUnknown(answer);
        else answer();
      });
    },
    onData(stream, session, callback) {
      const transaction = transactionOf(session);
      open.delete(session);
      settle(transactions.onData(transaction, receivedOf(session), stream), callback);
    },
  };
}
