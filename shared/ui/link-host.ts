const openable = new Set(['http:', 'https:']);

/** The address as a URL that may be opened in a tab, else null. */
export function openableUrl(text: string): URL | null {
  const url = URL.parse(text);
  return url !== null && openable.has(url.protocol) ? url : null;
}

/** The host that a person should read before opening a link: with its port, IDNs as A-labels (RFC 5890). */
export function linkHost(text: string): string | null {
  return openableUrl(text)?.host ?? null;
}

/** True when `host` is `domain` or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/** More of a link's text than this nobody reads as the name of a host. */
const longestText = 400;
const hostShape = /^(?:[\p{L}\p{N}-]+[.。])+[\p{L}\p{N}-]{2,24}$/u;
const hasLetter = /\p{L}/u;

/** Cuts away what stands around the host in `https://www.example.com/path` or `(name@example.com)`. */
function hostPart(word: string): string {
  const afterScheme = word.includes('//') ? word.slice(word.indexOf('//') + 2) : word;
  const authority = afterScheme.split(/[/?#\\]/u, 1)[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/u, '');
  return host.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** The hosts that a text names, in the form in which URLs have them. */
export function hostsNamedIn(text: string): string[] {
  const visible = text.slice(0, longestText).replace(/\p{Cf}/gu, '');
  return visible.split(/[\s,;|<>()[\]"'“”„«»]+/u).flatMap((word) => {
    const host = hostPart(word);
    if (!hostShape.test(host) || !hasLetter.test(host)) return [];
    const parsed = URL.parse(`http://${host}`);
    return parsed === null ? [] : [parsed.hostname.replace(/^www\./u, '')];
  });
}

/**
 * The host to write after a link, because its text lets a person expect another one: the text names a different
 * host, the host is an IDN (its letters may only look familiar), or a name stands before an `@`.
 */
export function hostToTell(url: URL, text: string): string | null {
  if (!openable.has(url.protocol)) return null;
  const surprising =
    url.username !== '' ||
    url.hostname.includes('xn--') ||
    hostsNamedIn(text).some((named) => !isWithin(url.hostname, named));
  return surprising ? url.host : null;
}
