import { visibleText } from '../analysis/visible-text.ts';
import { cut, type MessageLimits } from './message-limits.ts';

/** A piece of the mail's body in the order in which it stands there. */
export interface BodyPart {
  readonly kind: 'text' | 'html';
  readonly content: string;
  /** One of several forms of the same thing (RFC 2046 section 5.1.4). */
  readonly alternative: boolean;
}

export interface Body {
  readonly text: string | null;
  readonly html: string | null;
  readonly preview: string;
  readonly truncated: boolean;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function plainAsHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
  return `<div style="white-space: pre-wrap">${escaped}</div>`;
}

/** Control characters, and the fillers that mails put behind their preview text, so that nothing of the body follows it. */
const unseen =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

const plainWords = (shown: string) => shown.replace(unseen, '').replace(/\s+/g, ' ').trim();

/** The first words of an HTML mail; it is read further only where fillers stand before them. */
function firstWords(html: string, characters: number): string {
  // A long style sheet may stand first; the first words are not further down than this.
  const start = cut(html, 200_000);
  const words = plainWords(visibleText(start, 5 * characters));
  return words.length >= characters ? words : plainWords(visibleText(start));
}

function previewOf(text: string | null, html: string | null, characters: number): string {
  const words = html === null ? plainWords(cut(text ?? '', 20_000)) : firstWords(html, characters);
  return cut(words, characters).trim();
}

/**
 * One text and one HTML form of the whole body. A part that stands for itself is in both; of alternatives each form
 * has its own.
 */
export function joinBody(parts: readonly BodyPart[], limits: MessageLimits): Body {
  const forms = (kind: BodyPart['kind']): readonly BodyPart[] =>
    parts.some((part) => part.kind === kind)
      ? parts.filter((part) => part.kind === kind || !part.alternative)
      : [];
  const texts = forms('text').map(({ kind, content }) =>
    kind === 'text' ? content : visibleText(content),
  );
  const htmls = forms('html').map(({ kind, content }) =>
    kind === 'html' ? content : plainAsHtml(content),
  );
  const whole = { text: texts.join('\n'), html: htmls.join('<br>\n') };
  const text = texts.length === 0 ? null : cut(whole.text, limits.bodyCharacters);
  const html = htmls.length === 0 ? null : cut(whole.html, limits.bodyCharacters);
  return {
    text,
    html,
    preview: previewOf(text, html, limits.previewCharacters),
    truncated: Math.max(whole.text.length, whole.html.length) > limits.bodyCharacters,
  };
}
