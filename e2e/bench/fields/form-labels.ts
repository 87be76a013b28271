import { readFileSync } from 'node:fs';
import path from 'node:path';

export const fieldLabels = [
  'new-email',
  'existing-email',
  'other-email',
  'username',
  'one-time-code',
  'new-password',
  'password',
  'other',
] as const;
export type FieldLabel = (typeof fieldLabels)[number];

/** What a page of a corpus is known to hold. */
export interface FormLabel {
  /** From the corpus's folder. */
  readonly file: string;
  /** `i` counts all inputs, selects and text areas of the page. */
  readonly fields: readonly { readonly i: number; readonly kind: FieldLabel }[];
}

const isLabel = (value: unknown): value is FieldLabel =>
  fieldLabels.some((label) => label === value);

/** Reads `labels.jsonl` of a corpus. */
export function readFormLabels(corpus: string): FormLabel[] {
  const lines = readFileSync(path.join(corpus, 'labels.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map(parseLabel);
}

function parseLabel(line: string): FormLabel {
  const parsed: unknown = JSON.parse(line);
  const get = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
  const [file, fields] = [get(parsed, 'file'), get(parsed, 'fields')];
  if (typeof file !== 'string' || !Array.isArray(fields))
    throw new TypeError(`labels.jsonl: file or fields is missing: ${line}`);
  return {
    file,
    fields: fields.map((field) => {
      const [i, kind] = [get(field, 'i'), get(field, 'kind')];
      if (typeof i !== 'number' || !isLabel(kind))
        throw new TypeError(`labels.jsonl: a field of ${file} has no index or kind`);
      return { i, kind };
    }),
  };
}

/** Whose page it is, as far as its name tells: pages of one site must not teach each other. */
export function siteOf({ file }: FormLabel): string {
  return path.basename(file).split(/[-_.]/, 1)[0] ?? file;
}
