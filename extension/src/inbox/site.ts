/** The text of the packed public suffix list (build/public-suffixes.ts). */
export type ReadSuffixes = () => Promise<string>;

/** The site of a page by its URL; null for pages that are not of the web. */
export type SiteOf = (pageUrl: string | undefined) => Promise<string | null>;

/** Where a name's labels lead, from the last one; the list has a few thousand of them. */
interface Node {
  isSuffix: boolean;
  readonly below: Map<string, Node>;
}

const isIpAddress = (host: string) => host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);

function parseSuffixes(text: string): Node {
  const root: Node = { isSuffix: true, below: new Map() };
  const path = [root];
  let last = root;
  for (const [token] of text.matchAll(/[^(),]+|[()]/g)) {
    if (token === '(') path.push(last);
    else if (token === ')') path.pop();
    else {
      const isSuffix = !token.endsWith('-');
      last = { isSuffix, below: new Map() };
      path.at(-1)?.below.set(isSuffix ? token : token.slice(0, -1), last);
    }
  }
  return root;
}

/** How many labels, from the end, are the public suffix of a name (the algorithm of publicsuffix.org). */
function suffixLength(root: Node, labels: readonly string[]): number {
  let node = root;
  // A top-level name that the list does not have is a suffix, too.
  let found = 1;
  for (let length = 1; length <= labels.length; length += 1) {
    const label = labels[labels.length - length] ?? '';
    if (node.below.has(`!${label}`)) return length - 1;
    const next = node.below.get(label) ?? node.below.get('*');
    if (next === undefined) return found;
    if (next.isSuffix) found = length;
    node = next;
  }
  return found;
}

/**
 * Tells the registrable domain of a host, where `github.io` and the like count as suffixes. The host itself where there
 * is none: `localhost`, an IP address, a suffix.
 */
export function domainReader(suffixes: string): (host: string) => string {
  const root = parseSuffixes(suffixes);
  return (host) => {
    const name = host.replace(/\.$/, '');
    if (isIpAddress(name)) return name;
    const labels = name.split('.');
    return labels.slice(-suffixLength(root, labels) - 1).join('.');
  };
}

/** Tells the site of a page: its registrable domain. Without the list each host is a site of its own. */
export function createSiteOf(readSuffixes: ReadSuffixes): SiteOf {
  return async (pageUrl) => {
    const url = URL.parse(pageUrl ?? '');
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
    const suffixes = await readSuffixes().catch(() => null);
    return suffixes === null ? url.hostname : domainReader(suffixes)(url.hostname);
  };
}

/** Reads the list from the extension's own files. */
export async function readPackedSuffixes(open: () => Promise<Response>): Promise<string> {
  const packed = (await open()).body;
  if (packed === null) return '';
  return new Response(packed.pipeThrough(new DecompressionStream('deflate-raw'))).text();
}
