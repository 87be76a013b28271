import { isInvisible, isSpace, LIMITS } from './page.ts';

/** What is neither a plain character nor one of the white spaces of ASCII, as far as this file tells them apart. */
const SPECIAL =
  /[\xa0\xad\u034f\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]/;
/** White space that is more, or something else, than one plain space. */
const RUN = /[\t-\r]| {2}/;
const RUNS = /[\t-\r ]+/g;

/** Gathers the text of a page: white space runs become one space, blocks one line each. */
export class TextBuilder {
  private readonly chunks: string[] = [];
  private size = 0;
  private pending: '' | ' ' | '\n' = '';

  /** Where the next visible character will stand. */
  get position(): number {
    return this.size + (this.size > 0 ? this.pending.length : 0);
  }

  /** Where the last visible character ended. */
  get end(): number {
    return this.size;
  }

  /** The text since a position; bounded, because it is asked for at every link. */
  since(start: number): string {
    const parts: string[] = [];
    let length = this.size - start;
    for (let at = this.chunks.length - 1; at >= 0 && length > 0 && parts.length < 80; at -= 1) {
      const chunk = this.chunks[at] ?? '';
      parts.push(chunk.slice(Math.max(0, chunk.length - length)));
      length -= chunk.length;
    }
    return parts.reverse().join('').replaceAll('\n', ' ');
  }

  get full(): boolean {
    return this.size >= LIMITS.text;
  }

  space(): void {
    if (this.pending === '') this.pending = ' ';
  }

  line(): void {
    this.pending = '\n';
  }

  add(raw: string, preformatted: boolean): void {
    if (preformatted || SPECIAL.test(raw) || this.size + raw.length > LIMITS.text) {
      this.addOneByOne(raw, preformatted);
      return;
    }
    const words = raw.trim();
    if (words === '') {
      if (raw !== '') this.space();
      return;
    }
    if (isSpace(raw.charCodeAt(0))) this.space();
    this.push(RUN.test(words) ? words.replace(RUNS, ' ') : words);
    if (isSpace(raw.charCodeAt(raw.length - 1))) this.space();
  }

  private addOneByOne(raw: string, preformatted: boolean): void {
    let from = -1;
    for (let at = 0; at < raw.length; at += 1) {
      const code = raw.charCodeAt(at);
      const space = isSpace(code);
      if (!space && !isInvisible(code)) {
        if (from < 0) from = at;
        continue;
      }
      if (from >= 0) this.push(raw.slice(from, at));
      from = -1;
      if (space && preformatted && code === 0x0a) this.line();
      else if (space) this.space();
      else if (code === 0x200c || code === 0x200d) this.joiner(raw, at);
    }
    if (from >= 0) this.push(raw.slice(from));
  }

  /** A joiner inside a word belongs to its spelling (Persian, Hindi); anywhere else it is filling. */
  private joiner(raw: string, at: number): void {
    const inWord = raw.charCodeAt(at - 1) > 0x5ff && raw.charCodeAt(at + 1) > 0x5ff;
    if (inWord && this.pending === '') this.push(raw.charAt(at));
  }

  private push(word: string): void {
    if (this.full) return;
    if (this.size > 0 && this.pending !== '') {
      this.chunks.push(this.pending);
      this.size += 1;
    }
    this.pending = '';
    this.chunks.push(word);
    this.size += word.length;
  }

  toString(): string {
    return this.chunks.join('');
  }
}
