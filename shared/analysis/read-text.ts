import { findBareUrls } from './bare-urls.ts';
import { LIMITS, type Anchor, type Mark, type Meter, type Page } from './page.ts';
import { TextBuilder } from './text-builder.ts';

const MAX_BRACKETS = 500;

/** Reads a plain text part: quote marks off, wrapped `<…>` urls joined, the words before a url as its label. */
export function readText(raw: string, meter: Meter = { steps: 0 }): Page {
  const out = new TextBuilder();
  const quotes: Mark[] = [];
  const source = joinBracketed(raw.slice(0, LIMITS.text));
  meter.steps += source.length;
  let blank = false;
  for (const line of source.split('\n')) {
    const { content, depth } = unquote(line);
    blank = content.trim() === '';
    const start = out.position;
    if (!blank) out.add(content, false);
    if (depth > 0 && !blank && quotes.length < LIMITS.marks)
      quotes.push({ start, end: out.end, weight: depth });
    out.line();
  }
  const text = out.toString();
  return {
    text,
    anchors: textAnchors(text),
    marks: findStars(text),
    quotes,
    hidden: '',
    actions: [],
  };
}

function unquote(line: string): { content: string; depth: number } {
  let depth = 0;
  let at = 0;
  while (at < line.length && (line[at] === '>' || line[at] === ' ')) {
    if (line[at] === '>') depth += 1;
    at += 1;
  }
  return depth === 0 ? { content: line, depth } : { content: line.slice(at), depth };
}

/** A url in angle brackets may be broken over lines (RFC 3986 appendix C). */
function joinBracketed(raw: string): string {
  const parts: string[] = [];
  let from = 0;
  let seen = 0;
  for (const { index } of raw.matchAll(/<https?:\/\//gi)) {
    seen += 1;
    if (seen > MAX_BRACKETS) break;
    if (index < from) continue;
    const close = raw.slice(index, index + LIMITS.url).indexOf('>');
    const inside = close < 0 ? '' : raw.slice(index, index + close);
    const isBroken = inside.includes('\n') && !/[ \t]\S/.test(inside) && !inside.includes('\n\n');
    if (!isBroken) continue;
    parts.push(raw.slice(from, index), inside.replace(/\s+/g, ''));
    from = index + close;
  }
  parts.push(raw.slice(from));
  return parts.join('');
}

/** The urls of running text as anchors. */
export function textAnchors(text: string): Anchor[] {
  let last = 0;
  return findBareUrls(text).map(({ url, start, end }) => {
    const label = labelBefore(text, Math.max(last, start - LIMITS.label), start);
    last = end;
    return { url, label, start, end, button: false, bare: true, hidden: false };
  });
}

/** `Label (url`, `Label <url`, `[Label](url`, `Label [url`: the label of what an HTML part would show as a link. */
function labelBefore(text: string, from: number, start: number): string {
  const line = (text.slice(from, start).split('\n').at(-1) ?? '').trimEnd();
  if (!/[([<]$/.test(line)) return '';
  const words = line.slice(0, -1).trimEnd();
  const bracketed = words.endsWith(']') ? words.slice(words.lastIndexOf('[') + 1, -1) : words;
  const label = bracketed.replace(/^[\s)\]>.,;|*•-]+/, '').trim();
  return label.length <= 90 ? label : '';
}

/** `*word*` and `_word_`, as text mails set words off. */
function findStars(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const { index, 0: star } of text.matchAll(
    /(?<=^|\s)[*_][^\s*_][^*_\n]{0,40}[*_](?=$|\s|[.,:;])/gm,
  )) {
    if (marks.length < LIMITS.marks)
      marks.push({ start: index + 1, end: index + star.length - 1, weight: 1 });
  }
  return marks;
}
