import type { Readable } from 'node:stream';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { type Outcome, RelayError } from '../core/errors.ts';
import type { Envelope, Events, InboxRecord } from '../core/ports.ts';
import { type ByteBudget, receive } from '../core/receive.ts';
import { replyFor, type SmtpReply } from './reply.ts';

/** What SMTP needs of the core. */
export interface TransactionDeps {
  readonly recipients: {
    admit(
      path: string,
      transaction: { readonly announcedBytes: number; readonly chosen: InboxId | null },
    ): Promise<Outcome<{ inbox: InboxRecord }>>;
  };
  readonly delivery: {
    deliver(envelope: Envelope, raw: Uint8Array): Promise<Outcome<{ messageId: MessageId }>>;
  };
  readonly events: Pick<Events, 'mailRefused' | 'fault'>;
  readonly messageBytes: number;
  readonly budget: ByteBudget;
}

/** One mail transaction (RFC 5321 section 3.3), from MAIL to the reply after DATA. */
export interface Transaction {
  readonly sender: string;
  readonly announcedBytes: number;
  chosen: { readonly inbox: InboxRecord; readonly recipient: string } | null;
}

export type Answer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reply: SmtpReply };

export interface Transactions {
  onRecipient(transaction: Transaction, path: string): Promise<Answer>;
  /** Null: the client has gone, nobody is to be answered. */
  onData(
    transaction: Transaction,
    received: Envelope['received'],
    stream: Readable,
  ): Promise<Answer | null>;
}

type Stage = 'rcpt' | 'data';

/** Refusals and faults become replies here and nowhere else. */
function createAnswers(events: TransactionDeps['events']) {
  function refuse(code: ProblemCode, stage: Stage): Answer {
    events.mailRefused({ code, stage });
    return { ok: false, reply: replyFor(code) };
  }
  /** What is unknown may pass, so the sender shall try again; nothing of the fault itself is told. */
  async function guard<T>(stage: Stage, work: () => Promise<T>): Promise<T | Answer> {
    try {
      return await work();
    } catch (error) {
      events.fault({ where: `smtp-${stage}`, error });
      return refuse(error instanceof RelayError ? error.code : 'internal', stage);
    }
  }
  return { refuse, guard };
}

export function createTransactions(deps: TransactionDeps): Transactions {
  const { recipients, delivery, messageBytes, budget } = deps;
  const { refuse, guard } = createAnswers(deps.events);

  async function admit(transaction: Transaction, path: string): Promise<Answer> {
    const { announcedBytes, chosen } = transaction;
    const facts = { announcedBytes, chosen: chosen?.inbox.id ?? null };
    const verdict = await recipients.admit(path, facts);
    if (!verdict.ok) return refuse(verdict.code, 'rcpt');
    transaction.chosen ??= { inbox: verdict.inbox, recipient: path };
    return { ok: true, text: '' };
  }

  async function accept(
    { sender, chosen }: Transaction,
    received: Envelope['received'],
    stream: Readable,
  ): Promise<Answer | null> {
    const mail = await receive(stream, messageBytes, budget);
    if (!mail.ok) return mail.code === null ? null : refuse(mail.code, 'data');
    try {
      if (chosen === null) return refuse('internal', 'data');
      const delivered = await delivery.deliver({ sender, received, ...chosen }, mail.raw);
      if (!delivered.ok) return refuse(delivered.code, 'data');
      return { ok: true, text: `Stored as ${delivered.messageId}` };
    } finally {
      mail.release();
    }
  }

  return {
    onRecipient: (transaction, path) => guard('rcpt', () => admit(transaction, path)),
    onData: (transaction, received, stream) =>
      guard('data', () => accept(transaction, received, stream)),
  };
}
