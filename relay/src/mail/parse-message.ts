import { setImmediate } from 'node:timers/promises';
import type { Attachment, Content } from '@mayfly/shared/contract/message';
import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import { type AttachmentStream, MailParser } from 'mailparser';
import { attachmentName } from './attachment-name.ts';
import { boundHead } from './bound-head.ts';
import { joinBody } from './message-body.ts';
import { type RawHead, readHead } from './message-head.ts';
import { cut, type MessageLimits, messageLimits } from './message-limits.ts';
import { readTree } from './mime-tree.ts';
import { field, listField, textField } from './unknown.ts';

/** A mail as a reader shows it, and the octets of its attachments by index. */
export interface ParsedMessage {
  readonly content: Content;
  readonly attachments: readonly Uint8Array[];
}

interface CollectedPart {
  readonly part: AttachmentStream;
  readonly chunks: Buffer[];
}

interface Run {
  readonly parser: MailParser;
  readonly parts: readonly CollectedPart[];
  /** The library gave up before the end, or there were more attachments than are kept. */
  readonly cut: boolean;
}

/** Parts that nobody opens: another form of the body, for programs that know it. */
const hiddenTypes = new Set(['text/x-amp-html', 'text/watch-html']);

/**
 * The streaming parser, because what it has read when it refuses the rest of a hostile mail (too many parts, endless
 * headers) can still be shown; `simpleParser` of the same library rejects the whole mail.
 */
async function run(raw: Buffer, limits: MessageLimits): Promise<Run> {
  const parser = new MailParser({
    skipHtmlToText: true,
    skipImageLinks: true,
    skipTextToHtml: true,
    skipTextLinks: true,
  });
  const parts: CollectedPart[] = [];
  let more = false;
  parser.on('data', (part) => {
    if (part.type !== 'attachment') return;
    const collected: CollectedPart = { part, chunks: [] };
    const isKept = parts.length < limits.attachments && !hiddenTypes.has(part.contentType);
    if (isKept) parts.push(collected);
    else if (!hiddenTypes.has(part.contentType)) more = true;
    part.content.on('data', (chunk: Buffer) => isKept && collected.chunks.push(chunk));
    part.content.on('error', () => part.release());
    part.content.on('end', () => part.release());
  });
  const failed = await new Promise<boolean>((resolve) => {
    parser.on('error', () => resolve(true));
    parser.on('end', () => resolve(false));
    parser.end(raw);
  });
  // The decoders of parts that were read whole hand on their last octets in the next turns.
  for (let turn = 0; failed && turn < 3; turn += 1) await setImmediate();
  return { parser, parts, cut: failed || more };
}

function readLines(parser: MailParser): RawHead['lines'] {
  return listField(parser, 'headerLines').flatMap((entry) => {
    const line = textField(entry, 'line') ?? '';
    const colon = line.indexOf(':');
    if (colon < 1) return [];
    const octets = Buffer.from(line.slice(colon + 1).replace(/\r?\n/g, ''), 'latin1');
    return [{ name: line.slice(0, colon).trim(), value: octets.toString().trim() }];
  });
}

function decoderOf(parser: MailParser): RawHead['decodeWords'] {
  const libmime = field(parser, 'libmime');
  const decode = field(libmime, 'decodeWords');
  return (text) => {
    if (typeof decode !== 'function' || !text.includes('=?')) return text;
    const decoded: unknown = Reflect.apply(decode, libmime, [text]);
    return typeof decoded === 'string' ? decoded : text;
  };
}

function describe({ part }: CollectedPart, index: number, size: number): Attachment {
  const type = cut(part.contentType || 'application/octet-stream', 200);
  const contentId = part.cid === undefined || part.cid === '' ? {} : { contentId: cut(part.cid, 500) };
  const inline = part.contentDisposition === 'inline' || part.related === true;
  return { index, name: attachmentName(part.filename ?? null, type, 200), type, size, ...contentId, inline };
}

/** Parses and analyses. What cannot be shown whole is shown as far as it goes, with `truncated`. */
export async function parseMessage(
  raw: Uint8Array,
  limits: MessageLimits = messageLimits,
): Promise<ParsedMessage> {
  const bounded = boundHead(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), limits);
  const { parser, parts, cut: isCut } = await run(bounded.raw, limits);
  const head = readHead(
    { headers: field(parser, 'headers'), lines: readLines(parser), decodeWords: decoderOf(parser) },
    limits,
  );
  const { language, truncated, ...fields } = head;
  const body = joinBody(readTree(field(parser, 'tree'), limits), limits);
  const attachments = parts.map(({ chunks }) => Buffer.concat(chunks));
  const { text, html } = body;
  const found = analyzeMessage({
    subject: head.subject,
    from: head.from === null ? '' : `${head.from.name} <${head.from.address}>`,
    text,
    html,
    ...(language === null ? {} : { language }),
  });
  const content: Content = {
    ...fields,
    text,
    html,
    truncated: truncated || body.truncated || bounded.cut || isCut,
    preview: body.preview,
    links: found.links,
    codes: found.codes,
    attachments: parts.map((part, index) => describe(part, index, attachments[index]?.length ?? 0)),
  };
  return { content, attachments };
}
