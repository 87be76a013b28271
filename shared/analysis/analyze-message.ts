import type { AnalysisInput, AnalysisResult, Code, Link, LinkKind } from './types.ts';
import { visibleText } from './visible-text.ts';

const KIND_WORDS: readonly (readonly [LinkKind, RegExp])[] = [
  ['reset', /reset|password|passwort|recover/i],
  ['invite', /invit|einlad/i],
  ['subscribe', /opt-?in|subscri|abonn/i],
  ['magic-link', /magic|sign-?in|log-?in|anmelden/i],
  ['verify', /verif|confirm|activat|validat|best[aä]tig/i],
];
const TWIN = /unsubscribe|cancel|revoke|decline|privacy|terms|help|support/i;
const CODE_WORDS = /code|passcode|otp|pin/i;

/** Finds the link and the code that a mail asks its reader to use; empty rather than wrong. */
export function analyzeMessage(input: AnalysisInput): AnalysisResult {
  const html = (input.html ?? '').slice(0, 1_000_000);
  const text = html === '' ? (input.text ?? '').slice(0, 400_000) : visibleText(html);
  return { links: findLinks(html, text), codes: findCodes(`${input.subject}\n${text}`) };
}

function findLinks(html: string, text: string): Link[] {
  const anchors = [...html.matchAll(/<a\s[^<>]{0,2000}?href="([^"<>]{1,4000})"[^<>]{0,2000}>([^<]{0,300})/gi)];
  const bare = [...text.matchAll(/https?:\/\/[^\s<>"]{1,4000}/gi)].map((hit) => [hit[0], hit[0], ''] as const);
  const links: Link[] = [];
  for (const [, url = '', label = ''] of [...anchors, ...bare]) {
    const clean = url.replaceAll('&amp;', '&');
    const words = `${label} ${clean}`;
    const kind = KIND_WORDS.find(([, pattern]) => pattern.test(words))?.[0];
    if (!kind || TWIN.test(words) || !/^https?:/i.test(clean)) continue;
    if (links.some((link) => link.url === clean)) continue;
    links.push({ url: clean, text: label.trim(), kind, score: 0.5, reasons: [`speaks of ${kind}`] });
  }
  return links;
}

function findCodes(text: string): Code[] {
  for (const [index, line] of text.split('\n').entries()) {
    const hit = /(?<![\w.,:/-])\d{4,8}(?![\w,:/-])/.exec(line.slice(0, 2000));
    const before = text.split('\n').slice(Math.max(0, index - 3), index + 1).join(' ');
    if (hit && CODE_WORDS.test(before)) {
      return [{ value: hit[0], score: 0.5, reasons: ['a number beside a word for code'] }];
    }
    if (index > 400) break;
  }
  return [];
}
