import type { InboxId } from '@mayfly/shared/contract/inbox';
import { arrivalNames } from './arrival.ts';
import type { Delivery } from './delivery.ts';
import { type Outcome, RelayError } from './errors.ts';
import { findRecipient, type Found } from './find-recipient.ts';
import type { Keys } from './keys.ts';
import { randomName } from './random-name.ts';
import type { Clock, Envelope, Events, OtherProtocol, OtherWay, Random } from './ports.ts';
import type { Recipients } from './recipients.ts';

/** A mail that did not come by SMTP. */
export interface BroughtMail {
  readonly way: OtherWay;
  /** Addresses that are all of one inbox, or those of which the first counts that mail may come in for. */
  readonly to: { readonly all: readonly string[] } | { readonly first: readonly string[] };
  /** '' for the null sender. */
  readonly sender: string;
  /** Taken over. */
  readonly raw: Uint8Array;
  readonly protocol: OtherProtocol;
  /** Who brought it, for our Received header. */
  readonly from: { readonly name: string; readonly address: string };
  readonly sameness: Sameness;
}

/** By what it is seen that a mail is brought once more. */
export interface Sameness {
  /** A mail with the same parts is the same. */
  readonly parts: readonly (string | Uint8Array)[];
  /** So are mails that share these; they are compared only when `compareOthers` is set, but always remembered. */
  readonly others?: readonly (string | Uint8Array)[];
  readonly compareOthers?: boolean;
  readonly rememberMs: number;
}

export interface Intake {
  /** Whether mail for the first of these that may come in could come in now; at no mail. */
  find(candidates: readonly string[]): Promise<Outcome>;
  /** `ok` when the store has it durably, from now or from before. Rejects with what the store met. */
  take(mail: BroughtMail): Promise<Outcome<{ repeated: boolean }>>;
}

export interface IntakeDeps {
  /** Whose inboxes are never full: whether there is room is asked when it is known that the mail is new. */
  readonly recipients: Recipients;
  readonly delivery: Pick<Delivery, 'deliver'>;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Pick<Events, 'mailBrought'>;
}

async function admitAll(recipients: Recipients, paths: readonly string[]): Promise<Outcome<Found>> {
  let chosen: Found | null = null;
  for (const path of paths) {
    const id: InboxId | null = chosen?.inbox.id ?? null;
    const admitted = await recipients.admit(path, { announcedBytes: 0, chosen: id });
    if (!admitted.ok) return admitted;
    chosen ??= { inbox: admitted.inbox, recipient: path };
  }
  return chosen === null ? { ok: false, code: 'recipient-invalid' } : { ok: true, ...chosen };
}

/** The common end of all ways in beside SMTP: admission, delivery, and nothing twice. */
export function createIntake(deps: IntakeDeps): Intake {
  const { recipients, delivery, keys, clock, random, events } = deps;

  function arrivalOf(sameness: Sameness): NonNullable<Envelope['arrival']> {
    const { parts, others, compareOthers = false, rememberMs } = sameness;
    const names = arrivalNames(keys, parts);
    const more = others === undefined ? [] : arrivalNames(keys, others);
    return {
      known: compareOthers ? [...names, ...more] : names,
      remember: [names[0], ...more.slice(0, 1)],
      until: clock() + rememberMs,
    };
  }

  async function take(mail: BroughtMail): Promise<Outcome<{ repeated: boolean }>> {
    const { sender, protocol, from, to } = mail;
    const admitted = await ('all' in to
      ? admitAll(recipients, to.all)
      : findRecipient(recipients, to.first));
    if (!admitted.ok) return admitted;
    const { inbox, recipient } = admitted;
    const received = {
      helo: from.name,
      remoteAddress: from.address,
      protocol,
      id: randomName(random, 16),
    };
    const envelope = { sender, inbox, recipient, received, arrival: arrivalOf(mail.sameness) };
    const delivered = await delivery.deliver(envelope, mail.raw);
    return delivered.ok ? { ok: true, repeated: delivered.repeated === true } : delivered;
  }

  return {
    find: (candidates) => findRecipient(recipients, candidates),
    async take(mail) {
      const { way } = mail;
      try {
        const taken = await take(mail);
        const done = taken.ok && taken.repeated ? 'repeated' : 'stored';
        events.mailBrought({ way, outcome: taken.ok ? done : taken.code });
        return taken;
      } catch (error) {
        events.mailBrought({ way, outcome: error instanceof RelayError ? error.code : 'internal' });
        throw error;
      }
    },
  };
}
