import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a mail of a corpus is known to hold. */
export interface MailLabel {
  readonly id: string;
  /** Who sends it; its id where the corpus names nobody. */
  readonly product: string;
  readonly file: string;
  readonly lang: string;
  readonly kind: string;
  /** The url that completes what the mail asks for; null where there is none. */
  readonly link: string | null;
  /** Every url that is as good. */
  readonly linksOk: readonly string[];
  readonly code: string | null;
}

/** Reads `labels.jsonl` of a corpus. */
export function readLabels(corpus: string): MailLabel[] {
  const lines = readFileSync(path.join(corpus, 'labels.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map(parseLabel);
}

function parseLabel(line: string): MailLabel {
  const parsed: unknown = JSON.parse(line);
  const get = (name: string): unknown =>
    typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : undefined;
  const text = (name: string): string => {
    const value = get(name);
    if (typeof value !== 'string') throw new TypeError(`labels.jsonl: ${name} is missing: ${line}`);
    return value;
  };
  const optional = (name: string): string | null => {
    const value = get(name);
    return typeof value === 'string' ? value : null;
  };
  const good = get('links_ok');
  const link = optional('link');
  const listed = Array.isArray(good) ? good.filter((url) => typeof url === 'string') : [];
  return {
    id: text('id'),
    product: optional('product') ?? text('id'),
    file: text('file'),
    lang: text('lang'),
    kind: text('kind'),
    link,
    linksOk: link === null || listed.includes(link) ? listed : [link, ...listed],
    code: optional('code'),
  };
}
