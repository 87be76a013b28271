import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import { readEnvelope, wrapPlain } from './envelope.ts';
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

/** Longer than any analysis takes, so that what another relay works on is left to it. */
const leaseMs = 60_000;
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
  /** When it came, for the figures. */
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

export function createPublishing(deps: PublishingDeps): Publishing {
  const { store, publisher, parser, clock, events } = deps;
  const running = new Map<MessageId, Promise<void>>();

  async function show(subject: Subject, parsed: ParsedMail | null): Promise<void> {
    const state = parsed === null ? 'unanalysed' : 'analysed';
    const parts = parsed === null ? new Map<PartName, Uint8Array>() : partsOf(parsed);
    const change = await store.publishMessage(subject.inbox, subject.id, { state, parts });
    if (change === null) return;
    await publisher.publish(subject.inbox, { kind: 'changed', seq: change.seq });
  }

  async function showAnalysed(subject: Subject, parsed: ParsedMail, late: boolean): Promise<void> {
    await show(subject, parsed);
    const { inbox, id: message, since } = subject;
    const { links, codes } = parsed;
    events.messageAnalysed({ inbox, message, milliseconds: clock() - since, links, codes, late });
  }

  async function analyse(subject: Subject, raw: Uint8Array): Promise<void> {
    let shown: Promise<void> | undefined;
    const outcome = await parser.parse(raw, (parsed) => {
      // The deadline's own publication comes first, so that this one is the `updated`.
      const after = async () => {
        await shown;
        await showAnalysed(subject, parsed, true);
      };
      track(subject, Promise.resolve().then(after));
    });
    if (outcome.ok) return showAnalysed(subject, outcome.parsed, false);
    events.messageNotRendered({ inbox: subject.inbox, message: subject.id, reason: outcome.code });
    shown = show(subject, null);
    return shown;
  }

  function track(subject: Subject, work: Promise<void>): Promise<void> {
    const before = running.get(subject.id);
    const tracked = (async () => {
      try {
        await work;
      } catch (error) {
        // The mail is safe in the store, and still pending unless it was published before.
        events.fault({ where: 'publish', error });
      }
      await before;
    })();
    running.set(subject.id, tracked);
    void tracked.then(() => {
      if (running.get(subject.id) === tracked) running.delete(subject.id);
    });
    return tracked;
  }

  async function takeUp(pending: PendingMessage): Promise<void> {
    const { inbox, id, receivedAt } = pending;
    if (running.has(id)) return;
    const subject = { inbox: inbox.id, id, since: receivedAt };
    const work = async () => {
      const stored = await store.readPart(inbox.id, id, 'raw');
      if (stored === null) return;
      const part = readEnvelope(stored);
      // What is sealed only its reader can open and analyse.
      if (part.v === 0) await analyse(subject, part.bytes);
      else await show(subject, null);
    };
    await track(subject, work());
  }

  async function recover(before = clock() - leaseMs): Promise<number> {
    let taken = 0;
    for (;;) {
      const pending = await store.takePending({ before, leaseMs, limit: batch });
      if (pending.length === 0) return taken;
      taken += pending.length;
      await Promise.all(pending.map(takeUp));
    }
  }

  return {
    publish: (subject, raw) => track(subject, analyse(subject, raw)),
    recover,
    async drain() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
