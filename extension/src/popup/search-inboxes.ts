import type { ListedInbox } from './order-inboxes.ts';
import { unicodeHost } from './unicode-host.ts';

/** Without case and diacritics; `ß` is `ss`. */
const fold = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();

function textOf({ inbox: { site, address } }: ListedInbox): string {
  return fold(`${site ?? ''} ${unicodeHost(site ?? '')} ${address}`);
}

/** Those in whose site or address every word of the query stands, be it as a part; in the order in which they came. */
export function searchInboxes(
  inboxes: readonly ListedInbox[],
  query: string,
): readonly ListedInbox[] {
  const words = fold(query).split(/\s+/);
  return inboxes.filter((listed) => {
    const text = textOf(listed);
    return words.every((word) => text.includes(word));
  });
}
