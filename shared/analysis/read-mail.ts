import { Concepts } from './concepts.ts';
import type { Mail, MailPart } from './mail.ts';
import { LIMITS, type Meter, type Page } from './page.ts';
import { readHtml } from './read-html.ts';
import { readText, textAnchors } from './read-text.ts';
import { repairQuotedPrintable } from './quoted-printable.ts';
import type { AnalysisInput } from './types.ts';
import type { FindWords } from './word-finder.ts';
import { conceptsIn, readWords } from './words-of.ts';

const REPLY = /^\s*(?:re|aw|antw|sv|vs|odp|ynt|回复|回覆|答复|res?p?)\s?(?:\[\d+\])?[:：]/i;

/** Reads subject and parts once; everything else looks at the result. */
export function readMail(input: AnalysisInput, find: FindWords, meter: Meter): Mail {
  const subject = readWords(input.subject.slice(0, LIMITS.label), find, meter);
  const parts: MailPart[] = [];
  const add = (page: Page, isHtml: boolean): void => {
    if (page.text !== '' || page.anchors.length > 0)
      parts.push({ page, isHtml, words: readWords(page.text, find, meter) });
  };
  if (input.html)
    add(
      withBareUrls(readHtml(repairQuotedPrintable(input.html.slice(0, LIMITS.html)), meter)),
      true,
    );
  if (input.text)
    add(readText(repairQuotedPrintable(input.text.slice(0, LIMITS.text)), meter), false);
  const unseen = parts.map((part) => part.page.hidden).join('\n');
  return {
    subject,
    parts,
    hidden: readWords(unseen, find, meter),
    isReply: REPLY.test(input.subject.slice(0, 40)),
    subjectConcepts: conceptsIn(subject, 0, subject.text.length),
    concepts: Concepts.of(parts.flatMap((part) => part.words.hits)),
    read: rememberedRead(find, meter),
    meter,
  };
}

/** Urls that an HTML part shows without linking them. */
function withBareUrls(page: Page): Page {
  const linked = page.anchors;
  let next = 0;
  const bare = textAnchors(page.text).filter(({ start, end }) => {
    while ((linked[next]?.end ?? Infinity) < start) next += 1;
    const anchor = linked[next];
    return !anchor || anchor.start > start || anchor.end < end;
  });
  return { ...page, anchors: [...linked, ...bare].sort((a, b) => a.start - b.start) };
}

/** Labels and the words of urls are asked for again and again. */
function rememberedRead(find: FindWords, meter: Meter): Mail['read'] {
  const known = new Map<string, Concepts>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered) return remembered;
    const concepts = Concepts.of(readWords(text.slice(0, LIMITS.label), find, meter).hits);
    known.set(text, concepts);
    return concepts;
  };
}
