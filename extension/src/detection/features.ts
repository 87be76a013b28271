import { bitOf, type Concept, type Concepts, CONCEPTS } from './concepts.ts';
import type { FieldSignals, FormSignals } from './field-signals.ts';

/** Where words about a field stand. */
const places = {
  names: ({ names }) => names,
  label: ({ label }) => label,
  placeholder: ({ placeholder }) => placeholder,
  near: ({ near }) => near,
  form: ({ form }) => form.attributes,
  heading: ({ form }) => form.headings,
  submit: ({ form }) => form.submit,
  buttons: ({ form }) => form.buttons,
  links: ({ form }) => form.links,
  text: ({ form }) => form.text,
  fields: ({ form }) => form.fields,
  title: ({ title }) => title,
  path: ({ path }) => path,
} as const satisfies Record<string, (field: FieldSignals) => Concepts>;

const own = ({ names, label, placeholder, near }: FieldSignals): Concepts =>
  names | label | placeholder | near;

/** What the counts of a form say, each as one yes or no. */
function countsOf(form: FormSignals): Record<string, boolean> {
  const { passwords, newPasswords, currentPasswords, texts, emails } = form;
  return {
    'no password': passwords === 0,
    'one password': passwords === 1,
    'two passwords': passwords > 1,
    'new password': newPasswords > 0,
    'current password': currentPasswords > 0,
    'one text': texts <= 1,
    'two texts': texts === 2,
    'three texts': texts >= 3 && texts <= 4,
    'many texts': texts > 4,
    'two emails': emails > 1,
    'one text, no password': texts <= 1 && passwords === 0,
    'one text, one password': texts <= 1 && passwords === 1,
    'texts and a password': texts > 2 && passwords > 0,
    selects: form.selects > 0,
    'one check box': form.checkBoxes === 1,
    'check boxes': form.checkBoxes > 1,
    'text area': form.textAreas > 0,
    'in the header': form.region === 'header',
    'in the footer': form.region === 'footer',
    'in a side column': form.region === 'aside',
    'in a dialog': form.region === 'dialog',
  };
}

function factsOf(field: FieldSignals): Record<string, boolean> {
  const { type, autocomplete, maxLength, boxes } = field;
  const has = (token: string) => autocomplete.includes(token);
  const all = own(field);
  const is = (concept: Concept) => (all & bitOf(concept)) !== 0;
  const isRow = boxes >= 4 && boxes <= 8;
  return {
    'type email': type === 'email',
    'type text': type === 'text' || type === '',
    'type tel': type === 'tel',
    'type number': type === 'number',
    'type search': type === 'search',
    'type url': type === 'url',
    'type password': type === 'password',
    'autocomplete email': has('email'),
    'autocomplete username': has('username') || has('webauthn'),
    'autocomplete one-time-code': has('one-time-code'),
    'autocomplete off': has('off') || has('nope'),
    'autocomplete another': autocomplete.some((token) => otherAutocomplete.has(token)),
    'keyboard email': field.inputMode === 'email',
    'keyboard digits': field.inputMode === 'numeric' || field.inputMode === 'decimal',
    'shows an address': field.showsAddress,
    short: maxLength >= 4 && maxLength <= 10,
    'one character': maxLength === 1,
    'several boxes': isRow && field.label === 0,
    'several boxes, a code': isRow && ((all | field.form.text) & bitOf('code')) !== 0,
    'one character, in a row': maxLength === 1 && boxes >= 4,
    'hidden code': type === 'password' && is('code') && !is('password'),
    'code, not another': is('code') && !is('otherCode'),
    required: field.isRequired,
    first: field.textsBefore === 0,
    later: field.textsBefore > 1,
    'before a password': field.isBeforePassword,
    'no words': all === 0,
    'email and user name': is('email') && is('userName'),
    'email and phone': is('email') && is('phone'),
  };
}

/** Values of `autocomplete` that name another thing than an address, a user or a code. */
const otherAutocomplete = new Set(
  'name given-name family-name additional-name nickname organization street-address address-line1 address-line2 address-level1 address-level2 postal-code country country-name tel tel-national tel-country-code bday cc-number cc-name cc-csc cc-exp url new-password current-password'.split(
    ' ',
  ),
);

/** `submit: signUp` and the like, made once: by place, then by concept. */
const readers = Object.entries(places).map(([place, read]) => ({
  read,
  names: CONCEPTS.map((concept) => `${place}: ${concept}`),
}));

/** The names of all that is true of a field: `submit: signUp`, `two passwords`. */
export function featuresOf(field: FieldSignals): string[] {
  const found: string[] = [];
  for (const { read, names } of readers) {
    let concepts = read(field);
    for (let bit = 0; concepts !== 0; bit += 1, concepts >>>= 1) {
      const name = names[bit];
      if ((concepts & 1) !== 0 && name !== undefined) found.push(name);
    }
  }
  const facts = factsOf(field);
  const counts = countsOf(field.form);
  for (const name in facts) if (facts[name] === true) found.push(name);
  for (const name in counts) if (counts[name] === true) found.push(name);
  return found;
}
