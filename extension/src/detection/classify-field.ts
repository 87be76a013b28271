import type { Classification, FieldSignals } from './field-signals.ts';
import {
  codePhrases,
  emailParts,
  emailPhrases,
  forgotPhrases,
  logInPhrases,
  notAddressPhrases,
  orderPhrases,
  otherAddressPhrases,
  otherAutocomplete,
  otherCodePhrases,
  repeatPhrases,
  signUpPhrases,
  subscribePhrases,
  userNamePhrases,
} from './rules.ts';
import { hasPart, hasPhrase } from './words.ts';

/** A sum of what speaks for something and what against it, with the reasons. */
interface Tally {
  score: number;
  readonly reasons: string[];
}

function weigh(
  rules: readonly (readonly [applies: boolean, weight: number, reason: string])[],
): Tally {
  const tally: Tally = { score: 0, reasons: [] };
  for (const [applies, weight, reason] of rules) {
    if (!applies) continue;
    tally.score += weight;
    tally.reasons.push(`${weight > 0 ? '+' : ''}${weight} ${reason}`);
  }
  return tally;
}

const namesEmail = (words: string) => hasPart(words, emailParts) || hasPhrase(words, emailPhrases);

const textTypes = new Set(['text', 'email', 'search', 'tel', 'number', 'url', '']);

function emailTally(field: FieldSignals): Tally {
  const { names, label, placeholder } = field;
  const own = names + label + placeholder;
  return weigh([
    [field.type === 'email', 6, 'type is email'],
    [field.autocomplete.includes('email'), 6, 'autocomplete is email'],
    [field.inputMode === 'email', 4, 'keyboard for e-mail'],
    [namesEmail(names), 4, 'named e-mail'],
    [namesEmail(label), 4, 'labelled e-mail'],
    [namesEmail(placeholder), 3, 'placeholder says e-mail'],
    [field.showsAddress, 4, 'placeholder shows an address'],
    [hasPhrase(own, notAddressPhrases) && field.type !== 'email', -5, 'asks for another thing'],
    [hasPhrase(own, userNamePhrases) && !namesEmail(own), -4, 'asks for a user name'],
    [
      field.autocomplete.some((token) => otherAutocomplete.includes(token)),
      -8,
      'autocomplete is another',
    ],
    [
      field.type === 'search' || field.type === 'number' || field.type === 'url',
      -4,
      'type of another thing',
    ],
    [field.type === 'tel', -2, 'type is tel'],
  ]);
}

/** Above zero speaks for an address that is new to the site, below for that of an account. */
function newnessTally({
  form,
  page,
  autocomplete,
  names,
  label,
  placeholder,
}: FieldSignals): Tally {
  const around = form.attributes + form.headings;
  const own = names + label + placeholder;
  const oneField = form.texts === 1;
  return weigh([
    [form.newPasswords > 0 || form.passwords > 1, 5, 'form sets a password'],
    [form.currentPasswords > 0, -5, 'form asks for the password'],
    [form.passwords === 1 && form.newPasswords === 0 && oneField, -2, 'one name, one password'],
    [form.passwords === 1 && form.texts > 2, 3, 'a password among many fields'],
    [form.passwords === 0 && form.texts > 1, 2, 'several fields, no password'],
    [hasPhrase(form.buttons, signUpPhrases), 4, 'button signs up'],
    [hasPhrase(form.buttons, logInPhrases), -4, 'button logs in'],
    [hasPhrase(form.buttons, subscribePhrases), 5, 'button subscribes'],
    [hasPhrase(form.buttons, forgotPhrases), -5, 'button resets a password'],
    [hasPhrase(around, signUpPhrases), 3, 'form signs up'],
    [hasPhrase(around, logInPhrases), -3, 'form logs in'],
    [hasPhrase(around, subscribePhrases), 4, 'form subscribes'],
    [hasPhrase(around, forgotPhrases), -5, 'form resets a password'],
    [hasPhrase(around + form.buttons, orderPhrases), 3, 'form orders'],
    [hasPhrase(own, signUpPhrases), 3, 'field signs up'],
    [hasPhrase(own, subscribePhrases), 3, 'field subscribes'],
    [hasPhrase(own, logInPhrases), -4, 'field logs in'],
    [hasPhrase(own, userNamePhrases), -3, 'takes a user name too'],
    [hasPhrase(own, repeatPhrases), 3, 'repeats the address'],
    [hasPhrase(form.links, forgotPhrases), -4, 'link for a forgotten password'],
    [hasPhrase(page, signUpPhrases), 2, 'page signs up'],
    [hasPhrase(page, logInPhrases), -2, 'page logs in'],
    [hasPhrase(page, forgotPhrases), -3, 'page resets a password'],
    [hasPhrase(page, subscribePhrases), 1, 'page subscribes'],
    [
      autocomplete.includes('username') || autocomplete.includes('webauthn'),
      -3,
      'autocomplete is username',
    ],
    [autocomplete.includes('email'), 1, 'autocomplete is email'],
    [form.passwords === 0 && oneField, 1, 'an address alone'],
  ]);
}

function codeTally(field: FieldSignals): Tally {
  const own = field.names + field.label + field.placeholder;
  return weigh([
    [field.autocomplete.includes('one-time-code'), 8, 'autocomplete is one-time-code'],
    [hasPhrase(own, codePhrases), 5, 'asks for a code'],
    [field.inputMode === 'numeric' || field.type === 'number', 1, 'takes digits'],
    [field.maxLength >= 4 && field.maxLength <= 8, 1, 'as long as a code'],
    [hasPhrase(own, otherCodePhrases), -6, 'a code of another kind'],
    [field.form.texts > 4, -2, 'many fields'],
  ]);
}

/** From a tally to a figure between 0 and 1, .5 at the threshold. */
const sure = (score: number, threshold: number) => 1 / (1 + 2 ** (threshold - score));

const emailThreshold = 4;
const codeThreshold = 5;

/**
 * What a field takes, by its signals alone. Whether it can be seen is not asked here: whoever offers to fill it does.
 * The address of somebody else counts as none.
 */
export function classifyField(field: FieldSignals): Classification {
  if (!textTypes.has(field.type))
    return { kind: 'none', score: 1, reasons: ['not a field for text'] };
  const code = codeTally(field);
  const email = emailTally(field);
  if (code.score >= codeThreshold && code.score > email.score) {
    return { kind: 'one-time-code', score: sure(code.score, codeThreshold), reasons: code.reasons };
  }
  if (email.score < emailThreshold) {
    return { kind: 'none', score: 1 - sure(email.score, emailThreshold), reasons: email.reasons };
  }
  if (hasPhrase(field.names + field.label + field.placeholder, otherAddressPhrases)) {
    return {
      kind: 'none',
      score: 0.5,
      reasons: [...email.reasons, 'the address of somebody else'],
    };
  }
  const newness = newnessTally(field);
  const kind = newness.score >= 0 ? 'new-email' : 'existing-email';
  const score = sure(email.score, emailThreshold) * sure(Math.abs(newness.score), 0);
  return { kind, score, reasons: [...email.reasons, ...newness.reasons] };
}

/** Whether a field wants an address a second time. */
export function repeatsAddress(field: FieldSignals): boolean {
  return hasPhrase(field.names + field.label + field.placeholder, repeatPhrases);
}
