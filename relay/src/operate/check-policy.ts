import type { SecureContext } from 'node:tls';
import {
  type MtaStsPolicy,
  mtaStsPath,
  mtaStsPolicy,
  policyNames,
  readMtaStsPolicy,
} from '../core/mta-sts.ts';
import { certificateTrouble } from './certificate-words.ts';
import { type FetchedPolicy, fetchPolicy } from './fetch-policy.ts';
import { fail, type Finding, type Judged, pass, warn } from './finding.ts';
import type { MailSetup } from './mail-setup.ts';
import { inWords, type Route } from './place.ts';

export interface PolicyCheckDeps {
  readonly setup: MailSetup;
  readonly route: Route;
  readonly trust: SecureContext;
  readonly withinMs: number;
  /** Whether the mail host takes mail over TLS; else the relay serves no policy, which would keep mail away. */
  readonly offersTls: boolean;
}

/** What the DNS says of the policy. */
export interface PolicyPlace {
  readonly policyAddresses: readonly string[];
  /** Whether senders know that there is one. */
  readonly announcesPolicy: boolean;
}

const day = 86_400;

const urlOf = ({ domain }: MailSetup) => `https://mta-sts.${domain}${mtaStsPath}`;

/** Where the policy belongs, and its text. */
function serve(setup: MailSetup): string[] {
  const lines = mtaStsPolicy(setup.policy).trimEnd().split('\r\n');
  return [`serve at ${urlOf(setup)} as text/plain:`, ...lines.map((line) => `  ${line}`)];
}

function judgeFailure(reason: string, setup: MailSetup): Judged {
  const host = `mta-sts.${setup.domain}`;
  const certificate = certificateTrouble(reason);
  if (certificate !== null)
    return fail(
      `senders do not trust the certificate of ${host}: ${certificate}`,
      `have your TLS front get a certificate for ${host}`,
    );
  return fail(
    `${urlOf(setup)} cannot be fetched: ${inWords(reason)}`,
    `let your TLS front answer for ${host} at port 443, and open that port in the firewall`,
  );
}

function judgePolicy(policy: MtaStsPolicy, setup: MailSetup): Judged {
  const { mx } = setup;
  if (policy.mode === 'none') return warn('it says that TLS is not asked for', ...serve(setup));
  if (!policyNames(policy, mx))
    return fail(
      `it names ${policy.mx.join(', ')}, not ${mx}, so senders do not deliver`,
      ...serve(setup),
      'and change the id of the _mta-sts record',
    );
  if (policy.mode === 'testing')
    return warn('senders only report what does not fit (mode: testing)', ...serve(setup));
  if (policy.maxAge < day) return warn('senders forget it within a day (max_age)', ...serve(setup));
  return pass(`senders deliver to ${mx} over TLS alone`);
}

function judgeFetched(fetched: FetchedPolicy, setup: MailSetup, offersTls: boolean): Judged {
  if (!fetched.ok) return judgeFailure(fetched.reason, setup);
  const { status, type, text } = fetched;
  if (status >= 400 && !offersTls)
    return warn('it is not served, since mail comes in without TLS', 'mend STARTTLS first');
  if (status !== 200) return fail(`${urlOf(setup)} answers ${status}`, ...serve(setup));
  const policy = readMtaStsPolicy(text);
  if (policy === null) return fail(`what lies at ${urlOf(setup)} is no policy`, ...serve(setup));
  if (!/^text\/plain(?:;|$)/i.test(type))
    return fail(`the policy is served as ${type || 'nothing'}, not as text/plain`, ...serve(setup));
  return judgePolicy(policy, setup);
}

/** Fetches the policy and holds it against the host that takes the mail. */
export async function checkPolicy(
  { setup, route, trust, withinMs, offersTls }: PolicyCheckDeps,
  { policyAddresses, announcesPolicy }: PolicyPlace,
): Promise<readonly Finding[]> {
  const [address] = policyAddresses;
  if (address === undefined) return [];
  const host = `mta-sts.${setup.domain}`;
  const fetched = await fetchPolicy(route(address, 443), { host, trust, withinMs });
  const judged = judgeFetched(fetched, setup, offersTls);
  // Nobody asks for a policy that is not announced.
  const level = judged.level === 'fail' && !announcesPolicy ? 'warn' : judged.level;
  return [{ id: 'mta-sts-policy', about: 'MTA-STS policy', ...judged, level }];
}
