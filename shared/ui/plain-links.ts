import { hostToTell, openableUrl } from './link-host.ts';

export interface TextPiece {
  readonly text: string;
  /** Set when this piece is a web address. */
  readonly href: string | null;
  /** The host it leads to, when a person could read another one. */
  readonly host?: string;
}

const address = /https?:\/\/[^\s<>"]+/giu;
/** What ends a sentence or closes a bracket is no part of the address before it. */
const closing = new Set([...".,;:!?'’”»)]}"]);

function withoutTail(url: string): string {
  let end = url.length;
  while (end > 0 && closing.has(url.charAt(end - 1))) end -= 1;
  return url.slice(0, end);
}

/** Cuts a plain text into words and web addresses, so that the addresses can be pressed. */
export function plainPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const hit of text.matchAll(address)) {
    const url = withoutTail(hit[0]);
    const parsed = openableUrl(url);
    if (parsed === null) continue;
    if (hit.index > from) pieces.push({ text: text.slice(from, hit.index), href: null });
    const host = hostToTell(parsed, url);
    pieces.push({ text: url, href: url, ...(host !== null && { host }) });
    from = hit.index + url.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}
