import { domainToASCII } from 'node:url';
import type { Content, Mailbox } from '@mayfly/shared/contract/message';
import { cut, type MessageLimits } from '@mayfly/shared/mail/message-limits';
import { header, listField, textField } from './unknown.ts';

export interface Head {
  readonly fields: Pick<
    Content,
    'subject' | 'from' | 'to' | 'replyTo' | 'date' | 'messageId' | 'headers'
  >;
  readonly truncated: boolean;
  readonly language: string | null;
}

/** What the mail library hands on of the header section. */
export interface RawHead {
  /** By name in lower case, decoded. */
  readonly headers: unknown;
  /** Each field as it stands there, one octet a character. */
  readonly lines: readonly { readonly name: string; readonly value: string }[];
  readonly decodeWords: (text: string) => string;
}

/** The domain in A-label form, as everywhere in the contract: what looks like another name must not pass for it. */
function canonicalAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const ascii = domainToASCII(address.slice(at + 1));
  return at < 1 || ascii === '' ? address : `${address.slice(0, at)}@${ascii}`;
}

/** Mailboxes of an address header; those in a group (RFC 5322 section 3.4) stand for themselves. */
function mailboxes(value: unknown, limits: MessageLimits): { list: Mailbox[]; more: boolean } {
  const list: Mailbox[] = [];
  const pending = [value].flat().flatMap((part) => listField(part, 'value'));
  for (let entry = pending.shift(); entry !== undefined; entry = pending.shift()) {
    const group = listField(entry, 'group');
    if (group.length > 0) {
      pending.unshift(...group.slice(0, limits.mailboxes));
      continue;
    }
    const name = cut(textField(entry, 'name') ?? '', limits.lineCharacters);
    const address = cut(textField(entry, 'address') ?? '', limits.lineCharacters);
    if (name === '' && address === '') continue;
    if (list.length === limits.mailboxes) return { list, more: true };
    list.push({ name, address: canonicalAddress(address) });
  }
  return { list, more: false };
}

/** The library answers an unreadable date with the present; a reader shall see that there is none. */
function readDate(lines: RawHead['lines']): string | null {
  const value = lines.find(({ name }) => name.toLowerCase() === 'date')?.value ?? '';
  const date = new Date(value.slice(0, 200));
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? date.toISOString() : null;
}

function tryDecode(text: string, decodeWords: RawHead['decodeWords']): string {
  try {
    return decodeWords(text);
  } catch {
    // An unknown character set: the reader sees it as it came.
    return text;
  }
}

function readHeaders(
  raw: RawHead,
  limits: MessageLimits,
): Pick<Content, 'headers'> & { truncated: boolean } {
  const headers: { name: string; value: string }[] = [];
  let room = limits.headersCharacters;
  for (const line of raw.lines) {
    const { name } = line;
    const value = tryDecode(line.value, raw.decodeWords);
    if (headers.length === limits.headers || name.length + value.length > room) {
      return { headers, truncated: true };
    }
    room -= name.length + value.length;
    headers.push({ name: name.toWellFormed(), value: value.toWellFormed() });
  }
  return { headers, truncated: false };
}

function firstText(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : null;
}

export function readHead(raw: RawHead, limits: MessageLimits): Head {
  const { headers, truncated } = readHeaders(raw, limits);
  const from = mailboxes(header(raw.headers, 'from'), limits);
  const to = mailboxes(header(raw.headers, 'to'), limits);
  const replyTo = mailboxes(header(raw.headers, 'reply-to'), limits);
  const messageId = firstText(header(raw.headers, 'message-id'));
  return {
    fields: {
      subject: cut(firstText(header(raw.headers, 'subject')) ?? '', limits.lineCharacters),
      from: from.list[0] ?? null,
      to: to.list,
      replyTo: replyTo.list,
      date: readDate(raw.lines),
      messageId: messageId === null ? null : cut(messageId, limits.lineCharacters),
      headers,
    },
    truncated: truncated || to.more || replyTo.more,
    language: firstText(header(raw.headers, 'content-language'))?.slice(0, 35) ?? null,
  };
}
