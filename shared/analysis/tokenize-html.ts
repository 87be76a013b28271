import { Tokenizer } from 'htmlparser2';

/** What comes out of a piece of HTML, in order. Names are in lower case. */
export interface HtmlEvents {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const KEPT = new Set(
  'href class style id role type itemprop itemtype content alt bgcolor color hidden title background'.split(
    ' ',
  ),
);
const MAX_ATTRIBUTE = 8_192;
const MAX_NAME = 40;

const PIECE = 2048;

/**
 * Splits HTML into tags and text, character references resolved. No tree, so depth costs nothing. `isEnough` is asked
 * from time to time.
 */
export function tokenizeHtml(html: string, events: HtmlEvents, isEnough: () => boolean): void {
  const name = (start: number, end: number): string =>
    html.slice(start, Math.min(end, start + MAX_NAME)).toLowerCase();
  const tag = new OpenTag();
  const nothing = (): void => undefined;
  const endTag = (): void => events.open(tag.name, tag.attributes);
  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: false },
    {
      onattribname: (start, end) => tag.startAttribute(name(start, end)),
      onattribdata: (start, end) => tag.addValue(html.slice(start, end)),
      onattribentity: (codepoint) => tag.addValue(String.fromCodePoint(codepoint)),
      onattribend: () => tag.endAttribute(),
      onopentagname: (start, end) => tag.start(name(start, end)),
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag: (start, end) => events.close(name(start, end)),
      ontext: (start, end) => events.text(html.slice(start, end)),
      ontextentity: (codepoint) => events.text(String.fromCodePoint(codepoint)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  for (let from = 0; from < html.length && !isEnough(); from += PIECE)
    tokenizer.write(html.slice(from, from + PIECE));
  tokenizer.end();
}

/** Of a tag without attributes that matter; nobody writes into it. */
const NONE = new Map<string, string>();

/** The tag being read. */
class OpenTag {
  name = '';
  attributes: Map<string, string> = NONE;
  private attribute = '';
  private value = '';

  start(name: string): void {
    this.name = name;
    this.attributes = NONE;
  }

  startAttribute(attribute: string): void {
    this.attribute = attribute;
    this.value = '';
  }

  addValue(piece: string): void {
    if (this.value.length < MAX_ATTRIBUTE && KEPT.has(this.attribute)) this.value += piece;
  }

  /** The first of two attributes of one name wins (HTML, duplicate attributes). */
  endAttribute(): void {
    const { attribute, value } = this;
    if (!KEPT.has(attribute) || this.attributes.has(attribute)) return;
    if (this.attributes === NONE) this.attributes = new Map();
    this.attributes.set(attribute, value);
  }
}
