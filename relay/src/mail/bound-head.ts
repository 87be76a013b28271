import type { MessageLimits } from '@mayfly/shared/mail/message-limits';

/** Without these the rest cannot be read; they count even far behind in an endless header section. */
const needed = new Set(
  'content-type content-transfer-encoding content-disposition subject from to reply-to date message-id'.split(
    ' ',
  ),
);

const lf = 0x0a;
const cr = 0x0d;

interface Field {
  /** In lower case; '' when the line is no field. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

interface Head {
  readonly fields: readonly Field[];
  /** Where the body begins, and whether an empty line stands before it. */
  readonly body: number;
  readonly isSeparated: boolean;
}

/** The end of the line that starts here, behind its line feed. */
function lineEnd(raw: Buffer, start: number): number {
  const found = raw.indexOf(lf, start);
  return found === -1 ? raw.length : found + 1;
}

function isBlankLine(raw: Buffer, start: number, end: number): boolean {
  return end - start <= 2 && (raw[start] === lf || (raw[start] === cr && raw[start + 1] === lf));
}

/** RFC 5322 section 2.2: printable characters up to a colon. */
function fieldName(raw: Buffer, start: number, end: number): string {
  const line = raw.toString('latin1', start, Math.min(end, start + 100));
  return /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1]?.toLowerCase() ?? '';
}

function readFields(raw: Buffer): Head {
  const fields: Field[] = [];
  let start = 0;
  while (start < raw.length) {
    let end = lineEnd(raw, start);
    if (isBlankLine(raw, start, end)) return { fields, body: start, isSeparated: true };
    while (raw[end] === 0x20 || raw[end] === 0x09) end = lineEnd(raw, end);
    fields.push({ name: fieldName(raw, start, end), start, end });
    start = end;
  }
  // Nothing ends the header section: what is no field any more is the body.
  const first = fields.findIndex(({ name }) => name === '');
  if (first === -1) return { fields, body: raw.length, isSeparated: false };
  return { fields: fields.slice(0, first), body: fields[first]?.start ?? 0, isSeparated: false };
}

function isPlain(raw: Buffer, limit: number): boolean {
  return ['\r\n\r\n', '\n\n'].some((separator) => {
    const found = raw.subarray(0, limit).indexOf(separator);
    return found !== -1;
  });
}

function keepFields(raw: Buffer, fields: readonly Field[], limits: MessageLimits): Buffer[] {
  const kept: Buffer[] = [];
  const seen = new Set<string>();
  let size = 0;
  for (const { name, start, end } of fields) {
    const length = Math.min(end - start, limits.fieldBytes);
    const isNeeded = needed.has(name) && !seen.has(name);
    if (!isNeeded && size + length > limits.headBytes) continue;
    seen.add(name);
    size += length;
    kept.push(raw.subarray(start, start + length));
    if (length < end - start) kept.push(Buffer.from('\r\n'));
  }
  return kept;
}

/**
 * Cuts a header section that no reader would look through, field by field, and ends one that never ends, so that the
 * mail below it can still be shown. A parser would refuse the whole mail, or show nothing of it.
 */
export function boundHead(raw: Buffer, limits: MessageLimits): { raw: Buffer; cut: boolean } {
  if (isPlain(raw, limits.headBytes)) return { raw, cut: false };
  const { fields, body, isSeparated } = readFields(raw);
  const isLong = body > limits.headBytes;
  if (!isLong && isSeparated) return { raw, cut: false };
  const head = isLong ? keepFields(raw, fields, limits) : [raw.subarray(0, body)];
  const separator = Buffer.from(isSeparated ? '' : '\r\n');
  return { raw: Buffer.concat([...head, separator, raw.subarray(body)]), cut: isLong };
}
