import { fieldSelector } from './find-form.ts';

const unread = new Set(['script', 'style', 'noscript', 'template', 'option', 'textarea']);

/** The text of a node, or within it; no more than about `longest` characters of it. */
export function textWithin(node: Node, longest: number): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').slice(0, longest);
  let text = '';
  const walker = (node.ownerDocument ?? document).createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let next = walker.nextNode(); next !== null; next = walker.nextNode()) {
    if (unread.has(next.parentElement?.localName ?? '')) continue;
    const piece = next.nodeValue?.trim() ?? '';
    if (piece !== '') text += ` ${piece}`;
    if (text.length > longest) break;
  }
  return text.slice(0, longest);
}

/** How far up, and how far back, the words before a field may stand. */
const farthestUp = 4;
const farthestBack = 3;
const longestLabel = 120;

/** By what they can do, not by `instanceof`: nodes of frames are of another realm. */
const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

const holdsField = (node: Node): boolean =>
  isElement(node) && (node.matches(fieldSelector) || node.querySelector(fieldSelector) !== null);

/** The nearest text before a node among its siblings; null when there is a field before any. */
function siblingTextBefore(node: Node): string | null {
  let before = node.previousSibling;
  for (let back = 0; before !== null && back < farthestBack; before = before.previousSibling) {
    if (holdsField(before)) return null;
    const text = textWithin(before, longestLabel).trim();
    if (text.length > 1) return text;
    if (isElement(before)) back += 1;
  }
  return '';
}

/** The words that stand right before a field, as a label that is none in HTML does. */
export function textBefore(field: Element): string {
  let place: Element | null = field;
  for (let up = 0; place !== null && up < farthestUp; up += 1) {
    const text = siblingTextBefore(place);
    if (text === null) return '';
    if (text !== '') return text;
    place = place.parentElement;
    if (place?.localName === 'form') return '';
  }
  return '';
}
