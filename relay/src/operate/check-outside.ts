import { createHash } from 'node:crypto';
import type { Message } from '@mayfly/shared/contract/message';
import { readEnvelope } from '../core/envelope.ts';
import { readAddress } from '../core/network-address.ts';
import { operatorInboxId } from '../core/operator-mailbox.ts';
import type { Store } from '../core/ports.ts';
import { createIsPublic } from '../mail/public-address.ts';
import { type Finding, pass, warn } from './finding.ts';
import type { MailSetup } from './mail-setup.ts';
import { operatorMessages } from './operator.ts';

export interface OutsideDeps {
  readonly store: Pick<Store, 'listChanges' | 'readPart'>;
  readonly setup: MailSetup;
  /** Mail from these says nothing of who else reaches us. */
  readonly ownAddresses: readonly string[];
  readonly now: number;
}

/** So long a mail proves that the way is open. */
const goodForMs = 7 * 86_400_000;

/** What the subject of the mail has to hold: no other mail does by chance. It need not be secret, since only coming in counts. */
export function challengeFor(domain: string): string {
  const hash = createHash('sha256').update(`mayfly doctor ${domain}`).digest('hex');
  return `mayfly-check-${hash.slice(0, 10)}`;
}

/** Who handed a mail to the relay by SMTP, as its own trace header says; null when it came otherwise. */
function clientOf(raw: Uint8Array): string | null {
  const head = Buffer.from(raw.subarray(0, 4096)).toString('latin1');
  const trace = /^Received: from \S+ \(\[(?:IPv6:)?([^\]\s]+)\]\)\r\n\tby \S+ with (\w+) /m.exec(
    head,
  );
  return trace !== null && /^(?:UTF8SMTP|E?SMTP)S?$/.test(trace[2] ?? '')
    ? (trace[1] ?? null)
    : null;
}

async function cameFrom(store: OutsideDeps['store'], { id }: Message): Promise<string | null> {
  const stored = await store.readPart(operatorInboxId, id, 'raw');
  const part = stored === null ? null : readEnvelope(stored);
  return part?.v === 0 ? clientOf(part.bytes) : null;
}

/** When the mail with the challenge came, from an address that is not ours. Null: it did not. */
export async function findChallenge(deps: OutsideDeps): Promise<Date | null> {
  const { store, setup, ownAddresses, now } = deps;
  const isPublic = createIsPublic();
  const own = new Set(ownAddresses.map(readAddress));
  const challenge = challengeFor(setup.domain);
  for await (const message of operatorMessages(store)) {
    const at = new Date(message.receivedAt);
    const isIt = message.content?.subject.includes(challenge) === true;
    if (!isIt || now - at.getTime() > goodForMs) continue;
    const client = await cameFrom(store, message);
    if (client !== null && isPublic(client) && !own.has(client)) return at;
  }
  return null;
}

/** What the operator is to do, from anywhere else. */
export function howToChallenge({ domain }: MailSetup): string {
  return `from a mail account elsewhere write to postmaster@${domain} with the subject ${challengeFor(domain)}`;
}

export function judgeOutside(arrived: Date | null, setup: MailSetup): Finding {
  const judged =
    arrived === null
      ? warn(
          'not known: no mail of yours came from outside within 7 days',
          howToChallenge(setup),
          `then run this again, or run it with --wait 10 first and write within ten minutes`,
        )
      : pass(`your mail came in on ${arrived.toISOString().slice(0, 16).replace('T', ' ')} UTC`);
  return { id: 'outside', about: 'From outside', ...judged };
}
