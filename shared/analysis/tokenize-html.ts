import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
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

/** Their text is not decoded (HTML, raw text elements). */
const RAW_TEXT = new Set(['script', 'style', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext']);

/**
 * Splits HTML into tags and text, character references resolved. No tree, so depth costs nothing. `isEnough` is asked
 * at each tag.
 */
export function tokenizeHtml(html: string, events: HtmlEvents, isEnough: () => boolean): void {
  const name = (start: number, end: number): string =>
    html.slice(start, Math.min(end, start + MAX_NAME)).toLowerCase();
  const tag = new OpenTag();
  const run = new TextRun(events);
  const endText = (): void => run.end();
  const endTag = (): void => {
    tag.isOpen = false;
    run.isRaw = RAW_TEXT.has(tag.name);
    events.open(tag.name, tag.attributes);
    pauseWhenEnough();
  };
  const pauseWhenEnough = (): void => {
    if (isEnough()) tokenizer.pause();
  };
  // References are resolved here, because the tokenizer leaps to the next tag or quote when it need not look for them.
  const tokenizer = new Tokenizer(
    { decodeEntities: false, xmlMode: false },
    {
      onattribname: (start, end) => tag.startAttribute(name(start, end)),
      onattribdata: (start, end) => tag.addValue(html.slice(start, end)),
      onattribend: () => tag.endAttribute(),
      onopentagname: (start, end) => {
        run.end();
        tag.start(name(start, end));
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag: (start, end) => {
        run.end();
        run.isRaw = false;
        events.close(name(start, end));
        pauseWhenEnough();
      },
      // What is left of a tag that never ends is no text.
      ontext: (start, end) => tag.isOpen || run.add(html.slice(start, end)),
      ...noReferences,
      oncdata: endText,
      oncomment: endText,
      ondeclaration: endText,
      onend: endText,
      onprocessinginstruction: endText,
    },
  );
  // All at once: it reads a string much faster than parts of one.
  tokenizer.write(html);
  tokenizer.end();
}

/** With `decodeEntities` off they are not called. */
const noReferences = {
  onattribentity: (): void => undefined,
  ontextentity: (): void => undefined,
};

/** Text between two tags; it comes in pieces where a `<` begins no tag. */
class TextRun {
  isRaw = false;
  private text = '';
  private readonly events: HtmlEvents;

  constructor(events: HtmlEvents) {
    this.events = events;
  }

  add(piece: string): void {
    this.text += piece;
  }

  end(): void {
    const { text, isRaw } = this;
    if (text === '') return;
    this.text = '';
    this.events.text(isRaw || !text.includes('&') ? text : decodeHTML(text));
  }
}

/** Of a tag without attributes that matter; nobody writes into it. */
const NONE = new Map<string, string>();

/** The tag being read. */
class OpenTag {
  name = '';
  isOpen = false;
  attributes: Map<string, string> = NONE;
  private attribute = '';
  private value = '';

  start(name: string): void {
    this.isOpen = true;
    this.name = name;
    this.attributes = NONE;
  }

  startAttribute(attribute: string): void {
    this.attribute = attribute;
    this.value = '';
  }

  addValue(piece: string): void {
    if (this.value.length < MAX_ATTRIBUTE && KEPT.has(this.attribute))
      this.value += piece.slice(0, MAX_ATTRIBUTE);
  }

  /** The first of two attributes of one name wins (HTML, duplicate attributes). */
  endAttribute(): void {
    const { attribute, value } = this;
    if (!KEPT.has(attribute) || this.attributes.has(attribute)) return;
    if (this.attributes === NONE) this.attributes = new Map();
    this.attributes.set(attribute, value.includes('&') ? decodeHTMLAttribute(value) : value);
  }
}
