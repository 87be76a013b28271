import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageId, MessageState } from '@mayfly/shared/contract/message';
import { readEnvelope } from './envelope.ts';
import { createInFlight } from './in-flight.ts';
import { createKeyedWork } from './keyed-work.ts';
import { type PendingVerdict, pendingVerdict } from './pending-verdict.ts';
import type {
  Clock,
  Events,
  MessageParser,
  ParsedMail,
  PartName,
  PendingMessage,
  Publisher,
  SenderFacts,
  SenderJudge,
  Store,
} from './ports.ts';
import { readOwnTrace } from './sender-facts.ts';
import { createWrap, type Wrap } from './wrap-part.ts';

/** What waits for so long without being worked on was lost on its way. */
const lostMs = 60_000;
/** What came so long before a publication failed is tried again; what is younger may still be on its way. */
const failedMs = 5000;
const batch = 20;

export interface PublishingDeps {
  readonly store: Pick<Store, 'publishMessage' | 'readPart' | 'takePending'>;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly parser: Pick<MessageParser, 'parse'>;
  /** Null: messages carry no verdict. */
  readonly judge: Pick<SenderJudge, 'judge'> | null;
  readonly clock: Clock;
  readonly events: Pick<
    Events,
    'messageAnalysed' | 'messageNotRendered' | 'verdictReached' | 'fault'
  >;
}

export interface Subject {
  readonly inbox: InboxId;
  readonly id: MessageId;
  /** Puts its parts into the form in which they are stored. */
  readonly wrap: Wrap;
  /** When it was acknowledged, or came if that is not known; for the figures. */
  readonly since: number;
}

/** What the verdict is about: the octets as they came in, and who brought them. */
export interface Received {
  readonly raw: Uint8Array;
  readonly facts: SenderFacts;
}

/** A message on its way to its readers. */
interface Passage {
  readonly subject: Subject;
  readonly verdict: PendingVerdict | null;
  /** As it is shown; null before that, and when it is gone. */
  state: MessageState | null;
}

/** What happens to a message after `250`: analysed or given up, it becomes visible and its watchers are told. */
export interface Publishing {
  /**
   * Takes `whole` and `received.raw` over. Resolves when the message is visible, its verdict perhaps to follow; a fault
   * is reported and leaves it to `recover`.
   */
  publish(subject: Subject, whole: Uint8Array, received: Received): Promise<void>;
  /** Takes up what nobody published; see Delivery. */
  recover(before?: number): Promise<number>;
  drain(): Promise<void>;
}

function partsOf(parsed: ParsedMail, wrap: Wrap): Map<PartName, Uint8Array> {
  const parts = new Map<PartName, Uint8Array>([['content', wrap('content', parsed.content)]]);
  for (const [index, octets] of parsed.attachments.entries()) {
    const name = `attachment-${index}` as const;
    parts.set(name, wrap(name, octets));
  }
  if (parsed.raw !== null) parts.set('raw', wrap('raw', parsed.raw));
  return parts;
}

/** Makes a message visible, with its content or without, and with its verdict if that is there. */
function createShow({ store, publisher, clock, events }: PublishingDeps) {
  async function show(
    passage: Passage,
    state: MessageState,
    parts: Map<PartName, Uint8Array>,
    raw: Uint8Array | null = null,
  ) {
    const { verdict, subject } = passage;
    const judged = verdict?.part ?? null;
    if (judged !== null) parts.set('verdict', judged);
    const change = await store.publishMessage(subject.inbox, subject.id, {
      state,
      parts,
      ...(raw !== null && { size: raw.length }),
    });
    // Null: deleted, or its inbox has ended.
    passage.state = change === null ? null : state;
    if (judged !== null) verdict?.markStored();
    if (change === null) return;
    await publisher.publish(subject.inbox, { kind: 'changed', seq: change.seq });
  }
  return {
    async analysed(passage: Passage, parsed: ParsedMail, late: boolean): Promise<void> {
      await show(passage, 'analysed', partsOf(parsed, passage.subject.wrap), parsed.raw);
      const { inbox, id: message, since } = passage.subject;
      const { links, codes } = parsed;
      events.messageAnalysed({ inbox, message, milliseconds: clock() - since, links, codes, late });
    },
    async unanalysed(passage: Passage, reason: string): Promise<void> {
      await show(passage, 'unanalysed', new Map());
      const { inbox, id: message } = passage.subject;
      events.messageNotRendered({ inbox, message, reason });
    },
    /** The verdict alone, if it was not stored with the rest. */
    async judged(passage: Passage): Promise<void> {
      const { state, verdict } = passage;
      if (state !== null && verdict !== null && verdict.part !== null) {
        await show(passage, state, new Map());
      }
    },
  };
}

