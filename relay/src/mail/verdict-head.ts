/** No honest header section is longer; what a longer one costs to read is not worth a verdict. */
const headBytes = 131_072;
const headLines = 4000;

/** DKIM signatures that are checked, and those of a big mail; the others are passed over. */
const mostSignatures = 6;
const mostOfBig = 2;
const bigBytes = 1_000_000;

const lf = 0x0a;
const cr = 0x0d;

export type SignedHead =
  /** `end`: where the body begins. Only a signed mail needs its body. */
  { readonly ok: true; readonly end: number; readonly isSigned: boolean } | { readonly ok: false };

function isEmptyLine(raw: Uint8Array, start: number): boolean {
  return raw[start] === lf || (raw[start] === cr && raw[start + 1] === lf);
}

/** Looks through the header section, but no further. */
export function readSignedHead(raw: Uint8Array): SignedHead {
  const octets = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let end = 0;
  for (let lines = 0; end < octets.length && !isEmptyLine(octets, end); lines += 1) {
    const found = octets.indexOf(lf, end);
    end = found === -1 ? octets.length : found + 1;
    if (end > headBytes || lines >= headLines) return { ok: false };
  }
  const isSigned = /^(?:dkim-signature|arc-seal)/im.test(octets.toString('latin1', 0, end));
  return { ok: true, end, isSigned };
}

/**
 * Gives another name to all DKIM signatures after the first ones, in place. Each costs a look at the whole body and at
 * the DNS, and a mail may bring thousands.
 */
export function dropSignatures(raw: Buffer, headEnd: number): void {
  const most = raw.length > bigBytes ? mostOfBig : mostSignatures;
  let count = 0;
  for (const { index } of raw.toString('latin1', 0, headEnd).matchAll(/^dkim-signature/gim)) {
    count += 1;
    if (count > most) raw.write('X', index, 'latin1');
  }
}

/** Each line costs a hasher something. A mail of text or base64 has longer ones than this many octets. */
const shortLine = 20;
const freeLines = 50_000;

/** Whether the mail is made of more lines than an honest one of its size. */
export function isShredded(raw: Buffer): boolean {
  const most = freeLines + raw.length / shortLine;
  let at = -1;
  for (let lines = 0; lines <= most; lines += 1) {
    at = raw.indexOf(lf, at + 1);
    if (at === -1) return false;
  }
  return true;
}

const pieceBytes = 1_000_000;

/**
 * The mail in pieces, with line ends as DKIM counts them (RFC 6376 section 2.1). Big pieces, because a hasher joins what
 * is left of a line to the next one; no bare line feeds, because each would be a piece of its own.
 */
export function* piecesOf(raw: Buffer): Generator<Buffer> {
  let last = '';
  for (let start = 0; start < raw.length; start += pieceBytes) {
    const piece = raw.subarray(start, start + pieceBytes);
    const text = last + piece.toString('latin1');
    const whole = text.replace(/(?<!\r)\n/g, '\r\n');
    yield whole === text ? piece : Buffer.from(whole.slice(last.length), 'latin1');
    last = text.endsWith('\r') ? '\r' : '';
  }
}
