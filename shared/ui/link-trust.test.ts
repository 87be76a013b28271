import { describe, expect, it } from 'vitest';
import { linkTrust, type TrustInput } from './link-trust.ts';

const trust = (over: Partial<TrustInput> & { url?: string; destination?: string }) => {
  const { url = 'https://shop.example/confirm', destination, ...rest } = over;
  return linkTrust({
    link: destination === undefined ? { url } : { url, destination },
    site: 'shop.example',
    from: { name: '', address: 'hello@shop.example' },
    verdict: undefined,
    ...rest,
  });
};

describe('linkTrust', () => {
  it('is calm when the link leads to the site or below it', () => {
    expect(trust({})).toBe('calm');
    expect(trust({ url: 'https://accounts.shop.example/x' })).toBe('calm');
  });

  it('is calm when the destination behind a tracker can be seen and is the site', () => {
    const tracked = { url: 'https://t.example/?u=1', destination: 'https://shop.example/confirm' };
    expect(trust(tracked)).toBe('calm');
  });

  it('asks when the link leads elsewhere, whoever says to have sent it', () => {
    expect(trust({ url: 'https://evil.example/' })).toBe('ask');
    expect(trust({ url: 'https://shop.example.evil.example/' })).toBe('ask');
  });

  it('is calm elsewhere only when the sender is proven to belong to the site', () => {
    const url = 'https://login.example/';
    expect(trust({ url, verdict: { verdict: 'pass', reasons: [] } })).toBe('calm');
    expect(trust({ url, verdict: { verdict: 'fail', reasons: [] } })).toBe('ask');
    const stranger = { name: '', address: 'hello@shop.example.evil.example' };
    expect(trust({ url, from: stranger, verdict: { verdict: 'pass', reasons: [] } })).toBe('ask');
  });

  it('is calm for an address that was made for no site', () => {
    expect(trust({ url: 'https://anything.example/', site: null })).toBe('calm');
  });

  it('never opens what is no web address', () => {
    expect(trust({ url: 'javascript:alert(1)' })).toBe('never');
    expect(trust({ url: 'data:text/html,x', site: null })).toBe('never');
  });
});
