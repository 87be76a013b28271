import { describe, expect, it } from 'vitest';
import type { SenderFindings, SignatureFinding, SpfFinding } from './sender-findings.ts';
import { judgeSender } from './sender-verdict.ts';

const author = (domain: string, organization = domain) =>
  ({ kind: 'one', domain, organization }) as const;
const signature = (
  domain: string,
  state: SignatureFinding['state'] = 'passed',
  aligned = false,
): SignatureFinding => ({ domain, state, aligned });
const sent = (domain: string, state: SpfFinding['state'], aligned = false): SpfFinding => ({
  ...{ domain, state, aligned },
});
const dmarc = (
  state: SenderFindings['dmarc']['state'],
  policy: SenderFindings['dmarc']['policy'] = 'none',
) => ({ state, policy });

function judge(findings: Partial<SenderFindings>, arcSealers: readonly string[] = []) {
  const nothing = { signatures: [], spf: null, dmarc: dmarc('none'), arc: null };
  return judgeSender({ author: author('shop.example'), ...nothing, ...findings }, { arcSealers });
}
const verdict = (...args: Parameters<typeof judge>) => judge(...args).verdict;

describe('with a DMARC record', () => {
  it('passes what is aligned as the record says, and nothing else', () => {
    const aligned = signature('mail.shop.example', 'passed', true);
    expect(verdict({ signatures: [aligned], dmarc: dmarc('pass', 'reject') })).toBe('pass');
    expect(verdict({ spf: sent('shop.example', 'pass', true), dmarc: dmarc('pass') })).toBe('pass');
    const strict = signature('mail.shop.example');
    expect(verdict({ signatures: [strict], dmarc: dmarc('fail', 'reject') })).toBe('fail');
  });

  it('fails what the domain asks to refuse or set apart', () => {
    expect(verdict({ dmarc: dmarc('fail', 'reject') })).toBe('fail');
    expect(verdict({ dmarc: dmarc('fail', 'quarantine') })).toBe('fail');
    expect(verdict({ dmarc: dmarc('fail', 'none') })).toBe('none');
  });
});

describe('without a DMARC record', () => {
  it.each([
    ['its own signature', 'shop.example', 'shop.example', 'pass'],
    ['one of the domain above', 'news.shop.example', 'shop.example', 'pass'],
    ['one of a domain below', 'shop.example', 'news.shop.example', 'none'],
    ['one of a domain that only ends alike', 'shop.example', 'notshop.example', 'none'],
    ['a tail of its letters', 'shop.example', 'op.example', 'none'],
    ["a stranger's", 'shop.example', 'stranger.example', 'none'],
    ['no name', 'shop.example', '', 'none'],
  ])('judges by %s', (_, from, domain, expected) => {
    expect(verdict({ author: author(from), signatures: [signature(domain)] })).toBe(expected);
    expect(verdict({ author: author(from), spf: sent(domain, 'pass') })).toBe(expected);
  });

  it("fails what the domain's own SPF record disowns, unless it is signed", () => {
    const spf = sent('shop.example', 'fail');
    expect(verdict({ spf })).toBe('fail');
    expect(verdict({ spf: sent('shop.example', 'softfail') })).toBe('none');
    expect(verdict({ spf: sent('stranger.example', 'fail') })).toBe('none');
    expect(verdict({ spf, signatures: [signature('shop.example')] })).toBe('pass');
  });
});

describe('a DNS that does not answer', () => {
  const dead = dmarc('fail', 'reject');
  it.each<[string, Partial<SenderFindings>, string]>([
    ['for the policy', { dmarc: dmarc('no-answer') }, 'unknown'],
    [
      'for the key of the domain',
      { signatures: [signature('shop.example', 'no-answer')], dmarc: dead },
      'unknown',
    ],
    [
      'for the key of a domain below',
      { signatures: [signature('a.shop.example', 'no-answer')], dmarc: dead },
      'unknown',
    ],
    [
      'for the SPF record of the domain',
      { spf: sent('shop.example', 'no-answer'), dmarc: dead },
      'unknown',
    ],
    [
      "for a stranger's key",
      { signatures: [signature('stranger.example', 'no-answer')], dmarc: dead },
      'fail',
    ],
    [
      "for a stranger's SPF record",
      { spf: sent('stranger.example', 'no-answer'), dmarc: dead },
      'fail',
    ],
    [
      'for what is not needed',
      { signatures: [signature('shop.example')], spf: sent('shop.example', 'no-answer') },
      'pass',
    ],
    [
      'for the policy, of a signed mail',
      { signatures: [signature('shop.example')], dmarc: dmarc('no-answer') },
      'pass',
    ],
    [
      'for the policy, of one signed by the domain above',
      {
        author: author('a.shop.example'),
        signatures: [signature('shop.example')],
        dmarc: dmarc('no-answer'),
      },
      'unknown',
    ],
  ])('%s', (_, findings, expected) => {
    expect(verdict(findings)).toBe(expected);
  });
});

describe('a signature that proves nothing', () => {
  it.each(['partial', 'testing', 'weak', 'body-changed', 'expired', 'wrong', 'invalid'] as const)(
    '%s',
    (state) => {
      const found = judge({ signatures: [signature('shop.example', state, true)] });
      expect(found.verdict).toBe('none');
      expect(found.reasons[0]).toMatch(/^DKIM signature by shop\.example /);
      expect(found.reasons[0]).not.toContain('passed');
    },
  );
});

describe('a From that names nobody for certain', () => {
  it.each([
    ['missing', 'none'],
    ['several-fields', 'fail'],
    ['several-domains', 'fail'],
  ] as const)('%s', (kind, expected) => {
    const signatures = [signature('shop.example', 'passed', true)];
    const found = judge({ author: { kind }, signatures });
    expect(found.verdict).toBe(expected);
    expect(found.reasons).toHaveLength(1);
  });
});

describe('an ARC seal', () => {
  const sealed = (sealer: string, confirmed: string | null, state: 'pass' | 'fail' = 'pass') => ({
    dmarc: dmarc('fail', 'reject'),
    arc: { state, sealer, confirmed },
  });
  const believed = ['forwarder.example'];

  it('is believed of those whom the operator names, about the domain in From', () => {
    expect(verdict(sealed('forwarder.example', 'shop.example'), believed)).toBe('pass');
    expect(verdict(sealed('forwarder.example', 'shop.example'))).toBe('fail');
    expect(verdict(sealed('x.forwarder.example', 'shop.example'), believed)).toBe('fail');
    expect(verdict(sealed('forwarder.example', 'other.example'), believed)).toBe('fail');
    expect(verdict(sealed('forwarder.example', null), believed)).toBe('fail');
    expect(verdict(sealed('forwarder.example', 'shop.example', 'fail'), believed)).toBe('fail');
  });
});

describe('the reasons', () => {
  it('hold names of domains and nothing else that a sender wrote', () => {
    const odd = ['192.0.2.7', '[192.0.2.7]', 'a b.example', '<b>.example', 'x'.repeat(300), 'a@b'];
    const { reasons } = judge({
      author: author('bücher.example'),
      signatures: odd.map((domain) => signature(domain)),
      spf: sent('2001:db8::1', 'fail'),
    });
    expect(reasons).toEqual([
      ...odd.map(() => 'DKIM signature by an unreadable name passed, not aligned with From'),
      'SPF failed: the sending address is not one of an unreadable name',
      'xn--bcher-kva.example publishes no DMARC policy',
    ]);
  });
});
