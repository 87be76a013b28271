import { type Field, type NumberField, numberFields, textFields } from './config-fields.ts';

const begin = '<!-- made by `npm run docs`; do not edit -->';
const end = '<!-- end -->';

/** The reply stands in the help in brackets; in the table it has a column of its own. */
const replyPart = / \(((?:[^()]*\b[245]\d\d\b|none is refused)[^()]*)\)/;

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

function settingRow({ name, fallback, help }: Field): string[] {
  return [code(name), help, code(fallback)];
}

function limitRow({ name, fallback, help, min, max, unit }: NumberField): string[] {
  const reply = replyPart.exec(help)?.[1] ?? '';
  const range = `${min} to ${max} ${unit}`;
  return [code(name), help.replace(replyPart, ''), code(fallback), range, reply];
}

/** All variables in Markdown, from the table that the relay itself reads. */
function describeTables(): string {
  const settings = table(
    ['variable', 'what', 'default'],
    Object.values(textFields).map(settingRow),
  );
  const limits = table(
    ['variable', 'what', 'default', 'range', 'reply'],
    Object.values(numberFields).map(limitRow),
  );
  return `${settings}\n\n${limits}`;
}

/** The document with its tables as they are now. */
export function withTables(document: string): string {
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The document lacks ${begin} … ${end}`);
  return `${document.slice(0, from)}${begin}\n\n${describeTables()}\n\n${document.slice(to)}`;
}
