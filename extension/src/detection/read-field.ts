import type { FieldSignals, FormSignals } from './field-signals.ts';
import { toWords } from './words.ts';

const buttonSelector =
  'button, input[type=submit], input[type=button], input[type=image], [role=button]';
const headingSelector = 'h1, h2, h3, legend, [role=heading]';
const fieldSelector = 'input, select, textarea';
/** How far up a form without a `form` element is looked for. */
const farthestAncestor = 6;
/** Of a crowd of elements the first ones tell enough. */
const mostRead = 12;

const textOf = (elements: Iterable<Element>, read: (element: Element) => string) =>
  [...elements].slice(0, mostRead).map(read).join(' ');

const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';

/** What holds the field together with its button: its form, or the nearest ancestor that has a button. */
export function formOf(field: Element): Element | null {
  const form = field.closest('form');
  if (form !== null) return form;
  let ancestor = field.parentElement;
  for (let up = 0; ancestor !== null && up < farthestAncestor; up += 1) {
    if (ancestor.querySelector(buttonSelector) !== null) return ancestor;
    ancestor = ancestor.parentElement;
  }
  return null;
}

/** Headings right before the form, at most two steps up. */
function headingsBefore(form: Element): string {
  const found: string[] = [];
  let place: Element | null = form;
  for (let up = 0; place !== null && up < 3 && found.length === 0; up += 1) {
    let sibling = place.previousElementSibling;
    for (let back = 0; sibling !== null && back < 4; back += 1) {
      if (sibling.matches(headingSelector)) found.push(sibling.textContent);
      else
        found.push(
          textOf(sibling.querySelectorAll(headingSelector), (element) => element.textContent),
        );
      sibling = sibling.previousElementSibling;
    }
    place = place.parentElement;
  }
  return found.join(' ').slice(0, 300);
}

function buttonText(button: Element): string {
  return [button.textContent, attribute(button, 'value'), attribute(button, 'aria-label')].join(
    ' ',
  );
}

const isPassword = (field: Element) => attribute(field, 'type').toLowerCase() === 'password';
const isTextLike = (field: Element) =>
  field.matches(
    'textarea, input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url]',
  );

export function readForm(form: Element | null): FormSignals {
  if (form === null) {
    const none = '';
    return {
      attributes: none,
      headings: none,
      buttons: none,
      links: none,
      passwords: 0,
      newPasswords: 0,
      currentPasswords: 0,
      texts: 1,
    };
  }
  const fields = [...form.querySelectorAll(fieldSelector)];
  const passwords = fields.filter(isPassword);
  const asking = (token: string) =>
    passwords.filter((field) => attribute(field, 'autocomplete').includes(token)).length;
  return {
    attributes: toWords(
      ['id', 'name', 'class', 'action', 'aria-label']
        .map((name) => attribute(form, name))
        .join(' '),
    ),
    headings: toWords(
      `${textOf(form.querySelectorAll(headingSelector), (element) => element.textContent)} ${headingsBefore(form)}`,
    ),
    buttons: toWords(textOf(form.querySelectorAll(buttonSelector), buttonText)),
    links: toWords(textOf(form.querySelectorAll('a'), (element) => element.textContent)),
    passwords: passwords.length,
    newPasswords: asking('new-password'),
    currentPasswords: asking('current-password'),
    texts: fields.filter(isTextLike).length,
  };
}

function labelOf(field: HTMLInputElement): string {
  const labels = [...(field.labels ?? [])].map((label) => label.textContent);
  const root = field.getRootNode();
  const described = attribute(field, 'aria-labelledby')
    .split(/\s+/)
    .map((id) =>
      id !== '' && 'getElementById' in root
        ? (field.ownerDocument.getElementById(id)?.textContent ?? '')
        : '',
    );
  const before =
    labels.length > 0 ? '' : (field.previousElementSibling?.textContent ?? '').slice(0, 80);
  return [
    ...labels,
    ...described,
    before,
    attribute(field, 'aria-label'),
    attribute(field, 'title'),
  ].join(' ');
}

/** Turns a field into plain data: the one place where detection touches a page. */
export function readField(field: HTMLInputElement, form = readForm(formOf(field))): FieldSignals {
  const { ownerDocument: page } = field;
  const placeholder = attribute(field, 'placeholder');
  return {
    type: attribute(field, 'type').toLowerCase(),
    autocomplete: attribute(field, 'autocomplete').toLowerCase().split(/\s+/),
    names: toWords(`${attribute(field, 'name')} ${attribute(field, 'id')}`),
    label: toWords(labelOf(field)),
    placeholder: toWords(placeholder),
    showsAddress: /\S@\S/.test(placeholder.slice(0, 100)),
    inputMode: attribute(field, 'inputmode').toLowerCase(),
    maxLength: Number.parseInt(attribute(field, 'maxlength') || '-1', 10),
    form,
    page: toWords(`${page.title.slice(0, 150)} ${(page.location?.pathname ?? '').slice(0, 150)}`),
  };
}
