import type { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import type { Envelope } from '../core/ports.ts';
import { createByteBudget } from './receive.ts';
import { formatReply, type SmtpReply } from './reply.ts';
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
  onMailFrom(path: Path, session: SessionFacts, callback: Callback): void;
  onRcptTo(path: Path, session: SessionFacts, callback: Callback): void;
  onData(stream: Readable, session: SessionFacts, callback: Callback): void;
}

export interface HandlersDeps extends Omit<TransactionDeps, 'budget'> {
  readonly bufferedBytes: number;
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

/** A session that asks for so many inboxes which are not there looks for those that are. */
const maxRefusedRecipients = 20;

const goAway = errorFor({ code: 421, enhanced: '4.7.0', text: 'Too many refused recipients' });

export function createHandlers(deps: HandlersDeps): Handlers {
  const budget = createByteBudget(deps.bufferedBytes);
  const transactions = createTransactions({ ...deps, budget });
  const open = new WeakMap<SessionFacts, Transaction>();
  const refused = new WeakMap<SessionFacts, number>();
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
    onMailFrom(path, session, callback) {
      const sender = wirePath(path.address);
      open.set(session, { sender, announcedBytes: announced(path), chosen: null });
      callback();
    },
    onRcptTo({ address }, session, callback) {
      const transaction = transactionOf(session);
      const answering = transactions.onRecipient(transaction, wirePath(address));
      settle(answering, (error, text) => {
        const count = (refused.get(session) ?? 0) + (error ? 1 : 0);
        refused.set(session, count);
        callback(count > maxRefusedRecipients ? goAway : error, text);
      });
    },
    onData(stream, session, callback) {
      const transaction = transactionOf(session);
      open.delete(session);
      settle(transactions.onData(transaction, receivedOf(session), stream), callback);
    },
  };
}
