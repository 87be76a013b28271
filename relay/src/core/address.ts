import { domainToASCII } from 'node:url';
import { type EmailAddress, emailAddressSchema } from '@mayfly/shared/contract/inbox';
import { addressWords } from './address-words.ts';
import type { Random } from './ports.ts';
import { reservedNames } from './reserved-names.ts';

export type AddressStyle = 'uuid' | 'words';

export interface ParsedAddress {
  readonly address: EmailAddress;
  readonly localPart: string;
  readonly domain: string;
}

/** RFC 5321 section 4.1.2: Dot-string. `+` is not among the characters, since what follows it is cut before. */
const dotString = /^[a-z0-9!#$%&'*/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The A-label form in lower case (RFC 5890), or null when it is no domain name. */
export function normalizeDomain(domain: string): string | null {
  // Checked before the conversion, which would drop or decode some of what is refused here.
  if (domain.length > 253 || /[\s%@:/?#\\[\]]/.test(domain)) return null;
  const ascii = domainToASCII(domain.replace(/\.$/, '')).toLowerCase();
  const fits = ascii.length <= 253 && ascii.split('.').every((part) => label.test(part));
  return fits ? ascii : null;
}

/** Quotes that need not be there name the same mailbox (RFC 5321 section 4.1.2). */
function unquote(localPart: string): string {
  const quoted = /^"((?:[^"\\]|\\[\x20-\x7e])*)"$/.exec(localPart)?.[1];
  return quoted === undefined ? localPart : quoted.replace(/\\(.)/g, '$1');
}

/** The local part as this relay compares it: lower case, without `+tag`. Null when it can be no inbox of ours. */
export function normalizeLocalPart(localPart: string): string | null {
  if (localPart.length > 128) return null;
  const [name = ''] = unquote(localPart).toLowerCase().split('+', 1);
  return name.length <= 64 && dotString.test(name) ? name : null;
}

/** Reads an address without angle brackets, as it stands in `RCPT TO`. Null for what this relay can never receive for. */
export function parseAddress(text: string): ParsedAddress | null {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > 512) return null;
  const localPart = normalizeLocalPart(text.slice(0, at));
  const domain = normalizeDomain(text.slice(at + 1));
  if (localPart === null || domain === null) return null;
  const address = emailAddressSchema.safeParse(`${localPart}@${domain}`);
  return address.success ? { address: address.data, localPart, domain } : null;
}

/** Names that stand for a role (RFC 2142) or prove to a certificate authority that one owns the domain. */
export function isReservedName(localPart: string): boolean {
  return reservedNames.has(localPart.toLowerCase().replace(/[._-]/g, ''));
}

function pick(random: Random, words: readonly string[]): string {
  const [high = 0, low = 0] = random(2);
  return words[(high * 256 + low) % words.length] ?? '';
}

/** A fresh local part: the first eight characters of a UUIDv4 (RFC 9562 section 5.4), or `quiet-otter-4821`. */
export function generateLocalPart(style: AddressStyle, random: Random): string {
  // The first 32 bits of a version 4 are all random: version and variant stand further back.
  if (style === 'uuid') return Buffer.from(random(4)).toString('hex');
  const [a = 0, b = 0, c = 0] = random(3);
  const number = ((a << 16) | (b << 8) | c) % 10_000;
  const first = pick(random, addressWords.first);
  const second = pick(random, addressWords.second);
  return `${first}-${second}-${String(number).padStart(4, '0')}`;
}
