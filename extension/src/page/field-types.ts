import { isLineType } from '../detection/text-types.ts';

/** By name, not `instanceof`: elements of frames are of another realm. */
export function isInput(element: Element): element is HTMLInputElement {
  return element.localName === 'input';
}

export function isTextArea(element: Element): element is HTMLTextAreaElement {
  return element.localName === 'textarea';
}

export function isWritable(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  if (isTextArea(element)) return !element.disabled && !element.readOnly;
  if (!isInput(element) || element.disabled || element.readOnly) return false;
  return isLineType((element.getAttribute('type') ?? '').toLowerCase());
}

/** Whether a person can see the field: it has a size, and nothing makes it or what it stands in invisible. */
export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width < 8 || height < 8) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Whether an element takes the text of a person by itself, without being a field. */
export const isEditor = (element: Element | null): element is HTMLElement =>
  element !== null &&
  !isInput(element) &&
  'isContentEditable' in element &&
  element.isContentEditable === true;
