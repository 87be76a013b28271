import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import { readEnvelope, wrapPlain } from './envelope.ts';
import { createKeyedWork } from './keyed-work.ts';
import type {
  Clock,
  Events,
  MessageParser,
  ParsedMail,
  PartName,
  PendingMessage,
  Publisher,
  Store,
} from './ports.ts';

/** What failed to be published is tried again so much later. */
const retryMs = 60_000;
const batch = 20;

export interface PublishingDeps {
  readonly store: Pick<Store, 'publishMessage' | 'readPart' | 'takePending'>;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly parser: Pick<MessageParser, 'parse'>;
  readonly clock: Clock;
  readonly events: Pick<Events, 'messageAnalysed' | 'messageNotRendered' | 'fault'>;
}

export interface Subject {
  readonly inbox: InboxId;
  readonly id: MessageId;
  /** When it was acknowledged, or came if that is not known; for the figures. */
  readonly since: number;
}

/** What happens to a message after `250`: analysed or given up, it becomes visible and its watchers are told. */
export interface Publishing {
  /** Takes `raw` over. Resolves when the message is visible; a fault is reported and leaves it to `recover`. */
  publish(subject: Subject, raw: Uint8Array): Promise<void>;
  /** Takes up what nobody published; see Delivery. */
  recover(before?: number): Promise<number>;
  drain(): Promise<void>;
}

function partsOf(parsed: ParsedMail): Map<PartName, Uint8Array> {
  const parts = new Map<PartName, Uint8Array>([['content', wrapPlain(parsed.content)]]);
  for (const [index, octets] of parsed.attachments.entries()) {
    parts.set(`attachment-${index}`, wrapPlain(octets));
  }
  return parts;
}

/** Makes a message visible, with its content or without. */
function createShow({ store, publisher, clock, events }: PublishingDeps) {
  async function show(subject: Subject, parsed: ParsedMail | null): Promise<void> {
    const state = parsed === null ? 'unanalysed' : 'analysed';
    const parts = parsed === null ? new Map<PartName, Uint8Array>() : partsOf(parsed);
    const change = await store.publishMessage(subject.inbox, subject.id, { state, parts });
    // Null: deleted, or its inbox has ended.
    if (change !== null) {
      await publisher.publish(subject.inbox, { kind: 'changed', seq: change.seq });
    }
  }
  return {
    async analysed(subject: Subject, parsed: ParsedMail, late: boolean): Promise<void> {
      await show(subject, parsed);
      const { inbox, id: message, since } = subject;
      const { links, codes } = parsed;
      events.messageAnalysed({ inbox, message, milliseconds: clock() - since, links, codes, late });
    },
    async unanalysed(subject: Subject, reason: string): Promise<void> {
      await show(subject, null);
      events.messageNotRendered({ inbox: subject.inbox, message: subject.id, reason });
    },
  };
}

export function createPublishing(deps: PublishingDeps): Publishing {
  const { store, parser, clock, events } = deps;
  const show = createShow(deps);
  // After a fault the mail is safe in the store, and pending unless it was published before.
  const work = createKeyedWork<MessageId>((error) => events.fault({ where: 'publish', error }));

  let isStopping = false;

  async function analyse(subject: Subject, raw: Uint8Array): Promise<void> {
    const outcome = await parser.parse(raw, (parsed) => {
      // Follows the publication at the deadline, so that it is the `updated`.
      void work.run(subject.id, () => show.analysed(subject, parsed, true));
    });
    if (outcome.ok) await show.analysed(subject, outcome.parsed, false);
    // Left pending, and analysed at the next start.
    else if (outcome.code === 'shutting-down') isStopping = true;
    else await show.unanalysed(subject, outcome.code);
  }

  async function takeUp({ inbox, id, receivedAt }: PendingMessage): Promise<void> {
    const subject = { inbox: inbox.id, id, since: receivedAt };
    const stored = await store.readPart(inbox.id, id, 'raw');
    if (stored === null) return;
    const part = readEnvelope(stored);
    // What is sealed only its reader can open and analyse.
    if (part.v === 0) await analyse(subject, part.bytes);
    else await show.unanalysed(subject, 'sealed');
  }

  async function recover(before = clock() - retryMs): Promise<number> {
    let taken = 0;
    for (;;) {
      const pending = await store.takePending({ before, limit: batch });
      const orphans = pending.filter(({ id }) => !work.has(id));
      await Promise.all(orphans.map((orphan) => work.run(orphan.id, () => takeUp(orphan))));
      taken += orphans.length;
      if (pending.length < batch || isStopping) return taken;
    }
  }

  return {
    publish: (subject, raw) => work.run(subject.id, () => analyse(subject, raw)),
    recover,
    drain: () => work.drain(),
  };
}
