import { decodePercent, decodeWords } from './encoded-words.ts';
import { latin1, utf8 } from './octets.ts';

/** A header field that says what a part is. */
export interface ContentField {
  /** `type`, `disposition` or `transfer-encoding`. */
  readonly name: string;
  /** In one line, one character an octet. */
  readonly value: string;
}

export interface Header {
  readonly fields: readonly ContentField[];
  /** Where its lines begin, and where the body does. */
  readonly start: number;
  readonly body: number;
  /** Programs may disagree where it ends or what stands in it. */
  readonly isOdd: boolean;
}

const lf = 0x0a;
const cr = 0x0d;

/** A field of this length, or this many fields, no program writes. */
const longestField = 16_384;
const mostFields = 20;

export function lineEnd(octets: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && octets[at] !== lf) at += 1;
  return Math.min(at + 1, end);
}

function isEmptyLine(octets: Uint8Array, start: number, end: number): boolean {
  const last = octets[end - 1];
  const isEnded = last === lf || last === cr;
  return isEnded && (end - start === 1 || (end - start === 2 && octets[start] === cr));
}

const isBlank = (octet: number | undefined): boolean => octet === 0x20 || octet === 0x09;

/** NUL, or a line end that only some programs see. */
function hasOddOctets(header: Uint8Array): boolean {
  for (let at = header.indexOf(cr); at !== -1; at = header.indexOf(cr, at + 1)) {
    if (header[at + 1] !== lf) return true;
  }
  return header.includes(0);
}

/** A folded line of nothing but blanks: some take it for the end. */
function isBlankFold(octets: Uint8Array, start: number, end: number): boolean {
  return (
    isBlank(octets[start]) &&
    octets.subarray(start, end).every((octet) => isBlank(octet) || octet === cr || octet === lf)
  );
}

const contentField = /^content-(type|disposition|transfer-encoding)[ \t]*:/i;

/** The name behind `content-` of the field in this line. */
export function contentName(octets: Uint8Array, start: number, end: number): string | undefined {
  const first = octets[start];
  // Before the hyphen of `content-` most lines show that they are another.
  if ((first !== 0x63 && first !== 0x43) || octets[start + 7] !== 0x2d) return undefined;
  return contentField.exec(latin1(octets, start, Math.min(end, start + 60)))?.[1]?.toLowerCase();
}

/** The same for programs to which a carriage return alone ends a line. */
export function anyLineEnd(octets: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && octets[at] !== lf && octets[at] !== cr) at += 1;
  return Math.min(at + (octets[at] === cr && octets[at + 1] === lf ? 2 : 1), end);
}

export interface HeaderEnd {
  /** Where a line ends, behind its line end. */
  readonly lineEnd: (octets: Uint8Array, start: number, end: number) => number;
  /** A line that ends the header although no empty line did: a boundary. */
  readonly isOver: (start: number, end: number) => boolean;
}

/** Reads the header that starts here. Its length is bounded by `end` alone, its fields by what programs write. */
export function readHeader(
  octets: Uint8Array,
  start: number,
  end: number,
  { isOver, lineEnd }: HeaderEnd,
): Header {
  const fields: ContentField[] = [];
  let isOdd = false;
  let at = start;
  let body = end;
  while (at < end) {
    let next = lineEnd(octets, at, end);
    if (isEmptyLine(octets, at, next)) {
      body = next;
      break;
    }
    if (isOver(at, next)) {
      body = at;
      break;
    }
    while (next < end && isBlank(octets[next])) {
      const after = lineEnd(octets, next, end);
      isOdd ||= isBlankFold(octets, next, after);
      next = after;
    }
    const name = contentName(octets, at, next);
    isOdd ||= name !== undefined && (next - at > longestField || fields.length >= mostFields);
    if (name !== undefined && fields.length < mostFields) {
      const text = latin1(octets, at, Math.min(next, at + longestField));
      const value = text.slice(text.indexOf(':') + 1).replace(/[\r\n]+/g, '');
      fields.push({ name, value });
    }
    at = next;
  }
  return {
    fields,
    start,
    body,
    isOdd: isOdd || hasOddOctets(octets.subarray(start, body)),
  };
}

