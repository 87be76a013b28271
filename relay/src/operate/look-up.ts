import { z } from 'zod';
import type { DnsResolver } from '../mail/dns-cache.ts';
import type { RecordType } from './dns-records.ts';

/** What the DNS has under a name: nothing is an empty list. */
export type Found =
  | { readonly ok: true; readonly values: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Asks for the records of a name, in the form in which `dns-records.ts` has them. */
export type LookUp = (name: string, type: RecordType | 'CNAME') => Promise<Found>;

const noneThere = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

const mxShape = z.array(z.object({ priority: z.number(), exchange: z.string() }));
const txtShape = z.array(z.array(z.string()));
const caaShape = z.array(z.looseObject({ critical: z.number() }));
const nameShape = z.array(z.string());

const bare = (name: string) => (name === '' ? '.' : name.toLowerCase().replace(/(.)\.$/, '$1'));

function caaText(record: Readonly<Record<string, unknown>>): string[] {
  const tags = ['issue', 'issuewild', 'iodef', 'contactemail', 'contactphone', 'issuemail'];
  return tags.flatMap((tag) =>
    typeof record[tag] === 'string'
      ? [`${Number(record['critical'])} ${tag} "${record[tag]}"`]
      : [],
  );
}

function valuesOf(type: RecordType | 'CNAME', answer: unknown): readonly string[] {
  if (type === 'TXT') return txtShape.parse(answer).map((parts) => parts.join(''));
  if (type === 'CAA') return caaShape.parse(answer).flatMap(caaText);
  if (type !== 'MX') return nameShape.parse(answer).map(bare);
  const hosts = mxShape.parse(answer).sort((a, b) => a.priority - b.priority);
  return hosts.map(({ priority, exchange }) => `${priority} ${bare(exchange)}`);
}

export function createLookUp(resolver: DnsResolver): LookUp {
  return async (name, type) => {
    try {
      return { ok: true, values: valuesOf(type, await resolver(name, type)) };
    } catch (error) {
      const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
      if (typeof code !== 'string') throw error;
      return noneThere.has(code) ? { ok: true, values: [] } : { ok: false, reason: code };
    }
  };
}
