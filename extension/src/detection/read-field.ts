import type { Concepts } from './concepts.ts';
import type { FieldSignals, FormSignals } from './field-signals.ts';
import { findConcepts } from './find-concepts.ts';
import { attribute, buttonSelector, buttonText, fieldSelector, submitsOf } from './find-form.ts';
import { textBefore, textWithin } from './read-text.ts';
import { isLineType } from './text-types.ts';
import { toWords } from './words.ts';

const headingSelector = 'h1, h2, h3, h4, legend, [role=heading]';
/** Of a crowd of elements the first ones tell enough. */
const mostRead = 12;
const longestText = 1500;

const conceptsOf = (text: string, longest?: number): Concepts =>
  findConcepts(toWords(text, longest));

const textOf = (elements: Iterable<Element>, read: (element: Element) => string): string =>
  [...elements].slice(0, mostRead).map(read).join(' ');

/** Of small elements, in which no script stands. */
const contentOf = (element: Element): string => (element.textContent ?? '').slice(0, 150);

const attributesOf = (element: Element, names: readonly string[]): string =>
  names.map((name) => attribute(element, name)).join(' ');

/** Headings right before the form, at most two steps up. */
function headingsBefore(form: Element): string {
  const found: string[] = [];
  let place: Element | null = form;
  for (let up = 0; place !== null && up < 3 && found.length === 0; up += 1) {
    let sibling = place.previousElementSibling;
    for (let back = 0; sibling !== null && back < 4; back += 1) {
      if (sibling.matches(headingSelector)) found.push(contentOf(sibling));
      else found.push(textOf(sibling.querySelectorAll(headingSelector), contentOf));
      sibling = sibling.previousElementSibling;
    }
    place = place.parentElement;
  }
  return found.join(' ').slice(0, 300);
}

/** What stands right behind a form: "Already a member?" is often no part of it. */
function textBehind(form: Element): string {
  const last = form.nextElementSibling === null ? form.parentElement : form;
  const next = last?.nextElementSibling ?? null;
  if (next === null || next.querySelector(fieldSelector) !== null) return '';
  return textWithin(next, 300);
}

const typeOf = (field: Element): string => attribute(field, 'type').toLowerCase();

const isTextLike = (field: Element): boolean =>
  field.localName === 'textarea' || (field.localName === 'input' && isLineType(typeOf(field)));

const fieldNames = ['name', 'id', 'placeholder', 'aria-label', 'autocomplete'];
const regions: readonly (readonly [FormSignals['region'], string])[] = [
  [
    'dialog',
    'dialog, [role=dialog], [aria-modal], [class*=modal i], [id*=modal i], [class*=popup i]',
  ],
  ['footer', 'footer, [role=contentinfo], [class*=footer i], [id*=footer i]'],
  ['header', 'header, nav, [role=banner], [class*=header i], [id*=header i], [class*=navbar i]'],
  ['aside', 'aside, [class*=sidebar i], [id*=sidebar i]'],
];

function regionOf(form: Element): FormSignals['region'] {
  return regions.find(([, selector]) => form.closest(selector) !== null)?.[0] ?? 'main';
}

/** A form as it is read once for all its fields. */
export interface ReadForm {
  readonly signals: FormSignals;
  readonly fields: readonly Element[];
}

const emptyForm: FormSignals = {
  attributes: 0,
  headings: 0,
  submit: 0,
  buttons: 0,
  links: 0,
  text: 0,
  fields: 0,
  passwords: 0,
  newPasswords: 0,
  currentPasswords: 0,
  texts: 1,
  emails: 0,
  selects: 0,
  checkBoxes: 0,
  textAreas: 0,
  region: 'main',
};

/** `form` is null for a field that stands alone. */
export function readForm(form: Element | null): ReadForm {
  if (form === null) return { signals: emptyForm, fields: [] };
  const fields = [...form.querySelectorAll(fieldSelector)];
  const count = (test: (field: Element) => boolean): number => fields.filter(test).length;
  const passwords = fields.filter((field) => typeOf(field) === 'password');
  const asking = (token: string): number =>
    passwords.filter((field) => attribute(field, 'autocomplete').includes(token)).length;
  const signals: FormSignals = {
    attributes: conceptsOf(attributesOf(form, ['id', 'name', 'class', 'action', 'aria-label'])),
    headings: conceptsOf(
      `${textOf(form.querySelectorAll(headingSelector), contentOf)} ${headingsBefore(form)}`,
    ),
    submit: conceptsOf(textOf(submitsOf(form), buttonText)),
    buttons: conceptsOf(textOf(form.querySelectorAll(buttonSelector), buttonText)),
    links: conceptsOf(textOf(form.querySelectorAll('a'), contentOf)),
    text: conceptsOf(`${textWithin(form, longestText)} ${textBehind(form)}`, longestText + 300),
    fields: conceptsOf(
      fields
        .slice(0, 30)
        .map((field) => attributesOf(field, fieldNames))
        .join(' '),
      1500,
    ),
    passwords: passwords.length,
    newPasswords: asking('new-password'),
    currentPasswords: asking('current-password'),
    texts: count(isTextLike),
    emails: count(
      (field) => typeOf(field) === 'email' || /e.?mail/i.test(attributesOf(field, ['name', 'id'])),
    ),
    selects: count(({ localName }) => localName === 'select'),
    checkBoxes: count((field) => typeOf(field) === 'checkbox'),
    textAreas: count(({ localName }) => localName === 'textarea'),
    region: regionOf(form),
  };
  return { signals, fields };
}

