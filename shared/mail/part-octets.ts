import { decodeBase64, decodeQuotedPrintable } from './encoded-words.ts';
import type { PartClaims } from './mime-header.ts';

/** Of the text of a mail only the begin is looked at; of a page even less, since no program looks for files in it. */
const textOctets = 65_536;
const pageOctets = 4096;

/** Whether a program offers the part to save, instead of showing it as the mail's text. */
export function isFileOf({ names, types, isAttachment }: PartClaims): boolean {
  const isText = types.every((type) => type === 'text/plain' || type === 'text/html');
  return names.length > 0 || isAttachment || !isText;
}

export interface PartOctets {
  readonly octets: Uint8Array;
  /** Base64 and nothing else: no program finds anything else in it. */
  readonly isPure: boolean;
}

/** What stands there, decoded. */
export function decodePart(
  octets: Uint8Array,
  [start, end]: readonly [number, number],
  encoding: PartClaims['encodings'][number],
  limit: number = Infinity,
): PartOctets {
  if (encoding === 'base64') return decodeBase64(octets, start, end);
  const isQuoted = encoding === 'quoted-printable';
  return {
    octets: isQuoted
      ? decodeQuotedPrintable(octets, start, end, limit)
      : octets.subarray(start, end),
    isPure: false,
  };
}

/** How much of a part is looked at. */
export function textLimit(claims: PartClaims): number {
  if (isFileOf(claims)) return Infinity;
  return claims.types.includes('text/html') ? pageOctets : textOctets;
}