/** Starts verdicts, beside everything else: no message waits for its verdict. */
function createJudging({ judge, clock, events }: PublishingDeps) {
  const judging = createInFlight();
  return {
    begin(
      { inbox, id: message, wrap, since }: Subject,
      { raw, facts }: Received,
    ): PendingVerdict | null {
      if (judge === null) return null;
      const reached = judge.judge(raw, facts).then((found) => {
        const milliseconds = clock() - since;
        events.verdictReached({ inbox, message, verdict: found.verdict, milliseconds });
        return found;
      });
      const { verdict, settled } = pendingVerdict(reached, wrap);
      void judging.add(settled);
      return verdict;
    },
    settle: () => judging.settle(),
  };
}

export function createPublishing(deps: PublishingDeps): Publishing {
  const { store, parser, clock, events } = deps;
  const show = createShow(deps);
  const judging = createJudging(deps);
  // After a fault the mail is safe in the store, and pending unless it was published before.
  const work = createKeyedWork<MessageId>((error) => {
    failedAt = clock();
    events.fault({ where: 'publish', error });
  });
  /** Null once all that failed has been taken up. */
  let failedAt: number | null = null;

  let isStopping = false;

  async function analyse(passage: Passage, whole: Uint8Array): Promise<void> {
    const { id } = passage.subject;
    const outcome = await parser.parse(whole, (parsed) => {
      // Follows the publication at the deadline, so that it is the `updated`.
      void work.run(id, () => show.analysed(passage, parsed, true));
    });
    if (outcome.ok) await show.analysed(passage, outcome.parsed, false);
    // Left pending, and analysed at the next start.
    else if (outcome.code === 'shutting-down') isStopping = true;
    else await show.unanalysed(passage, outcome.code);
    passage.verdict?.whenDue(() => void work.run(id, () => show.judged(passage)));
  }

  const pass = (subject: Subject, whole: Uint8Array, received: Received) =>
    analyse({ subject, verdict: judging.begin(subject, received), state: null }, whole);

  async function takeUp({ inbox, id, receivedAt }: PendingMessage): Promise<void> {
    const subject = { inbox: inbox.id, id, wrap: createWrap(inbox, id), since: receivedAt };
    const stored = await store.readPart(inbox.id, id, 'raw');
    if (stored === null) return;
    const part = readEnvelope(stored);
    if (part.v === 0) {
      const { raw, facts } = readOwnTrace(part.bytes);
      await pass(subject, part.bytes, { raw: new Uint8Array(raw), facts });
    }
    // What is sealed only its reader can open and analyse.
    else await show.unanalysed({ subject, verdict: null, state: null }, 'sealed');
  }

  async function recover(asked?: number): Promise<number> {
    const before = asked ?? clock() - (failedAt === null ? lostMs : failedMs);
    const taken = await takeUpAll(before);
    if (failedAt !== null && failedAt < before) failedAt = null;
    return taken;
  }

  async function takeUpAll(before: number): Promise<number> {
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
    publish: (subject, whole, received) =>
      work.run(subject.id, () => pass(subject, whole, received)),
    recover,
    async drain() {
      await judging.settle();
      await work.drain();
    },
  };
}
