import { readHtml } from './read-html.ts';

/**
 * What a reader would see in an HTML mail: one line a block, no hidden text. Linear in its length; it reads no further
 * than it must for the first `characters`.
 */
export function visibleText(html: string, characters = Infinity): string {
  return readHtml(html, undefined, characters).text;
}
