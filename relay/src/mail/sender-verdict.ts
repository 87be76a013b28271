import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Verdict } from '@mayfly/shared/contract/message';
import type {
  AuthorFinding,
  SenderFindings,
  SignatureFinding,
  SignatureState,
  SpfFinding,
} from './sender-findings.ts';

/** docs/decisions/0011-what-a-verdict-says.md explains the rules that stand here. */
export interface VerdictRules {
  /** Forwarders whose ARC seal is believed. */
  readonly arcSealers: readonly string[];
}

type Author = Extract<AuthorFinding, { kind: 'one' }>;

/** Reasons hold nothing of a mail but names of domains, and those only when they are names. */
function shown(domain: string): string {
  const name = domainToASCII(domain);
  return /^[a-z0-9_.-]{1,253}$/.test(name) && isIP(name) === 0 ? name : 'an unreadable name';
}

const isWithin = (domain: string, parent: string) =>
  domain === parent || (parent !== '' && domain.endsWith(`.${parent}`));

/**
 * Whether the proof of one domain proves the other. Where a DMARC record says how to compare, it was compared. Without
 * one a domain speaks for itself and the names below it, which it hands out; while it is unknown, for itself.
 */
function speaksFor(
  { domain, aligned }: { readonly domain: string; readonly aligned: boolean },
  author: Author,
  dmarc: SenderFindings['dmarc'],
): boolean {
  if (dmarc.state === 'none') return isWithin(author.domain, domain);
  return aligned || (dmarc.state === 'no-answer' && domain === author.domain);
}

/** Whether it might have been a proof, had the DNS answered. What a stranger adds to a mail must not make it doubtful. */
const isKin = ({ domain }: { readonly domain: string }, author: Author) =>
  isWithin(domain, author.organization) || isWithin(author.domain, domain);

const signatureTexts: Record<Exclude<SignatureState, 'passed'>, string> = {
  partial: 'leaves a part of the mail unsigned',
  testing: 'is only a test of that domain',
  weak: 'is made with too weak a key or algorithm',
  'body-changed': 'failed: the mail was changed after it was signed',
  expired: 'has expired',
  wrong: 'failed',
  invalid: 'is not valid, or its key is not there',
  'no-answer': 'could not be checked: the DNS did not answer',
};

function signatureReason({ domain, state }: SignatureFinding, isProof: boolean): string {
  const by = `DKIM signature by ${shown(domain)}`;
  if (state !== 'passed') return `${by} ${signatureTexts[state]}`;
  return `${by} passed, ${isProof ? 'aligned with From' : 'not aligned with From'}`;
}

const spfTexts: Record<Exclude<SpfFinding['state'], 'pass'>, string> = {
  fail: 'failed: the sending address is not one of',
  softfail: 'failed softly: the sending address is probably not one of',
  neutral: 'says nothing of the sending address for',
  none: 'has no record at',
  permerror: 'has a record that cannot be used at',
  'no-answer': 'could not be checked: the DNS did not answer for',
};

function spfReason({ domain, state }: SpfFinding, isProof: boolean): string {
  if (state !== 'pass') return `SPF ${spfTexts[state]} ${shown(domain)}`;
  return `SPF passed for ${shown(domain)}, ${isProof ? 'aligned with From' : 'not aligned with From'}`;
}

function dmarcReason({ domain }: Author, { state, policy }: SenderFindings['dmarc']): string {
  const name = shown(domain);
  if (state === 'pass') return `DMARC passed for ${name}`;
  if (state === 'none') return `${name} publishes no DMARC policy`;
  if (state === 'no-answer')
    return `DMARC could not be checked: the DNS did not answer for ${name}`;
  return `DMARC failed for ${name}, whose policy is ${policy}`;
}

const authorTexts: Record<Exclude<AuthorFinding['kind'], 'one'>, string> = {
  missing: 'The mail has no From address that could be checked',
  'several-fields': 'The mail has more than one From field',
  'several-domains': 'From names more than one domain, or one that cannot be read',
};

function arcReason(
  { state, sealer, confirmed }: NonNullable<SenderFindings['arc']>,
  isBelieved: boolean,
) {
  const name = shown(sealer);
  if (state === 'fail') return `ARC seal by ${name} failed`;
  if (!isBelieved)
    return `ARC seal by ${name} passed, which is not among the forwarders that are believed`;
  return confirmed === null
    ? `ARC seal by ${name} passed, which did not see DMARC pass`
    : `ARC seal by ${name} passed, which saw DMARC pass for ${shown(confirmed)}`;
}

function decide(findings: SenderFindings, author: Author, isProven: boolean): Verdict['verdict'] {
  const { signatures, spf, dmarc } = findings;
  if (isProven) return 'pass';
  const unanswered = [...signatures, ...(spf === null ? [] : [spf])].filter(
    ({ state }) => state === 'no-answer',
  );
  if (dmarc.state === 'no-answer' || unanswered.some((finding) => isKin(finding, author))) {
    return 'unknown';
  }
  if (dmarc.state === 'fail') return dmarc.policy === 'none' ? 'none' : 'fail';
  // Without a DMARC policy the domain's SPF record alone may disown the mail.
  return spf?.state === 'fail' && spf.domain === author.domain ? 'fail' : 'none';
}

/** Says whether the mail is from whom its From names, and why. */
export function judgeSender(findings: SenderFindings, rules: VerdictRules): Verdict {
  const { author, signatures, spf, dmarc, arc } = findings;
  if (author.kind !== 'one') {
    const verdict = author.kind === 'missing' ? 'none' : 'fail';
    return { verdict, reasons: [authorTexts[author.kind]] };
  }
  const isProof = (finding: SignatureFinding | SpfFinding) =>
    (finding.state === 'passed' || finding.state === 'pass') && speaksFor(finding, author, dmarc);
  const isBelieved = arc?.state === 'pass' && rules.arcSealers.includes(arc.sealer);
  const isProven =
    signatures.some(isProof) ||
    (spf !== null && isProof(spf)) ||
    (isBelieved && arc.confirmed === author.domain);
  return {
    verdict: decide(findings, author, isProven),
    reasons: [
      ...signatures.map((signature) => signatureReason(signature, isProof(signature))),
      ...(signatures.length === 0 ? ['The mail is not signed (DKIM)'] : []),
      spf === null
        ? 'SPF was not checked: no public sending address is known'
        : spfReason(spf, isProof(spf)),
      dmarcReason(author, dmarc),
      ...(arc === null ? [] : [arcReason(arc, isBelieved)]),
    ],
  };
}

/** A verdict that no look at the mail has led to. */
export const undecided = (reason: string): Verdict => ({ verdict: 'unknown', reasons: [reason] });
