import { Resolver } from 'node:dns/promises';
import type { DnsResolver } from './dns-cache.ts';

/** Asks these servers, or those of the system when there are none. Gives up sooner than a verdict's deadline. */
export function createDnsResolver(servers: readonly string[]): DnsResolver {
  const resolver = new Resolver({ timeout: 800, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  return (name, rrtype) => resolver.resolve(name, rrtype);
}
