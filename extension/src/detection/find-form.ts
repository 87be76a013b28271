/** How far up a form without a `form` element is looked for. */
const farthestAncestor = 8;
/** A `form` with more fields is the whole page, as some servers write it. */
const mostFieldsOfForm = 25;

export const buttonSelector =
  'button, input[type=submit], input[type=button], input[type=image], [role=button]';
export const fieldSelector = 'input:not([type=hidden]), select, textarea';
const sendingSelector =
  'button:not([type]), button[type=submit], input[type=submit], input[type=image]';

export const attribute = (element: Element, name: string): string =>
  element.getAttribute(name) ?? '';

export function buttonText(button: Element): string {
  return `${button.textContent} ${attribute(button, 'value')} ${attribute(button, 'aria-label')} ${attribute(button, 'alt')}`;
}

/** A cross that empties a field is no button to send it with. */
const hasWords = (button: Element): boolean => buttonText(button).trim().length > 1;

/** The element around another one, also out of a shadow root. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element);
}

/** What carries the shadow root that an element stands in; null outside of any. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return 'host' in root && root.host instanceof Element ? root.host : null;
}

/** The form around an element, also around the shadow root that it stands in. */
function formAround(element: Element): HTMLFormElement | null {
  for (let place: Element | null = element; place !== null;) {
    const form = place.closest('form');
    if (form !== null) return form;
    place = hostOf(place);
  }
  return null;
}

/** The nearest element around a field that has a button, up to `limit`. */
function groupOf(field: Element, limit: Element | null): Element | null {
  let ancestor = parentOf(field);
  for (let up = 0; ancestor !== null && up < farthestAncestor; up += 1) {
    if ([...ancestor.querySelectorAll(buttonSelector)].some(hasWords)) return ancestor;
    if (ancestor === limit) return null;
    ancestor = parentOf(ancestor);
  }
  return null;
}

/** What holds a field together with its button: its form, or what serves as one. */
export function formOf(field: Element): Element | null {
  const form = formAround(field);
  if (form === null) return groupOf(field, null);
  // `elements` is at hand and counts some more.
  const isWholePage =
    form.elements.length > mostFieldsOfForm &&
    form.querySelectorAll(fieldSelector).length > mostFieldsOfForm;
  return (isWholePage ? groupOf(field, form) : null) ?? form;
}

/** The buttons that send a form; where none says so, the last one. */
export function submitsOf(form: Element): Element[] {
  const sending = [...form.querySelectorAll(sendingSelector)].filter(hasWords);
  if (sending.length > 0) return sending.slice(0, 3);
  return [...form.querySelectorAll(buttonSelector)].filter(hasWords).slice(-1);
}
