import type { Attachment, Content, RemovedAttachment } from '../contract/message.ts';
import { attachmentName } from './attachment-name.ts';
import type { AttachmentPolicy } from './attachment-policy.ts';
import type { Cleaned, Removed } from './clean-message.ts';

/** A mail as a reader shows it, and the octets of its attachments by index. */
export interface ParsedMessage {
  readonly content: Content;
  readonly attachments: readonly Uint8Array[];
}

/** Rejects when nothing of the mail can be shown. */
export type ParseMail = (raw: Uint8Array) => Promise<ParsedMessage>;

/** A mail without what is not handed out. */
export interface AnalysedMail extends ParsedMessage {
  /** The raw form in the place of the one that came; null when that one may be handed out. */
  readonly raw: Uint8Array | null;
}

const toRemoved = ({ name, type, size, reason, detail }: Removed): RemovedAttachment => ({
  name: attachmentName(name, type, 200),
  type: type.slice(0, 200).toWellFormed(),
  size,
  reason,
  detail,
});

/** Attachments that are blocked after all: the library read the mail in another way than the policy. */
function judgeAll({ content, attachments }: ParsedMessage, policy: AttachmentPolicy) {
  const kept: { about: Attachment; octets: Uint8Array }[] = [];
  const removed: Removed[] = [];
  for (const about of content.attachments) {
    const octets = attachments[about.index] ?? new Uint8Array();
    const { name, type } = about;
    const finding = policy.judge({ names: [name], types: [type], octets, isFile: true });
    if (finding === null) kept.push({ about: { ...about, index: kept.length }, octets });
    else removed.push({ name, type, size: octets.length, ...finding });
  }
  return { kept, removed };
}

function rawForm(
  raw: Uint8Array,
  cleaned: Cleaned,
  removed: readonly Removed[],
  policy: AttachmentPolicy,
): Uint8Array | null {
  if (cleaned.isUnsafe || removed.length > cleaned.removed.length) {
    return policy.withhold(raw, removed);
  }
  return removed.length === 0 ? null : cleaned.octets;
}

/** One thing to say when nothing was named, but the raw form is held back. */
const unreadable = (size: number): Removed => ({
  name: null,
  type: 'message/rfc822',
  size,
  reason: 'unreadable-message',
  detail: '',
});

/**
 * Takes blocked attachments out of a mail and parses what is left.
 * @throws when nothing of it can be shown.
 */
export async function analyseMail(
  raw: Uint8Array,
  policy: AttachmentPolicy,
  parse: ParseMail,
): Promise<AnalysedMail> {
  const cleaned = policy.clean(raw);
  const parsed = await parse(cleaned.octets);
  const { kept, removed: late } = judgeAll(parsed, policy);
  const found = [...cleaned.removed, ...late];
  const removed = cleaned.isUnsafe && found.length === 0 ? [unreadable(raw.length)] : found;
  const content: Content = {
    ...parsed.content,
    attachments: kept.map(({ about }) => about),
    removed: removed.map(toRemoved),
  };
  return {
    content,
    attachments: kept.map(({ octets }) => octets),
    raw: rawForm(raw, cleaned, removed, policy),
  };
}

/** The raw form of a mail as it may be handed out; null: as it came. */
export function examineMail(raw: Uint8Array, policy: AttachmentPolicy): Uint8Array | null {
  const cleaned = policy.clean(raw);
  return rawForm(raw, cleaned, cleaned.removed, policy);
}