/** The pieces between semicolons, those in quotes whole; and all pieces without regard to quotes. */
function pieces(value: string): Set<string> {
  const quoted = value.match(/(?:[^;"]|"(?:[^"\\]|\\.)*(?:"|$))+/g) ?? [];
  return new Set([...quoted, ...value.split(';')]);
}

/** What stands in the quotes, and all without them: programs differ in what they make of letters behind the second. */
function unquoted(value: string): string[] {
  const text = value.trim();
  const [, inQuotes] = /^"((?:[^"\\]|\\.)*)"/s.exec(text) ?? [];
  const all = [inQuotes ?? text, text.replaceAll('"', '')];
  return [...new Set(all.map((one) => one.replace(/\\(.)/gs, '$1')))];
}

const withoutComments = (value: string): string => value.replace(/\([^()]*\)/g, '');

const asUtf8 = (text: string): string =>
  /[\x80-\xff]/.test(text) ? utf8(Uint8Array.from(text, (c) => c.charCodeAt(0))) : text;

interface Parameter {
  readonly name: string;
  /** Its place among the pieces of a value (RFC 2231 section 3); null for a whole one. */
  readonly place: number | null;
  readonly value: string;
}

function parameters(value: string): Parameter[] {
  return [...pieces(value)].flatMap((piece) => {
    const [, name, place, text] =
      /^\s*([a-z]+)(?:\*(\d{1,4}))?\*?\s*=(.*)$/is.exec(withoutComments(piece)) ?? [];
    if (name === undefined || text === undefined) return [];
    const about = { name: name.toLowerCase(), place: place === undefined ? null : Number(place) };
    return unquoted(text).map((one) => ({ ...about, value: one }));
  });
}

/** All values that a parameter may have, for programs that read it this way or that. */
function valuesOf(all: readonly Parameter[], names: readonly string[]): string[] {
  const found: string[] = [];
  for (const wanted of names) {
    const own = all.filter(({ name }) => name === wanted);
    found.push(...own.filter(({ place }) => place === null).map(({ value }) => value));
    const split = own.filter(({ place }) => place !== null);
    if (split.length === 0) continue;
    const inOrder = split.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
    const joined = [...new Map(inOrder.map(({ place, value }) => [place, value])).values()];
    found.push(joined.join(''), split.map(({ value }) => value).join(''));
  }
  return [...new Set(found)];
}

const fieldsNamed = (fields: readonly ContentField[], name: string): string[] =>
  fields.filter((field) => field.name === name).map(({ value }) => value);

/** What a part is, in every way in which its header may be read. */
export interface PartClaims {
  readonly names: readonly string[];
  /** Lower case, without parameters. Empty: none is given. */
  readonly types: readonly string[];
  readonly boundaries: readonly string[];
  readonly encodings: readonly ('base64' | 'quoted-printable' | 'uuencode' | 'plain')[];
  readonly isAttachment: boolean;
}

function encodingOf(value: string): PartClaims['encodings'][number] {
  const text = value.toLowerCase();
  if (text.includes('base64')) return 'base64';
  if (text.includes('quoted')) return 'quoted-printable';
  return /uu-?enc|x-uue/.test(text) ? 'uuencode' : 'plain';
}

export function readClaims(fields: readonly ContentField[]): PartClaims {
  const types = fieldsNamed(fields, 'type');
  const dispositions = fieldsNamed(fields, 'disposition');
  const all = [...dispositions, ...types].flatMap(parameters);
  const names = valuesOf(all, ['filename', 'name']).flatMap((name) => {
    const text = asUtf8(name);
    return [decodeWords(decodePercent(text)), text];
  });
  const encodings = fieldsNamed(fields, 'transfer-encoding').map(encodingOf);
  return {
    names: [...new Set(names)],
    types: [
      ...new Set(
        types.map((value) =>
          withoutComments(value.split(';')[0] ?? '')
            .trim()
            .toLowerCase(),
        ),
      ),
    ],
    boundaries: valuesOf(types.flatMap(parameters), ['boundary']).map((value) => value.trimEnd()),
    encodings: encodings.length === 0 ? ['plain'] : [...new Set(encodings)],
    isAttachment: dispositions.some((value) => !/^\s*inline/i.test(value)),
  };
}