function labelOf(field: Element): string {
  const labels = 'labels' in field && field.labels instanceof NodeList ? [...field.labels] : [];
  const described = attribute(field, 'aria-labelledby')
    .split(/\s+/)
    .map((id) => (id === '' ? null : field.ownerDocument.getElementById(id)));
  return [
    // A label may hold its field, and that its choices.
    ...labels.map((label) => textWithin(label, 150)),
    ...described.map((element) => (element === null ? '' : contentOf(element))),
    attributesOf(field, ['aria-label', 'title']),
  ].join(' ');
}

/** What is said by the page around all forms. */
export interface PageSignals {
  readonly title: Concepts;
  readonly path: Concepts;
}

export function readPage(page: Document): PageSignals {
  return {
    title: conceptsOf(page.title, 150),
    path: conceptsOf(page.location?.pathname ?? '', 150),
  };
}

const fieldAttributes = ['name', 'id', 'formcontrolname', 'ng-model', 'data-testid'];

/** The words among the classes; bundlers make up the others. */
function classWords(field: Element): string {
  const classes = attribute(field, 'class')
    .slice(0, 300)
    .split(/[\s_-]+/);
  return classes.filter((word) => /^[a-z]{4,}$/i.test(word)).join(' ');
}

/** What fields of one row have in common: one code in several boxes. */
function likeness(field: Element): string {
  return [
    field.localName,
    ...['type', 'class', 'inputmode'].map((name) => attribute(field, name)),
    attribute(field, 'name').replace(/\d+/g, ''),
    attribute(field, 'id').replace(/\d+/g, ''),
  ].join(' ');
}

/** How many fields in a row are like the one at `at`; a row is no longer than a few. */
function boxesAround(fields: readonly Element[], at: number): number {
  const like = likeness(fields[at] ?? document.body);
  let [from, to] = [at, at + 1];
  while (from > 0 && at - from < 10 && likeness(fields[from - 1] ?? document.body) === like)
    from -= 1;
  while (to < fields.length && to - at < 10 && likeness(fields[to] ?? document.body) === like)
    to += 1;
  return to - from;
}

/** Turns a field into plain data: the one place where detection touches a page. */
export function readField(
  field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  { signals, fields }: ReadForm,
  page: PageSignals,
): FieldSignals {
  // Before there were placeholders, a value stood for one.
  const placeholder = `${attribute(field, 'placeholder')} ${attribute(field, 'value').slice(0, 60)}`;
  const label = labelOf(field);
  const at = fields.indexOf(field);
  const shown = `${placeholder} ${attribute(field, 'title')} ${attribute(field, 'pattern')}`;
  const maxLength = Number.parseInt(attribute(field, 'maxlength') || '-1', 10);
  return {
    type: field.localName === 'input' ? typeOf(field) : field.localName,
    autocomplete: attribute(field, 'autocomplete').toLowerCase().split(/\s+/),
    names: conceptsOf(`${attributesOf(field, fieldAttributes)} ${classWords(field)}`),
    label: conceptsOf(label),
    placeholder: conceptsOf(placeholder),
    near: label.trim() === '' ? conceptsOf(textBefore(field)) : 0,
    showsAddress: /\S@\S/.test(shown.slice(0, 200)),
    inputMode: attribute(field, 'inputmode').toLowerCase(),
    maxLength,
    isRequired: field.hasAttribute('required') || attribute(field, 'aria-required') === 'true',
    textsBefore: fields.slice(0, Math.max(0, at)).filter(isTextLike).length,
    isBeforePassword: at >= 0 && typeOf(fields[at + 1] ?? field) === 'password',
    boxes: at < 0 ? 1 : boxesAround(fields, at),
    form: signals,
    ...page,
  };
}
