import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Attachment, Content } from '@mayfly/shared/contract/message';
import { analyzeMessage } from '@mayfly/shared/analysis/analyze-message';
import type { ParsedMessage } from '@mayfly/shared/mail/analyse-mail';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import { attachmentName } from '@mayfly/shared/mail/attachment-name';
import { boundHead } from './bound-head.ts';
import { type Body, joinBody } from '@mayfly/shared/mail/message-body';
import { type Head, type RawHead, readHead } from './message-head.ts';
import { cut, type MessageLimits, messageLimits } from '@mayfly/shared/mail/message-limits';
import { readTree } from './mime-tree.ts';
import { field, listField, textField } from './unknown.ts';

interface CollectedPart {
  readonly part: AttachmentStream;
  readonly chunks: Buffer[];
}

interface Run {
  readonly parser: MailParser;
  readonly parts: readonly CollectedPart[];
  /** The library gave up before the end. */
  readonly failed: boolean;
  /** There were more attachments than are kept. */
  readonly more: boolean;
}

/** The decoders take many times the size of a piece. */
const pieceBytes = 65_536;

/** Parts that nobody opens: another form of the body, for programs that know it. */
const hiddenTypes = new Set(['text/x-amp-html', 'text/watch-html']);

function feed(parser: MailParser, raw: Buffer) {
  const write = (start: number) => {
    const end = start + pieceBytes;
    if (end >= raw.length) parser.end(raw.subarray(start));
    else if (parser.write(raw.subarray(start, end))) setImmediate(() => write(end));
    else parser.once('drain', () => write(end));
  };
  write(0);
}

/** The part is read to its end in any case: the library waits for it. */
function collect(part: AttachmentStream, isKept: boolean): Buffer[] {
  const chunks: Buffer[] = [];
  part.content.on('data', (chunk: Buffer) => {
    if (isKept) chunks.push(chunk);
  });
  part.content.on('error', () => part.release());
  part.content.on('end', () => part.release());
  return chunks;
}

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
  parser.on('data', (part: AttachmentStream | MessageText) => {
    if (part.type !== 'attachment') return;
    const isHidden = hiddenTypes.has(part.contentType);
    const isKept = !isHidden && parts.length < limits.attachments;
    const chunks = collect(part, isKept);
    if (isKept) parts.push({ part, chunks });
    else if (!isHidden) more = true;
  });
  const failed = await new Promise<boolean>((resolve) => {
    parser.on('error', () => resolve(true));
    parser.on('end', () => resolve(false));
    feed(parser, raw);
  });
  // The decoders of parts that were read whole hand on their last octets in the next turns.
  for (let turn = 0; failed && turn < 3; turn += 1) await nextTurn();
  return { parser, parts, failed, more };
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
  const contentId =
    part.cid === undefined || part.cid === '' ? {} : { contentId: cut(part.cid, 500) };
  const inline = part.contentDisposition === 'inline' || part.related === true;
  return {
    index,
    name: attachmentName(part.filename ?? null, type, 200),
    type,
    size,
    ...contentId,
    inline,
  };
}

/** A mail that the analysis cannot cope with is shown without links and codes. */
function analyse({ fields: { subject, from }, language }: Head, { text, html }: Body) {
  const sender = from === null ? '' : `${from.name} <${from.address}>`;
  const input = { subject, from: sender, text, html };
  try {
    return analyzeMessage(language === null ? input : { ...input, language });
  } catch {
    return { links: [], codes: [] };
  }
}

/**
 * Parses and analyses. What cannot be shown whole is shown as far as it goes, with `truncated`.
 * @throws when nothing of it can be shown.
 */
export async function parseMessage(
  raw: Uint8Array,
  limits: MessageLimits = messageLimits,
): Promise<ParsedMessage> {
  const bounded = boundHead(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), limits);
  const { parser, parts, failed, more } = await run(bounded.raw, limits);
  const head = readHead(
    { headers: field(parser, 'headers'), lines: readLines(parser), decodeWords: decoderOf(parser) },
    limits,
  );
  const body = joinBody(readTree(field(parser, 'tree'), limits), limits);
  if (failed && body.text === null && body.html === null && parts.length === 0) {
    throw new RangeError('Nothing of the mail could be read');
  }
  const attachments = parts.map(({ chunks }) => Buffer.concat(chunks));
  const found = analyse(head, body);
  const content: Content = {
    ...head.fields,
    text: body.text,
    html: body.html,
    truncated: head.truncated || body.truncated || bounded.cut || failed || more,
    preview: body.preview,
    links: found.links,
    codes: found.codes,
    attachments: parts.map((part, index) => describe(part, index, attachments[index]?.length ?? 0)),
    removed: [],
  };
  return { content, attachments };
}
