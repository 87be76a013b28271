import type { MessageId } from '@mayfly/shared/contract/message';
import { judgeSize } from './admission.ts';
import type { Outcome } from './errors.ts';
import { createInFlight } from './in-flight.ts';
import { newMessageId } from './message-id.ts';
import type { Envelope, Events, InboxLimits, Random, Store } from './ports.ts';
import { createPublishing, type Publishing, type PublishingDeps } from './publishing.ts';
import { senderFacts } from './sender-facts.ts';
import { createSlots } from './slots.ts';
import { isLooping, traceHeaders } from './trace-headers.ts';
import { createWrap } from './wrap-part.ts';

export interface DeliveryDeps extends PublishingDeps {
  readonly store: PublishingDeps['store'] & Pick<Store, 'saveMessage'>;
  readonly events: PublishingDeps['events'] & Pick<Events, 'messageStored'>;
  readonly random: Random;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  /** The name that stands in our trace headers. */
  readonly hostname: string;
  readonly limits: {
    readonly inbox: InboxLimits;
    readonly messageBytes: number;
    /** Mails between arrival and visibility above which senders are slowed; a big mail counts as several. */
    readonly parseQueue: number;
  };
}

/** `repeated`: it was brought and stored before, and is not stored again. */
type Delivered = Outcome<{ messageId: MessageId; repeated?: true }>;

export interface Delivery {
  /** Takes `raw` over. `ok` means that the store has the message durably; the analysis goes on after it. */
  deliver(envelope: Envelope, raw: Uint8Array): Promise<Delivered>;
  /**
   * Takes up what was saved but never published: at the start with `before` of now, then every so often without it.
   * Resolves to how many were taken, when all of them are published. Rejects when the store fails.
   */
  recoverPending(before?: number): Promise<number>;
  /** So many mails wait for their analysis that senders are slowed. */
  readonly isFull: boolean;
  /** Resolves when everything that came in is stored or refused, and published. */
  drain(): Promise<void>;
}

/** How long a sender is held back at most before it is asked to come again. */
const slowedMs = 20_000;

/** What counts as one mail in the queue, so that the octets waiting there are bounded too. */
const queuedBytes = 262_144;

function judge(raw: Uint8Array, { hostname, limits }: DeliveryDeps): Outcome {
  if (isLooping(raw, hostname)) return { ok: false, code: 'mail-loop' };
  return judgeSize(raw.length, limits.messageBytes);
}

/** Resolves when it is stored, to the work that follows. */
async function accept(
  { store, clock, random, limits, hostname, events }: DeliveryDeps,
  publishing: Publishing,
  { envelope, raw }: { envelope: Envelope; raw: Uint8Array },
): Promise<Outcome<{ messageId: MessageId; published: Promise<void> | null }>> {
  const since = clock();
  const { inbox } = envelope;
  const id = newMessageId(random);
  const wrap = createWrap(inbox, id);
  const headers = Buffer.from(traceHeaders(envelope, hostname, since));
  const whole = Buffer.concat([headers, raw]);
  const size = whole.length;
  const { arrival } = envelope;
  const message = { id, receivedAt: since, size, raw: wrap('raw', whole), arrival };
  const saved = await store.saveMessage(inbox.id, message, limits.inbox);
  if (!saved.ok) return saved;
  if (saved.repeated === true) return { ok: true, messageId: id, published: null };
  const storedAt = clock();
  events.messageStored({ inbox: inbox.id, message: id, size, milliseconds: storedAt - since });
  const received = { raw, facts: senderFacts(envelope) };
  const published = publishing.publish(
    { inbox: inbox.id, id, wrap, since: storedAt },
    whole,
    received,
  );
  return { ok: true, messageId: id, published };
}

/** Every way in ends here: checks, trace headers, store (`250`), and then the analysis that makes the message visible. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const publishing = createPublishing(deps);
  const delivering = createInFlight();
  const { limits, schedule } = deps;
  const slots = createSlots({ size: limits.parseQueue, waitMs: slowedMs, schedule });

  async function deliver(envelope: Envelope, raw: Uint8Array): Promise<Delivered> {
    const verdict = judge(raw, deps);
    if (!verdict.ok) return verdict;
    const slot = await slots.take(1 + Math.floor(raw.length / queuedBytes));
    if (slot === null) return { ok: false, code: 'overloaded' };
    let published = Promise.resolve();
    try {
      const accepted = await accept(deps, publishing, { envelope, raw });
      if (!accepted.ok) return accepted;
      const { messageId } = accepted;
      if (accepted.published === null) return { ok: true, messageId, repeated: true };
      published = accepted.published;
      return { ok: true, messageId };
    } finally {
      void published.finally(() => slot.release());
    }
  }

  return {
    deliver: (envelope, raw) => delivering.add(deliver(envelope, raw)),
    get isFull() {
      return slots.isFull;
    },
    recoverPending: (before) => publishing.recover(before),
    async drain() {
      await delivering.settle();
      await publishing.drain();
    },
  };
}
