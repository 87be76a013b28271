import { getDomain, getHostname } from 'tldts';

/**
 * The site of a page: its registrable domain, where `github.io` and the like count as suffixes; the host itself where
 * there is none (`localhost`, an IP address). Null for pages that are not of the web.
 */
export function siteOf(pageUrl: string | undefined): string | null {
  const url = URL.parse(pageUrl ?? '');
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  return getDomain(url.href, { allowPrivateDomains: true }) ?? getHostname(url.href) ?? null;
}
