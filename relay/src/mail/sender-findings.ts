import { Readable } from 'node:stream';
import { arc } from 'mailauth/lib/arc/index.js';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { evaluateDmarc } from 'mailauth/lib/dmarc/index.js';
import { spf } from 'mailauth/lib/spf/index.js';
import type { LookUp } from './bounded-lookups.ts';
import { field, textField } from './unknown.ts';

/** What came of one DKIM signature. `partial`: it leaves a part of the body unsigned (`l=`). */
export type SignatureState =
  | 'passed'
  | 'partial'
  | 'testing'
  | 'weak'
  | 'body-changed'
  | 'expired'
  | 'wrong'
  | 'invalid'
  | 'no-answer';

export interface SignatureFinding {
  readonly domain: string;
  readonly state: SignatureState;
  /** As the domain's DMARC record has it; false where it has none. */
  readonly aligned: boolean;
}

export interface SpfFinding {
  readonly domain: string;
  readonly state: 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'permerror' | 'no-answer';
  readonly aligned: boolean;
}

/** Who the mail says that it is from. */
export type AuthorFinding =
  | { readonly kind: 'one'; readonly domain: string; readonly organization: string }
  | { readonly kind: 'missing' | 'several-fields' | 'several-domains' };

export interface DmarcFinding {
  readonly state: 'pass' | 'fail' | 'none' | 'no-answer';
  readonly policy: 'none' | 'quarantine' | 'reject';
}

export interface ArcFinding {
  readonly state: 'pass' | 'fail';
  /** Who sealed last, and whom that one found to be the author. */
  readonly sealer: string;
  readonly confirmed: string | null;
}

/** What SPF, DKIM, DMARC and ARC say of a mail, before anything is made of it. */
export interface SenderFindings {
  readonly author: AuthorFinding;
  readonly signatures: readonly SignatureFinding[];
  /** Null when no client address is known that could be judged. */
  readonly spf: SpfFinding | null;
  readonly dmarc: DmarcFinding;
  readonly arc: ArcFinding | null;
}

export interface MailToExamine {
  /** The mail in pieces; the body may be left out when nothing signs it. */
  readonly pieces: Iterable<Buffer>;
  readonly sender: string;
  readonly helo: string;
  readonly address: string | null;
  readonly now: number;
  /** Our own name. */
  readonly hostname: string;
}

/** A look-up for each of the examinations, so that none can use up what another needs. */
export type LookUps = Readonly<Record<'dkim' | 'spf' | 'dmarc' | 'arc', LookUp>>;

type Dkim = Awaited<ReturnType<typeof dkimVerify>>;
type Signature = Dkim['results'][number];
type Spf = Awaited<ReturnType<typeof spf>>;
type Dmarc = Awaited<ReturnType<typeof evaluateDmarc>>;

/** RFC 8301 section 3.2. */
const minBitLength = 1024;

function stateOf(signature: Signature, now: number): SignatureState {
  const { status, bodyHash, bodyHashExpecting, expiresAfter } = signature;
  if (status.result === 'temperror') return 'no-answer';
  if (status.result === 'policy') return 'weak';
  if (status.result === 'fail') return 'wrong';
  if (status.result === 'pass') {
    if ((status.underSized ?? 0) > 0) return 'partial';
    return status.testing === true ? 'testing' : 'passed';
  }
  if (bodyHash !== undefined && bodyHash !== bodyHashExpecting) return 'body-changed';
  return expiresAfter && Date.parse(expiresAfter) < now ? 'expired' : 'invalid';
}

const bare = (domain: string) => domain.toLowerCase().replace(/\.$/, '');

function signaturesOf(dkim: Dkim, now: number): { domain: string; state: SignatureState }[] {
  return dkim.results.flatMap((signature) => {
    const { signingDomain } = signature;
    return signingDomain ? [{ domain: bare(signingDomain), state: stateOf(signature, now) }] : [];
  });
}

