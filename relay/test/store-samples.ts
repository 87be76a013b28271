import { randomBytes } from 'node:crypto';
import { emailAddressSchema, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { messageIdSchema } from '@mayfly/shared/contract/message';
import type { MessageId } from '@mayfly/shared/contract/message';
import type {
  AddressTag,
  InboxLimits,
  InboxRecord,
  NewMessage,
  PartName,
} from '../src/core/ports.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const AMPLE: InboxLimits = { messages: 1000, bytes: 1_000_000_000 };

/** `n` random characters of [a-f0-9]. */
export const randomName = (n: number): string => randomBytes(n).toString('hex').slice(0, n);
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (octets: Uint8Array | null | undefined): string | null =>
  octets === null || octets === undefined ? null : new TextDecoder().decode(octets);

/** The part of an inbox's id that names its address; a boundary, as real tags come from an HMAC. */
export const tagOf = (inbox: InboxRecord): AddressTag => inbox.id.slice(0, 16) as AddressTag;

/** An inbox of an hour; at the address of another one when `tag` is given. */
export function sampleInbox(
  now: number,
  other: Partial<InboxRecord> & { tag?: string } = {},
): InboxRecord {
  const { tag = randomName(16), ...rest } = other;
  return {
    id: inboxIdSchema.parse(`${tag}-${randomName(16)}`),
    address: emailAddressSchema.parse(`${tag}@mayfly.test`),
    createdAt: now,
    expiresAt: now + HOUR_MS,
    maxExpiresAt: now + DAY_MS,
    publicKey: null,
    accessId: null,
    ...rest,
  };
}

export const randomMessageId = (): MessageId => messageIdSchema.parse(randomName(20));

export function sampleMessage(
  now: number,
  raw: Uint8Array | string = 'Subject: hello\r\n\r\nhi',
): NewMessage {
  const octets = typeof raw === 'string' ? bytes(raw) : raw;
  return { id: randomMessageId(), receivedAt: now, size: octets.length, raw: octets };
}

/** An update that makes a message visible. */
export function analysed(
  parts: Partial<Record<PartName, string | Uint8Array>> = { content: '{}' },
) {
  const all = new Map<PartName, Uint8Array>();
  const add = (name: PartName, value: string | Uint8Array | undefined): void => {
    if (value !== undefined) all.set(name, typeof value === 'string' ? bytes(value) : value);
  };
  add('raw', parts.raw);
  add('content', parts.content);
  add('verdict', parts.verdict);
  add('attachment-0', parts['attachment-0']);
  add('attachment-1', parts['attachment-1']);
  return { state: 'analysed' as const, parts: all };
}
