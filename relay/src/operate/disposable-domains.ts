import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** Says whether the public list of disposable domains, as it was when the relay was built, has a domain. Asks nobody. */
export function readDisposableDomains(): (domain: string) => boolean {
  const listed = disposableEmailBlocklistSet();
  return (domain) => listed.has(domain);
}
