import PostalMime, { type Address, type Attachment as Part, type Email } from 'postal-mime';
import type { Attachment, Content, Mailbox } from '../contract/message.ts';
import type { AnalysisInput, AnalysisResult } from '../analysis/types.ts';
import type { ParsedMessage } from './analyse-mail.ts';
import { attachmentName } from './attachment-name.ts';
import { joinBody } from './message-body.ts';
import { cut, type MessageLimits, messageLimits } from './message-limits.ts';

/** The analysis with the words of all languages, which a reader loads when it is needed. */
export type Analyze = (input: AnalysisInput) => AnalysisResult;

/** The domain in A-label form, as everywhere in the contract: what looks like another name must not pass for it. */
function canonicalAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const url = at < 1 ? null : URL.parse(`http://${address.slice(at + 1)}`);
  const isName = url !== null && url.host !== '' && url.href === `http://${url.host}/`;
  return isName ? `${address.slice(0, at)}@${url.host}` : address;
}

/** Mailboxes of an address header; those in a group (RFC 5322 section 3.4) stand for themselves. */
function mailboxes(addresses: readonly Address[], limits: MessageLimits): Mailbox[] {
  const flat = addresses.flatMap((address) => address.group ?? [address]);
  return flat.slice(0, limits.mailboxes).map(({ name, address }) => ({
    name: cut(name, limits.lineCharacters),
    address: canonicalAddress(cut(address, limits.lineCharacters)),
  }));
}

function readDate(date: string | undefined): string | null {
  const read = new Date((date ?? '').slice(0, 200));
  const year = read.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? read.toISOString() : null;
}

function readHeaders({ headers }: Email, limits: MessageLimits): Content['headers'] {
  let room = limits.headersCharacters;
  const read: Content['headers'] = [];
  for (const { originalKey, value } of headers.slice(0, limits.headers)) {
    room -= originalKey.length + value.length;
    if (room < 0) break;
    read.push({ name: originalKey.toWellFormed(), value: value.toWellFormed() });
  }
  return read;
}

function octetsOf({ content }: Part): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function describe(part: Part, index: number, size: number): Attachment {
  const type = cut(part.mimeType || 'application/octet-stream', 200);
  const { contentId } = part;
  return {
    index,
    name: attachmentName(part.filename, type, 200),
    type,
    size,
    ...(contentId !== undefined && contentId !== '' && { contentId: cut(contentId, 500) }),
    inline: part.disposition === 'inline' || part.related === true,
  };
}

function analyse(analyze: Analyze, content: Pick<Content, 'subject' | 'from' | 'text' | 'html'>) {
  const { subject, from, text, html } = content;
  const sender = from === null ? '' : `${from.name} <${from.address}>`;
  try {
    return analyze({ subject, from: sender, text, html });
  } catch {
    return { links: [], codes: [] };
  }
}

const headOf = (email: Email, limits: MessageLimits) => ({
  subject: cut(email.subject ?? '', limits.lineCharacters),
  from: mailboxes(email.from === undefined ? [] : [email.from], limits)[0] ?? null,
  to: mailboxes(email.to ?? [], limits),
  replyTo: mailboxes(email.replyTo ?? [], limits),
  date: readDate(email.date),
  messageId: email.messageId === undefined ? null : cut(email.messageId, limits.lineCharacters),
  headers: readHeaders(email, limits),
});

function bodyOf({ text, html }: Email, limits: MessageLimits) {
  const parts = [
    ...(text === undefined ? [] : [{ kind: 'text', content: text, alternative: true } as const]),
    ...(html === undefined ? [] : [{ kind: 'html', content: html, alternative: true } as const]),
  ];
  return joinBody(parts, limits);
}

/**
 * Parses and analyses a raw mail (RFC 5322, MIME) in the reader's own program: what comes of it is what the relay makes of the
 * same mail. Rejects when nothing of it can be read.
 */
export async function parseRaw(
  raw: Uint8Array,
  analyze: Analyze,
  limits: MessageLimits = messageLimits,
): Promise<ParsedMessage> {
  const email = await PostalMime.parse(raw, { maxHeadersSize: limits.headBytes });
  const parts = email.attachments.slice(0, limits.attachments);
  const attachments = parts.map(octetsOf);
  const shown = { ...headOf(email, limits), ...bodyOf(email, limits) };
  const content: Content = {
    ...shown,
    ...analyse(analyze, shown),
    attachments: parts.map((part, index) => describe(part, index, attachments[index]?.length ?? 0)),
    removed: [],
  };
  return { content, attachments };
}
