import type { X509Certificate } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import { certificateTrouble, isAboutTime } from './certificate-words.ts';
import { fail, type Finding, type Judged, pass, warn, worst } from './finding.ts';
import type { MailSetup } from './mail-setup.ts';
import { inWords, type Route } from './place.ts';
import { probeSmtp, type SmtpFacts, type SmtpReply } from './smtp-probe.ts';

export interface MailCheckDeps {
  readonly setup: MailSetup;
  readonly route: Route;
  readonly trust: SecureContext;
  readonly withinMs: number;
  readonly now: number;
  /** Why the relay of this configuration would not offer STARTTLS. */
  readonly whyNoTls: () => Promise<Judged>;
  /** Whether mail from outside was seen to arrive. */
  readonly cameFromOutside: boolean;
}

type Reached = Extract<SmtpFacts, { isReached: true }>;
type JudgeReached = (facts: Reached) => Judged | null;

const port = 25;
const soonMs = 14 * 86_400_000;

const said = ({ lines }: SmtpReply) => `"${lines.join(' ').slice(0, 200)}"`;

const mendUnreached: ReadonlyMap<string, string> = new Map([
  [
    'ECONNREFUSED',
    'start the relay with MAYFLY_SMTP_HOST=0.0.0.0 MAYFLY_SMTP_PORT=25, or forward port 25 to it',
  ],
  [
    'ETIMEDOUT',
    'open TCP port 25 in the firewall; some providers block it until one asks, and some routers let nobody reach their own address',
  ],
]);

function judgePort(address: string, facts: SmtpFacts, cameFromOutside: boolean): Judged {
  if (facts.isReached) return pass(`${address} answers`);
  const mend =
    mendUnreached.get(facts.reason) ?? 'see the log of the relay, and of what stands before it';
  const found = `${address} is not reached from here: ${inWords(facts.reason)}`;
  return cameFromOutside ? warn(`${found}; mail from outside arrives`, mend) : fail(found, mend);
}

function judgePorts(all: readonly Judged[]): Judged | null {
  const judged = worst(all);
  return judged?.level === 'pass' ? pass(all.map(({ found }) => found).join('; ')) : judged;
}

const judgeGreeting =
  ({ mx }: MailSetup): JudgeReached =>
  ({ greeting }) => {
    const name = (greeting.lines[0] ?? '').slice(4).split(' ')[0] ?? '';
    if (greeting.code !== 220)
      return fail(`it answers ${said(greeting)}`, 'see the log of the relay, and /readyz');
    if (name.toLowerCase() === mx) return pass(`it greets as ${mx}`);
    return fail(
      `it greets as ${name.slice(0, 200)}, not as ${mx}`,
      `start the relay with MAYFLY_SMTP_NAME=${mx}; if it has that, another mail server has port ${port}`,
    );
  };

const judgeOurs =
  ({ domain }: MailSetup): JudgeReached =>
  ({ ours }) => {
    if (ours.code >= 200 && ours.code < 300) return pass(`it takes mail for ${domain}`);
    if (ours.code < 500)
      return fail(`it asks to come again: ${said(ours)}`, 'see the log of the relay, and /readyz');
    return fail(
      `it refuses mail for ${domain}: ${said(ours)}`,
      `start the relay with MAYFLY_DOMAINS=${domain}`,
    );
  };

const judgeForeign: JudgeReached = ({ foreign }) =>
  foreign.code >= 200 && foreign.code < 300
    ? fail(
        'it takes mail for other domains, which spammers will use',
        'the relay never does; see which mail server has port 25, and close it',
      )
    : pass('it takes mail for nobody else');

function judgeName(certificate: X509Certificate, mx: string): Judged {
  if (certificate.checkHost(mx) !== undefined) return pass(`it is for ${mx}`);
  const names = certificate.subjectAltName?.replaceAll('DNS:', '') ?? 'nobody';
  return fail(
    `it is for ${names.slice(0, 200)}, not for ${mx}`,
    `have your ACME client make one for ${mx}, and name it in MAYFLY_TLS_CERT`,
  );
}

