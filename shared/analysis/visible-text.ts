import { readHtml } from './read-html.ts';

/** What a reader would see in an HTML mail: one line a block, no hidden text. Linear in its length. */
export function visibleText(html: string): string {
  return readHtml(html).text;
}
