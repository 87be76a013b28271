import type { MessageLimits } from './message-limits.ts';

/** Without these the rest cannot be read; they count even far behind in an endless header section. */
const needed = new Set(
  'content-type content-transfer-encoding content-disposition subject from to reply-to date message-id'.split(' '),
);

const lf = 0x0a;
const cr = 0x0d;

interface Field {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The end of the line that starts here, behind its line feed. */
function lineEnd(raw: Buffer, start: number): number {
  const found = raw.indexOf(lf, start);
  return found === -1 ? raw.length : found + 1;
}

function isBlankLine(raw: Buffer, start: number, end: number): boolean {
  return end - start <= 2 && (raw[start] === lf || (raw[start] === cr && raw[start + 1] === lf));
}

function readFields(raw: Buffer): { fields: Field[]; body: number } {
  const fields: Field[] = [];
  let start = 0;
  while (start < raw.length) {
    let end = lineEnd(raw, start);
    if (isBlankLine(raw, start, end)) return { fields, body: start };
    while (raw[end] === 0x20 || raw[end] === 0x09) end = lineEnd(raw, end);
    const colon = raw.indexOf(0x3a, start);
    const known = colon > start && colon < end && colon - start < 100;
    const name = known ? raw.toString('latin1', start, colon).trim().toLowerCase() : '';
    fields.push({ name, start, end });
    start = end;
  }
  return { fields, body: raw.length };
}

function isShort(raw: Buffer, limit: number): boolean {
  for (const separator of ['\r\n\r\n', '\n\n']) {
    const found = raw.indexOf(separator);
    if (found !== -1 && found <= limit) return true;
  }
  return raw.length <= limit;
}

/**
 * Cuts a header section that no reader would look through, field by field, so that the mail below it can still be
 * shown. A parser would refuse the whole mail.
 */
export function boundHead(raw: Buffer, limits: MessageLimits): { raw: Buffer; cut: boolean } {
  if (isShort(raw, limits.headBytes)) return { raw, cut: false };
  const { fields, body } = readFields(raw);
  if (body <= limits.headBytes) return { raw, cut: false };
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
  return { raw: Buffer.concat([...kept, Buffer.from('\r\n'), raw.subarray(body)]), cut: true };
}
