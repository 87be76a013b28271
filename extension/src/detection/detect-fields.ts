import { classifyField } from './classify-field.ts';
import type { Classification, FieldSignals } from './field-signals.ts';
import { formOf } from './find-form.ts';
import { type PageSignals, readField, readForm, type ReadForm, readPage } from './read-field.ts';
import { isTextType } from './text-types.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Detected<F extends Field> extends Classification {
  readonly field: F;
  readonly form: Element | null;
  readonly signals: FieldSignals;
}

const takesText = (field: Field): boolean =>
  field.localName === 'input' && isTextType((field.getAttribute('type') ?? '').toLowerCase());

/**
 * Reads and judges the fields of a page that take text, in the order in which they come; each form and each document
 * is read once.
 */
export function detectFields<F extends Field>(fields: readonly F[]): Detected<F>[] {
  const forms = new Map<Element | null, ReadForm>();
  const pages = new Map<Document, PageSignals>();
  return fields.filter(takesText).map((field) => {
    const form = formOf(field);
    const readOfForm = forms.get(form) ?? readForm(form);
    forms.set(form, readOfForm);
    const page = pages.get(field.ownerDocument) ?? readPage(field.ownerDocument);
    pages.set(field.ownerDocument, page);
    const signals = readField(field, readOfForm, page);
    return { field, form, signals, ...classifyField(signals) };
  });
}
