import { hash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { Config } from './config.ts';
import type { Intake } from './core/intake.ts';
import type { Clock, Events, Jobs } from './core/ports.ts';
import type { MailboxPlace } from './inbound/imap-mailbox.ts';
import { type MailboxPull, startPull } from './inbound/imap-pull.ts';

export interface MailPulls {
  /** Whether every mailbox that this relay should have open is. Null: there is none to pull from. */
  readonly areWell: (() => boolean) | null;
  start(): void;
  stop(): Promise<void>;
}

const weekMs = 7 * 24 * 3_600_000;

/** The same after a change of secrets, or all mail would be new. */
const nameOf = ({ host, user, folder }: MailboxPlace): string =>
  hash('sha256', JSON.stringify([host, user, folder]), 'base64url').slice(0, 27);

/** Pulls mail from the mailboxes of the configuration. */
export function createMailPulls(
  config: Config,
  parts: {
    readonly store: Jobs;
    readonly intake: Intake;
    readonly events: Events;
    readonly clock: Clock;
    readonly shortage: () => ProblemCode | null;
  },
): MailPulls {
  const { imapMailboxes, imapAfter: afterwards, messageBytes } = config;
  const begin = (place: MailboxPlace, index: number) =>
    startPull(
      {
        ...parts,
        messageBytes,
        nameOf,
        holder: randomUUID(),
        // The library is loaded by who needs it alone.
        async open(at) {
          const { openMailbox } = await import('./inbound/imap-mailbox.ts');
          return openMailbox(at, { afterwards, mostOctets: messageBytes });
        },
        rescanMs: config.imapRescanSeconds * 1000,
        // An inbox that could have got it is gone by then.
        rememberMs: Math.max(weekMs, config.maxLifeMinutes * 60_000),
        pause: (milliseconds, signal) =>
          wait(milliseconds, undefined, { signal }).catch(() => undefined),
        random: Math.random,
      },
      place,
      index + 1,
    );
  let pulls: MailboxPull[] = [];
  return {
    areWell: imapMailboxes.length === 0 ? null : () => pulls.every(({ isWell }) => isWell),
    start() {
      pulls = imapMailboxes.map(begin);
    },
    async stop() {
      await Promise.all(pulls.map((pull) => pull.stop()));
    },
  };
}
