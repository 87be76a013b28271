import type { MessageId } from '@mayfly/shared/contract/message';
import { judgeSize } from './admission.ts';
import { wrapPlain } from './envelope.ts';
import type { Outcome } from './errors.ts';
import { newMessageId } from './message-id.ts';
import type { Envelope, Events, InboxLimits, Random, Store } from './ports.ts';
import { createPublishing, type PublishingDeps } from './publishing.ts';
import { createSlots } from './slots.ts';
import { isLooping, traceHeaders } from './trace-headers.ts';

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
    /** Mails between arrival and visibility above which senders are slowed. */
    readonly parseQueue: number;
    /** How long a sender is held back at most before it is asked to come again; default 20 s. */
    readonly slowedMs?: number;
  };
}

export interface Delivery {
  /** `ok` means that the store has the message durably; the analysis goes on after it. */
  deliver(envelope: Envelope, raw: Uint8Array): Promise<Outcome<{ messageId: MessageId }>>;
  /**
   * Takes up what was saved but never published: at the start with `before` of now, then every so often without it.
   * Resolves to how many were taken, when all of them are published. Rejects when the store fails.
   */
  recoverPending(before?: number): Promise<number>;
  /** Resolves when everything that runs is published. */
  drain(): Promise<void>;
}

/** Every way in ends here: checks, trace headers, store (`250`), and then the analysis that makes the message visible. */
export function createDelivery(deps: DeliveryDeps): Delivery {
  const { store, clock, random, limits, hostname, events, schedule } = deps;
  const publishing = createPublishing(deps);
  const waitMs = limits.slowedMs ?? 20_000;
  const slots = createSlots({ size: limits.parseQueue, waitMs, schedule });

  async function save({ inbox }: Envelope, whole: Uint8Array): Promise<Outcome<{ id: MessageId }>> {
    const receivedAt = clock();
    const id = newMessageId(random);
    const message = { id, receivedAt, size: whole.length, raw: wrapPlain(whole) };
    const saved = await store.saveMessage(inbox.id, message, limits.inbox);
    if (!saved.ok) return saved;
    const milliseconds = clock() - receivedAt;
    events.messageStored({ inbox: inbox.id, message: id, size: whole.length, milliseconds });
    return { ok: true, id };
  }

  async function deliver(envelope: Envelope, raw: Uint8Array): ReturnType<Delivery['deliver']> {
    const size = judgeSize(raw.length, limits.messageBytes);
    if (!size.ok) return size;
    if (isLooping(raw, hostname)) return { ok: false, code: 'mail-loop' };
    const slot = await slots.take();
    if (slot === null) return { ok: false, code: 'overloaded' };
    try {
      const since = clock();
      const headers = Buffer.from(traceHeaders(envelope, hostname, since));
      const whole = Buffer.concat([headers, raw]);
      const saved = await save(envelope, whole);
      if (!saved.ok) {
        slot.release();
        return saved;
      }
      const subject = { inbox: envelope.inbox.id, id: saved.id, since };
      void publishing.publish(subject, whole).finally(() => slot.release());
      return { ok: true, messageId: saved.id };
    } catch (error) {
      slot.release();
      throw error;
    }
  }

  return {
    deliver,
    recoverPending: (before) => publishing.recover(before),
    drain: () => publishing.drain(),
  };
}