const spfStates = new Set(['pass', 'fail', 'softfail', 'neutral', 'none', 'permerror'] as const);

function spfState(result: string): SpfFinding['state'] {
  for (const state of spfStates) if (state === result) return state;
  return 'no-answer';
}

async function examineSpf(mail: MailToExamine, resolver: LookUp) {
  const { sender, helo, address: ip, hostname: mta } = mail;
  if (ip === null) return null;
  const result: Spf = await spf({ sender, helo, ip, mta, resolver });
  return { domain: bare(result.domain), state: spfState(result.status.result) };
}

function authorOf({ response, reason }: Dmarc): AuthorFinding {
  const domain = response === false ? undefined : response.status.header?.from;
  if (response !== false && domain !== undefined) {
    return { kind: 'one', domain: bare(domain), organization: bare(response.domain) };
  }
  if (reason === 'multiple-from-fields') return { kind: 'several-fields' };
  return { kind: reason === 'no-author-domain' ? 'missing' : 'several-domains' };
}

function dmarcOf({ response }: Dmarc): DmarcFinding {
  if (response === false) return { state: 'none', policy: 'none' };
  const { policy } = response;
  return {
    state:
      response.status.result === 'temperror'
        ? 'no-answer'
        : response.status.result === 'pass' || response.status.result === 'fail'
          ? response.status.result
          : 'none',
    policy: policy === 'reject' || policy === 'quarantine' ? policy : 'none',
  };
}

/** The Author Domain that the newest sealer says to have seen DMARC pass for (RFC 8617 section 4.1.1). */
function confirmedBy(authenticationResults: unknown): string | null {
  const dmarc = field(authenticationResults, 'dmarc');
  const from = textField(field(dmarc, 'header'), 'from');
  return textField(dmarc, 'result') === 'pass' && from !== null ? bare(from) : null;
}

async function examineArc({ arc: data }: Dkim, resolver: LookUp): Promise<ArcFinding | null> {
  if (data === undefined || data.chain === false) return null;
  const { chain } = data;
  const result = await arc({ ...data, chain }, { resolver, minBitLength });
  const seal = field(field(chain.at(-1)?.['arc-seal'], 'parsed'), 'd');
  const isPass = result.status.result === 'pass';
  return {
    state: isPass ? 'pass' : 'fail',
    sealer: bare(textField(seal, 'value') ?? ''),
    confirmed: isPass ? confirmedBy(result.authenticationResults) : null,
  };
}

/** Looks at a mail with mailauth, which this file alone imports. Fetches nothing but by the look-ups. */
export async function examineSender(
  mail: MailToExamine,
  lookUps: LookUps,
): Promise<SenderFindings> {
  const { now } = mail;
  const [dkim, sent] = await Promise.all([
    dkimVerify(Readable.from(mail.pieces), {
      resolver: lookUps.dkim,
      curTime: new Date(now),
      rejectRsaSha1: true,
      minBitLength,
    }),
    examineSpf(mail, lookUps.spf),
  ]);
  const signatures = signaturesOf(dkim, now);
  const dmarc = await evaluateDmarc({
    headerFrom: dkim.headerFrom,
    fromFields: dkim.fromFields,
    spfDomains: sent?.state === 'pass' ? [sent.domain] : [],
    dkimDomains: signatures.filter(({ state }) => state === 'passed'),
    resolver: lookUps.dmarc,
  });
  const alignedSpf = dmarc.response === false ? undefined : dmarc.response.alignment?.spf.result;
  return {
    author: authorOf(dmarc),
    signatures: signatures.map(({ domain, state }) => ({
      domain,
      state,
      aligned: state === 'passed' && dmarc.dkimAligned?.has(domain) === true,
    })),
    spf: sent === null ? null : { ...sent, aligned: alignedSpf !== undefined },
    dmarc: dmarcOf(dmarc),
    // A chain matters only where the mail itself proves nothing.
    arc: dmarcOf(dmarc).state === 'pass' ? null : await examineArc(dkim, lookUps.arc),
  };
}
