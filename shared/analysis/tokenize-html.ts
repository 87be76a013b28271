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

/** Splits HTML into tags and text, character references resolved. No tree, so depth costs nothing. */
export function tokenizeHtml(html: string, events: HtmlEvents): void {
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const nothing = (): void => undefined;
  const endTag = (): void => events.open(tag, attributes);
  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: false },
    {
      onattribname: (start, end) => {
        attribute = html.slice(start, Math.min(end, start + 40)).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        if (value.length < MAX_ATTRIBUTE && KEPT.has(attribute)) value += html.slice(start, end);
      },
      onattribentity: (codepoint) => {
        if (value.length < MAX_ATTRIBUTE) value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (KEPT.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      onopentagname: (start, end) => {
        tag = html.slice(start, Math.min(end, start + 40)).toLowerCase();
        attributes = new Map();
      },
      onopentagend: endTag,
      onselfclosingtag: endTag,
      onclosetag: (start, end) => {
        events.close(html.slice(start, Math.min(end, start + 40)).toLowerCase());
      },
      ontext: (start, end) => events.text(html.slice(start, end)),
      ontextentity: (codepoint) => events.text(String.fromCodePoint(codepoint)),
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
