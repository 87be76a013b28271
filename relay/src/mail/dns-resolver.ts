import { Resolver } from 'node:dns/promises';
import type { DnsResolver } from './dns-cache.ts';

/** Sooner over than a verdict's deadline. */
const usualPatience = { timeout: 800, tries: 2 };

/** Asks these servers, or those of the system when there are none. */
export function createDnsResolver(
  servers: readonly string[],
  patience: { readonly timeout: number; readonly tries: number } = usualPatience,
): DnsResolver {
  const resolver = new Resolver(patience);
  if (servers.length > 0) resolver.setServers(servers);
  return (name, rrtype) => resolver.resolve(name, rrtype);
}
