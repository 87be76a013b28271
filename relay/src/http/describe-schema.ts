import { problemCodes } from '@mayfly/shared/contract/problem';
import { z } from 'zod';

/** What is read of a JSON Schema. */
export const schemaShape = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  pattern: z.string().optional(),
  default: z.unknown().optional(),
  description: z.string().optional(),
  required: z.array(z.string()).default([]),
  get items() {
    return schemaShape.optional();
  },
  get anyOf() {
    return z.array(schemaShape).optional();
  },
  get oneOf() {
    return z.array(schemaShape).optional();
  },
  get properties() {
    return z.record(z.string(), schemaShape).optional();
  },
  get additionalProperties() {
    return z.union([z.literal(false), schemaShape]).optional();
  },
});
export type Schema = z.infer<typeof schemaShape>;

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

/** As GitHub names a heading. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

export const refName = (ref: string): string => ref.replace(/^.*\//, '');
export const linkTo = (name: string): string => `[${name}](#${anchor(name)})`;

function bounds(min: number | undefined, max: number | undefined): string {
  const least = min === undefined || Math.abs(min) === Number.MAX_SAFE_INTEGER ? null : min;
  const most = max === undefined || max === Number.MAX_SAFE_INTEGER ? null : max;
  if (least !== null && most !== null) return least === most ? ` ${least}` : ` ${least} to ${most}`;
  if (most !== null) return ` at most ${most}`;
  return least === null ? '' : ` from ${least}`;
}

/** Patterns of identifiers and keys are told in words; a client has no use for that of a time. */
function textType({ format, pattern, minLength, maxLength }: Schema): string {
  if (format === 'date-time') return 'time, such as `2027-03-01T12:00:00.000Z`';
  const length = bounds(minLength, maxLength);
  return `text${length === '' ? '' : `,${length} characters`}${pattern === undefined ? '' : `, \`${pattern}\``}`;
}

/** The type in a few words, with its limits. */
export function typeOf(schema: Schema): string {
  const { $ref, type, anyOf, items, properties, additionalProperties } = schema;
  if ($ref !== undefined) return linkTo(refName($ref));
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum?.length === problemCodes.length) return '[problem code](#problem-codes)';
  if (schema.enum !== undefined) return schema.enum.map((each) => `\`${each}\``).join(', ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (Array.isArray(type))
    return type.map((each) => typeOf({ ...schema, type: each })).join(' or ');
  if (items !== undefined)
    return `list${bounds(schema.minItems, schema.maxItems)} of ${typeOf(items)}`;
  if (properties !== undefined) return `{ ${fieldsInLine(schema)} }`;
  if (additionalProperties) return `object of ${typeOf(additionalProperties)}`;
  if (type === 'integer') return `whole number${bounds(schema.minimum, schema.maximum)}`;
  if (type === 'string') return textType(schema);
  return type === 'boolean' ? '`true`, `false`' : (type ?? 'anything');
}

const fieldsInLine = ({ properties = {} }: Schema): string =>
  Object.entries(properties)
    .map(([name, of]) => `${name}: ${typeOf(of)}`)
    .join(', ');

/** A field with a default is always there. */
const isAlways = (schema: Schema, name: string): boolean =>
  schema.required.includes(name) || schema.properties?.[name]?.default !== undefined;

export function fieldRows(schema: Schema): string[][] {
  return Object.entries(schema.properties ?? {}).map(([name, of]) => [
    `\`${name}\``,
    typeOf(of),
    isAlways(schema, name) ? 'yes' : '',
    of.description ?? '',
  ]);
}

const shapeHead = ['field', 'type', 'always', 'what'];

const isMark = ({ const: fixed, enum: several }: Schema) =>
  fixed !== undefined || several !== undefined;

/** The forms of a shape that has several, those with the same fields together. */
function formsOf(forms: readonly Schema[], mark: string): string {
  const byFields = new Map<string, { marks: string[]; form: Schema }>();
  for (const form of forms) {
    const { [mark]: marked, ...others } = form.properties ?? {};
    const key = JSON.stringify(others);
    const marks = byFields.get(key)?.marks ?? [];
    byFields.set(key, { marks: [...marks, typeOf(marked ?? { required: [] })], form });
  }
  const parts = [...byFields.values()].map(({ marks, form }) => {
    const properties = Object.fromEntries(
      Object.entries(form.properties ?? {}).filter(([name]) => name !== mark),
    );
    const rows = fieldRows({ ...form, properties });
    const title = `\`${mark}\` is ${marks.join(', ')}`;
    return rows.length === 0 ? `${title}: nothing more.` : `${title}:\n\n${table(shapeHead, rows)}`;
  });
  return parts.join('\n\n');
}

export function shape([name, schema]: [string, Schema]): string {
  const forms = schema.oneOf;
  if (forms === undefined) return `### ${name}\n\n${table(shapeHead, fieldRows(schema))}`;
  const marked = Object.entries(forms[0]?.properties ?? {}).find(([, of]) => isMark(of));
  const [mark = ''] = marked ?? [];
  const words = marked?.[1].description;
  const intro = words === undefined ? '' : `\`${mark}\`: ${words}.\n\n`;
  return `### ${name}\n\n${intro}${formsOf(forms, mark)}`;
}
