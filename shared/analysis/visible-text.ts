import { Tokenizer } from 'htmlparser2';

const BLOCKS = new Set(
  'address article aside blockquote body br center div dl dt dd footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(' '),
);
const UNSEEN = new Set('head script style template title'.split(' '));

/** What a reader would see in an HTML mail. Linear in its length. */
export function visibleText(html: string): string {
  const out: string[] = [];
  let unseen = 0;
  let name = '';
  const nothing = (): void => undefined;
  const open = (): void => {
    if (UNSEEN.has(name)) unseen += 1;
    if (BLOCKS.has(name)) out.push('\n');
    else if (name === 'td' || name === 'th') out.push(' ');
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onprocessinginstruction: nothing,
      onopentagname: (start, end) => void (name = html.slice(start, end).toLowerCase()),
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => {
        const closed = html.slice(start, end).toLowerCase();
        if (UNSEEN.has(closed) && unseen > 0) unseen -= 1;
        if (BLOCKS.has(closed)) out.push('\n');
      },
      ontext: (start, end) => {
        if (unseen === 0) out.push(html.slice(start, end).replace(/\s+/g, ' '));
      },
      ontextentity: (codepoint) => {
        if (unseen === 0) out.push(codepoint === 0xa0 ? ' ' : String.fromCodePoint(codepoint));
      },
    },
  );
  tokenizer.write(html.slice(0, 1_000_000));
  tokenizer.end();
  return out
    .join('')
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
