import type { Link, Mailbox, Verdict } from '../contract/message.ts';
import { isWithin, openableUrl } from './link-host.ts';

export interface TrustInput {
  readonly link: Pick<Link, 'url' | 'destination'>;
  /** The registrable domain for which the address was made; null when it was made for none. */
  readonly site: string | null;
  readonly from: Mailbox | null;
  readonly verdict: Verdict | undefined;
}

/** `calm`: opens at a click. `ask`: shows where it leads and asks once more. `never`: no web address. */
export type LinkTrust = 'calm' | 'ask' | 'never';

function senderBelongsTo(
  site: string,
  from: Mailbox | null,
  verdict: Verdict | undefined,
): boolean {
  if (verdict?.verdict !== 'pass' || from === null) return false;
  return isWithin(from.address.slice(from.address.lastIndexOf('@') + 1).toLowerCase(), site);
}

/** Says how to treat a link of a mail, by the site for which the address was made. */
export function linkTrust({ link, site, from, verdict }: TrustInput): LinkTrust {
  const url = openableUrl(link.url);
  if (url === null) return 'never';
  if (site === null) return 'calm';
  // A tracker's own host says nothing; where the destination can be seen it counts as well.
  const hosts = [url, openableUrl(link.destination ?? '')].flatMap(
    (known) => known?.hostname ?? [],
  );
  const leadsHome = hosts.some((host) => isWithin(host, site));
  return leadsHome || senderBelongsTo(site, from, verdict) ? 'calm' : 'ask';
}
