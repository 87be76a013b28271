import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Content, MessageId } from '@mayfly/shared/contract/message';
import { wrapPlain } from '../src/core/envelope.ts';
import type { Clock, PartName, Publisher, Store } from '../src/core/ports.ts';
import { AMPLE, bytes, randomMessageId } from './store-samples.ts';

export const sampleRaw = 'Subject: Hello\r\n\r\nHello\r\n';

export const sampleContent = (more: Partial<Content> = {}): Content => ({
  subject: 'Hello',
  from: { name: 'Shop', address: 'shop@sender.example' },
  to: [],
  replyTo: [],
  date: null,
  messageId: null,
  headers: [{ name: 'Subject', value: 'Hello' }],
  text: 'Hello',
  html: null,
  truncated: false,
  preview: 'Hello',
  links: [],
  codes: [],
  attachments: [],
  removed: [],
  ...more,
});

export const aLink = {
  url: 'https://shop.example/verify',
  text: 'Go',
  kind: 'verify' as const,
  score: 1,
  reasons: [],
};
export const aCode = { value: '123456', score: 1, reasons: [] };

export const contentPart = (content: unknown): Uint8Array =>
  wrapPlain(bytes(JSON.stringify(content)));

/** Leaves messages as delivery does: saved, published, announced. */
export function messageAdder(
  store: Pick<Store, 'saveMessage' | 'publishMessage'>,
  publisher: Pick<Publisher, 'publish'>,
  clock: Clock,
) {
  return async (
    id: InboxId,
    content: Content | null = sampleContent(),
    parts: ReadonlyMap<PartName, Uint8Array> = new Map(),
  ): Promise<MessageId> => {
    const mid = randomMessageId();
    const raw = wrapPlain(bytes(sampleRaw));
    const message = { id: mid, receivedAt: clock(), size: sampleRaw.length, raw };
    await store.saveMessage(id, message, AMPLE);
    const all = new Map(parts);
    if (content !== null) all.set('content', contentPart(content));
    const state = content === null ? 'unanalysed' : 'analysed';
    const change = await store.publishMessage(id, mid, { state, parts: all });
    await publisher.publish(id, { kind: 'changed', seq: change?.seq ?? 0 });
    return mid;
  };
}