function judgeEnd(certificate: X509Certificate, now: number): Judged {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const { validFromDate: from, validToDate: to } = certificate;
  const mend = 'have your ACME client renew it; the relay takes the new file within five seconds';
  if (now < from.getTime())
    return fail(
      `it is valid from ${day(from)} only`,
      'set the clock right (timedatectl set-ntp true), or wait',
    );
  if (now >= to.getTime()) return fail(`it expired on ${day(to)}`, mend);
  if (to.getTime() - now < soonMs) return warn(`it ends on ${day(to)}`, mend);
  return pass(`it is good until ${day(to)}`);
}

/** Null where the line on its end says what is wrong, behind which this cannot be seen. */
function judgeTrust(certificate: X509Certificate, trouble: string | null, now: number) {
  if (trouble === null || trouble === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return pass('it is from an authority that senders know');
  const { validFromDate: from, validToDate: to } = certificate;
  const isOver = now < from.getTime() || now >= to.getTime();
  if (isAboutTime(trouble) && isOver) return null;
  const why = isAboutTime(trouble)
    ? 'its chain has a part that is over, or not valid yet'
    : (certificateTrouble(trouble) ?? trouble);
  return fail(
    `senders that verify do not deliver: ${why}`,
    'get one from an authority such as Let\u2019s Encrypt, and give its whole chain (fullchain.pem) in MAYFLY_TLS_CERT',
  );
}

interface Looks {
  readonly id: string;
  readonly about: string;
  readonly judge: JudgeReached;
}

function looksAt({ setup, now }: MailCheckDeps, noTls: Judged): readonly Looks[] {
  const onCertificate =
    (
      judge: (certificate: X509Certificate, trouble: string | null) => Judged | null,
    ): JudgeReached =>
    ({ tls }) =>
      tls?.certificate ? judge(tls.certificate, tls.trouble) : null;
  const judgeTls: JudgeReached = ({ tls }) => {
    if (tls === null) return noTls;
    if (tls.certificate !== null) return pass('TLS is offered');
    return fail(
      `TLS is offered, and fails: ${inWords(tls.trouble ?? 'no certificate')}`,
      'see the log of the relay',
    );
  };
  return [
    { id: 'greeting', about: 'Greeting', judge: judgeGreeting(setup) },
    { id: 'takes-mail', about: 'Own mail', judge: judgeOurs(setup) },
    { id: 'open-relay', about: 'Mail of others', judge: judgeForeign },
    { id: 'starttls', about: 'STARTTLS', judge: judgeTls },
    {
      id: 'certificate-name',
      about: 'Certificate: name',
      judge: onCertificate((certificate) => judgeName(certificate, setup.mx)),
    },
    {
      id: 'certificate-end',
      about: 'Certificate: end',
      judge: onCertificate((certificate) => judgeEnd(certificate, now)),
    },
    {
      id: 'certificate-trust',
      about: 'Certificate: trust',
      judge: onCertificate((certificate, trouble) => judgeTrust(certificate, trouble, now)),
    },
  ];
}

/** Speaks to the mail host at each of its addresses, as a sender would. */
export async function checkMail(
  deps: MailCheckDeps,
  addresses: readonly string[],
): Promise<readonly Finding[]> {
  const { setup, route, trust, withinMs, cameFromOutside } = deps;
  const question = {
    ...{ mx: setup.mx, trust, withinMs },
    ours: `postmaster@${setup.domain}`,
    // A name that nobody can have (RFC 2606 section 2).
    foreign: 'postmaster@elsewhere.invalid',
  };
  const facts = await Promise.all(
    addresses.map((address) => probeSmtp(route(address, port), question)),
  );
  const reached = facts.filter((each) => each.isReached);
  const isPlain = reached.some(({ tls }) => tls === null);
  const noTls = isPlain ? await deps.whyNoTls() : pass('');
  const ports = addresses.flatMap((address, at) => {
    const one = facts[at];
    return one === undefined ? [] : [judgePort(address, one, cameFromOutside)];
  });
  const all = [
    { id: 'port-25', about: 'Port 25', judged: judgePorts(ports) },
    ...looksAt(deps, noTls).map(({ id, about, judge }) => ({
      ...{ id, about },
      judged: worst(reached.flatMap((each) => judge(each) ?? [])),
    })),
  ];
  return all.flatMap(({ id, about, judged }) =>
    judged === null ? [] : [{ id, about, ...judged }],
  );
}
