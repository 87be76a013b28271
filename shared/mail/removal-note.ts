import type { RemovalReason } from '../contract/message.ts';
import { contentName, type Header, lineEnd } from './mime-header.ts';
import { concat, latin1 } from './octets.ts';

/** The field that marks the note in the place of what was taken out. */
export const noteField = 'x-mayfly-removed';

export interface NoteSubject {
  readonly name: string | null;
  readonly type: string;
  readonly size: number;
  readonly reason: RemovalReason;
  readonly detail: string;
}

const reasons: Readonly<Record<RemovalReason, string>> = {
  'executable-name': 'Its name ends as the names of programs and scripts do',
  'double-extension': 'Its name hides that it is a program or a script',
  'executable-type': 'It is declared to be a program or a script',
  'executable-content': 'By its first octets it is a program or a script',
  'inside-archive': 'A program or a script lies in it',
  'inside-message': 'The mail in it holds a program or a script',
  'unreadable-archive': 'It cannot be looked through',
  'unreadable-message':
    'The mail is built in such a way that programs may disagree about what is in it',
};

const encoder = new TextEncoder();

/** One line, without signs that nobody sees. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .slice(0, 200)
    .toWellFormed();

function sentences({ name, type, size, reason, detail }: NoteSubject): string {
  const what = name === null ? 'A part of this mail' : `The file "${oneLine(name)}"`;
  return `${what} (${oneLine(type)}, ${size} octets) was taken out by Mayfly.\r\n${reasons[reason]}: ${oneLine(detail)}\r\n`;
}

const fieldsOf = (reason: RemovalReason): string =>
  [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    'Content-Disposition: inline',
    `X-Mayfly-Removed: ${reason}`,
    '',
    '',
  ].join('\r\n');

/** A part in the place of a part. */
export function notePart(removed: NoteSubject): Uint8Array {
  return encoder.encode(`${fieldsOf(removed.reason)}${sentences(removed)}`);
}

/** A line in the place of lines of a text. */
export function noteLine({ name, reason }: NoteSubject): Uint8Array {
  return encoder.encode(`[${oneLine(name ?? '')}: taken out by Mayfly, ${reason}]\r\n`);
}

/** The lines of a header that say nothing of the content, each as its places. */
function otherLines(octets: Uint8Array, { start, body }: Header): [number, number][] {
  const lines: [number, number][] = [];
  let isContent = false;
  for (let at = start; at < body;) {
    const next = lineEnd(octets, at, body);
    const isFolded = octets[at] === 0x20 || octets[at] === 0x09;
    if (!isFolded) isContent = contentName(octets, at, next) !== undefined;
    const isEmpty = next - at <= 2 && (octets[at] === 0x0a || octets[at] === 0x0d);
    const last = lines.at(-1);
    if (!isContent && !isEmpty) {
      if (last?.[1] === at) last[1] = next;
      else lines.push([at, next]);
    }
    at = next;
  }
  return lines;
}

/** A mail in the place of a mail that was nothing but what was taken out: its header stays. */
export function noteRoot(octets: Uint8Array, header: Header, removed: NoteSubject): Uint8Array {
  const kept = otherLines(octets, header).map(([start, end]) => octets.subarray(start, end));
  const end = kept.length === 0 || kept.at(-1)?.at(-1) === 0x0a ? '' : '\r\n';
  return concat([...kept, encoder.encode(end), notePart(removed)]);
}

/** Fields of a header that are plain for every program: what a mail says of itself, without its structure. */
const plainField =
  /^(?!content-|mime-)[!-9;-~]{1,76}:[\x20-\x7e\x80-\xff\t]*\r?\n(?:[ \t]+[!-~\x80-\xff][\x20-\x7e\x80-\xff\t]*\r?\n)*/i;
const headerOctets = 65_536;

/** A mail in the place of one that must not be handed out: its plain header fields and what was taken out. */
export function noteMessage(octets: Uint8Array, removed: readonly NoteSubject[]): Uint8Array {
  let rest = latin1(octets, 0, Math.min(octets.length, headerOctets));
  let head = '';
  for (let field = plainField.exec(rest); rest !== ''; field = plainField.exec(rest)) {
    const [line] = field ?? [''];
    head += line;
    rest = line === '' ? nextField(rest) : rest.slice(line.length);
  }
  const body = [
    'This mail cannot be handed out as it came: a part of it that is blocked could not be cut out safely.\r\n',
    ...removed.map(sentences),
  ].join('\r\n');
  const headOctets = Uint8Array.from(head, (character) => character.charCodeAt(0));
  const note = `MIME-Version: 1.0\r\n${fieldsOf('unreadable-message')}${body}`;
  return concat([headOctets, encoder.encode(note)]);
}

/** Passes over a line; the empty one ends the header. */
function nextField(rest: string): string {
  const [line] = /^[^\n]*\n?/.exec(rest) ?? [''];
  return line.trim() === '' ? '' : rest.slice(line.length);
}
