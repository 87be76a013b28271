import { LIMITS } from './page.ts';

/** A url that stands in text as it is. */
export interface BareUrl {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

const SCHEME = /https?:\/\//gi;
const MAX_URLS = 300;

/** Finds urls in running text; what closes a sentence or a bracket behind them is left out. */
export function findBareUrls(text: string): BareUrl[] {
  const found: BareUrl[] = [];
  let last = 0;
  for (const { index: start, 0: scheme } of text.matchAll(SCHEME)) {
    if (start < last || found.length >= MAX_URLS) continue;
    const end = trimEnd(text, start, scanUrl(text, start + scheme.length));
    last = end;
    if (end > start + scheme.length) found.push({ url: text.slice(start, end), start, end });
  }
  return found;
}

function scanUrl(text: string, from: number): number {
  let inPath = false;
  const limit = Math.min(text.length, from + LIMITS.url);
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x22 || code === 0x3c || code === 0x3e || code === 0x60) return at;
    if (code === 0x5b || code === 0x5d || (code >= 0x7b && code <= 0x7d) || code === 0x5c)
      return at;
    // Quotes, dashes and ideographic punctuation end a url; in a host ideographs may stand, behind it they are prose.
    if (code >= 0x2000 && code < 0x2070) return at;
    if ((code >= 0x3000 && code < 0x3040) || code >= 0xff00) return at;
    if (inPath && code >= 0x590) return at;
    if (code === 0x2f || code === 0x3f || code === 0x23) inPath = true;
  }
  return limit;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  const open = text.slice(start, end).indexOf('(');
  while (at > start) {
    const char = text[at - 1] ?? '';
    if (char === ')') {
      if (open >= 0 && start + open < at) return at;
    } else if (!".,;:!?'*»)|".includes(char)) return at;
    at -= 1;
  }
  return at;
}
