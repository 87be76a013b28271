import { type Content, contentSchema } from '@mayfly/shared/contract/message';
import { visibleText } from '@mayfly/shared/analysis/visible-text';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { messageLimits } from '@mayfly/shared/mail/message-limits';

/** Structured data stands in scripts, as JSON strings. */
function withoutEscapes(html: string): string {
  return html.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, hex, one) =>
    hex === undefined ? String(one) : String.fromCharCode(Number.parseInt(String(hex), 16)),
  );
}

/** Parts that were encoded twice are read all the same (shared/analysis/quoted-printable.ts). */
function withoutSoftBreaks(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9a-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'),
    );
}

/** A link may be wrapped (WHATWG URL section 4.4, RFC 3986 appendix C) or have unseen characters in it. */
const withoutBreaks = (text: string): string =>
  text.replace(/[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/g, '');

/** The parts of a mail that a pick may come from. */
type Parts = Pick<Content, 'subject' | 'text' | 'html'>;

function formsOf({ text, html }: Parts): string[] {
  return [text ?? '', html ?? ''].flatMap((form) => [form, withoutSoftBreaks(form)]);
}

function stands(url: string, parts: Parts): boolean {
  // A URL in the text may go on behind a tag that breaks no line.
  const shown = formsOf(parts).flatMap((form) => [form, form.replace(/<[^>]*>/g, '')]);
  const decoded = shown.flatMap((form) => [form, decodeHTML(form), decodeHTMLAttribute(form)]);
  const wanted = withoutBreaks(url);
  return decoded.some((form) =>
    [form, withoutEscapes(form)].some((it) => withoutBreaks(it).includes(wanted)),
  );
}

/** Between the characters of a code stand tags, where each has a box. */
function isShown(code: string, parts: Parts): boolean {
  const shown = formsOf(parts).flatMap((form) => [form, visibleText(form)]);
  return [parts.subject, ...shown].some((form) =>
    withoutBreaks(form).includes(withoutBreaks(code)),
  );
}

/** What is wrong with the links and codes that were found in a mail. */
export function faultsOfPicks(
  { links, codes }: Pick<Content, 'links' | 'codes'>,
  parts: Parts,
): string[] {
  return [
    ...links
      .filter(({ url }) => !stands(url, parts))
      .map(({ url }) => `a link that is not in the mail: ${JSON.stringify(url)}`),
    ...links
      .filter(({ url }) => !/^https?:/i.test(url))
      .map(({ url }) => `a link of another kind: ${JSON.stringify(url)}`),
    ...codes
      .filter(({ value }) => !isShown(value, parts))
      .map(({ value }) => `a code that is not in the mail: ${JSON.stringify(value)}`),
  ];
}

/** What the parser says of the content beside it. */
export interface Told {
  readonly links: number;
  readonly codes: number;
  /** Octets of the attachments. */
  readonly sizes: readonly number[];
}

function isTold(told: Told, { links, codes, attachments }: Content): boolean {
  const sizes = attachments.map(({ size }) => size).join();
  return told.links === links.length && told.codes === codes.length && told.sizes.join() === sizes;
}

/** What is wrong with the content of a mail, whatever the mail was. */
export function faultsOfContent(value: unknown, told: Told): string[] {
  const parsed = contentSchema.strict().safeParse(value);
  if (!parsed.success) return [`not the contract's: ${parsed.error.message}`];
  const content = parsed.data;
  const sizes: readonly (readonly [string, number, number])[] = [
    ['text', content.text?.length ?? 0, messageLimits.bodyCharacters],
    ['html', content.html?.length ?? 0, messageLimits.bodyCharacters],
    ['headers', content.headers.length, messageLimits.headers],
    ['to', content.to.length, messageLimits.mailboxes],
    ['attachments', content.attachments.length, messageLimits.attachments],
    ['preview', content.preview.length, messageLimits.previewCharacters],
  ];
  return [
    ...faultsOfPicks(content, content),
    ...(isTold(told, content) ? [] : ['counts that are not those of the content']),
    ...sizes.filter(([, size, limit]) => size > limit).map(([name]) => `too much ${name}`),
  ];
}
