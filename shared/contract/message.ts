import { z } from 'zod';
import { publicKeySchema, timestampSchema } from './inbox.ts';

export const messageIdSchema = z
  .string()
  .regex(/^[a-z0-9]{20}$/)
  .brand<'MessageId'>();
export type MessageId = z.infer<typeof messageIdSchema>;

/** Opaque, per inbox, monotonic; counts changes, never time. */
export const cursorSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/);
export type Cursor = z.infer<typeof cursorSchema>;

export const linkKindSchema = z.enum(['verify', 'magic-link', 'reset', 'invite', 'subscribe']);
export type LinkKind = z.infer<typeof linkKindSchema>;

/** A link that completes what the mail asks for. `url` stands in the mail exactly so. */
export const linkSchema = z.object({
  url: z.string(),
  text: z.string(),
  kind: linkKindSchema,
  score: z.number(),
  reasons: z.array(z.string()),
  /** Where a click-tracking link leads, when the url shows it. */
  destination: z.string().optional(),
});
export type Link = z.infer<typeof linkSchema>;

/** A one-time code exactly as the mail shows it. */
export const codeSchema = z.object({
  value: z.string(),
  score: z.number(),
  reasons: z.array(z.string()),
});
export type Code = z.infer<typeof codeSchema>;

export const mailboxSchema = z.object({ name: z.string(), address: z.string() });
export type Mailbox = z.infer<typeof mailboxSchema>;

export const attachmentSchema = z.object({
  /** Its place in `/attachments/:n`, from 0. */
  index: z.int().min(0),
  name: z.string(),
  type: z.string(),
  size: z.int().min(0),
  contentId: z.string().optional(),
  inline: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const removalReasonSchema = z.enum([
  'executable-name',
  'double-extension',
  'executable-type',
  'executable-content',
  'inside-archive',
  'inside-message',
  'unreadable-archive',
  'unreadable-message',
]);
export type RemovalReason = z.infer<typeof removalReasonSchema>;

/** An attachment that was taken out: neither it nor the raw form with it can be had. */
export const removedSchema = z.object({
  name: z.string(),
  type: z.string(),
  size: z.int().min(0),
  reason: removalReasonSchema,
  /** What gave it away: an ending, a type, a kind of file, or the name of a file inside. */
  detail: z.string(),
});
export type RemovedAttachment = z.infer<typeof removedSchema>;

/** What is inside a message (RFC 5322, MIME), as a reader shows it. */
export const contentSchema = z.object({
  subject: z.string(),
  from: mailboxSchema.nullable(),
  to: z.array(mailboxSchema),
  replyTo: z.array(mailboxSchema),
  /** The `Date:` header; null when it is missing or unreadable. */
  date: timestampSchema.nullable(),
  messageId: z.string().nullable(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  text: z.string().nullable(),
  html: z.string().nullable(),
  /** Text, html or headers were cut at a limit; the raw form has them whole. */
  truncated: z.boolean(),
  /** The first words a reader sees, at most 200 characters. */
  preview: z.string(),
  links: z.array(linkSchema),
  codes: z.array(codeSchema),
  attachments: z.array(attachmentSchema),
  /** Attachments that were taken out because they are programs or scripts, or cannot be looked through. */
  removed: z.array(removedSchema).default([]),
});
export type Content = z.infer<typeof contentSchema>;

const base64Url = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** One sealed part (HPKE, RFC 9180): `enc` is the encapsulated key, `ct` the ciphertext, both base64url. */
export const sealedPartSchema = z.object({ v: z.literal(1), enc: base64Url, ct: base64Url });
export type SealedPart = z.infer<typeof sealedPartSchema>;

/** The sender verdict (SPF, DKIM, DMARC, ARC). */
export const verdictSchema = z.object({
  verdict: z.enum(['pass', 'fail', 'none', 'unknown']),
  reasons: z.array(z.string()),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** `unanalysed`: not parsed in time or not parseable; the raw form can be had. */
export const messageStateSchema = z.enum(['analysed', 'unanalysed']);
export type MessageState = z.infer<typeof messageStateSchema>;

const messageFields = {
  id: messageIdSchema,
  receivedAt: timestampSchema,
  /** Octets of the raw form. */
  size: z.int().min(0),
  state: messageStateSchema,
  seen: z.boolean(),
  /** In a plain inbox; null while unanalysed. */
  content: contentSchema.nullable().optional(),
  verdict: verdictSchema.optional(),
  /** In a sealed inbox, instead of `content` and `verdict`. */
  sealed: z
    .object({ content: sealedPartSchema.nullable(), verdict: sealedPartSchema.optional() })
    .optional(),
};

export const messageSchema = z.object(messageFields);
export type Message = z.infer<typeof messageSchema>;

/**
 * What happened to a message since the cursor. A reader that goes on page by page may be told `new` of a message that
 * it has, when that changed meanwhile, and `deleted` of one that it has not: ids decide.
 */
export const messageItemSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('new'), ...messageFields }),
  z.object({ change: z.literal('updated'), ...messageFields }),
  z.object({ change: z.literal('deleted'), id: messageIdSchema }),
]);
export type MessageItem = z.infer<typeof messageItemSchema>;

export const patchMessageSchema = z.strictObject({ seen: z.boolean() });

const queryInt = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));

/** The query of the message list. Values are strings, as they come in a URL. */
export const listMessagesQuerySchema = z.strictObject({
  after: cursorSchema.optional(),
  wait: queryInt(0, 25).optional(),
  limit: queryInt(1, 100).optional(),
  /** Only messages that have one; deletions are left out. */
  has: z.enum(['link', 'code']).optional(),
});
export type ListMessagesQuery = z.infer<typeof listMessagesQuerySchema>;

export const messageListSchema = z.object({
  items: z.array(messageItemSchema),
  /** Goes on from here; more may be waiting already when the list was cut at a limit. */
  next: cursorSchema,
  timedOut: z.boolean(),
  expiresAt: timestampSchema,
  /** The key to which mail is sealed from now on; a wait ends when it changes. */
  publicKey: publicKeySchema.nullable().default(null),
});
export type MessageList = z.infer<typeof messageListSchema>;
