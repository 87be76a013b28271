/** What opens an inbox in another browser. */
export interface InboxLink {
  readonly token: string;
  /** Null: its mail is not sealed. */
  readonly privateKey: string | null;
  readonly restoreKey: string;
}

export type Fragment =
  | { readonly kind: 'inbox'; readonly link: InboxLink }
  | { readonly kind: 'pair'; readonly code: string };

/** Printable characters of ASCII without those that end a part: tokens, keys and codes are made of these. */
const word = /^[!-%'-<>-~]{1,4096}$/;

function wordIn(parts: URLSearchParams, name: string): string | null {
  const value = parts.get(name) ?? '';
  return word.test(value) ? value : null;
}

/** Everything stands in the fragment, which browsers send to nobody. */
export function inboxLink(publicUrl: string, link: InboxLink): string {
  const parts = new URLSearchParams({ inbox: link.token, restore: link.restoreKey });
  if (link.privateKey !== null) parts.set('key', link.privateKey);
  return `${publicUrl.replace(/\/+$/, '')}/#${parts}`;
}

/** What the fragment of a page's address asks for; null: nothing that is known here. */
export function readFragment(hash: string): Fragment | null {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const code = wordIn(parts, 'pair');
  if (code !== null) return { kind: 'pair', code };
  const [token, restoreKey] = [wordIn(parts, 'inbox'), wordIn(parts, 'restore')];
  if (token === null || restoreKey === null) return null;
  const privateKey = wordIn(parts, 'key');
  return { kind: 'inbox', link: { token, privateKey, restoreKey } };
}
