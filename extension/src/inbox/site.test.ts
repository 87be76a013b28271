import { getDomain } from 'tldts';
import { describe, expect, it } from 'vitest';
import { packSuffixes, suffixText } from '../../build/public-suffixes.ts';
import { createSiteOf, domainReader, readPackedSuffixes } from './site.ts';

const suffixes = suffixText();
const siteOf = createSiteOf(async () => suffixes);

describe('the site of a page', () => {
  it.each([
    ['https://www.example.com/sign-up?next=1', 'example.com'],
    ['http://shop.example.co.uk:8080/', 'example.co.uk'],
    ['https://anna.github.io/', 'anna.github.io'],
    ['https://a.b.c.ck/', 'b.c.ck'],
    ['https://www.ck/', 'www.ck'],
    ['https://x.city.kobe.jp/', 'city.kobe.jp'],
    ['https://bücher.example.рф/', 'example.xn--p1ai'],
    ['http://localhost:3000/', 'localhost'],
    ['http://127.0.0.1:3000/', '127.0.0.1'],
    ['http://[::1]:3000/', '[::1]'],
    ['https://co.uk/', 'co.uk'],
    ['https://shop.nosuchtld/', 'shop.nosuchtld'],
  ])('of %s is %s', async (url, site) => {
    expect(await siteOf(url)).toBe(site);
  });

  it.each(['about:blank', 'chrome://settings', 'file:///tmp/a.html', 'nonsense', undefined])(
    'of %s is none',
    async (url) => {
      expect(await siteOf(url)).toBeNull();
    },
  );

  it('is the host alone when the list cannot be read', async () => {
    const blind = createSiteOf(() => Promise.reject(new Error('gone')));
    expect(await blind('https://www.example.com/')).toBe('www.example.com');
  });
});

/** Every rule of the list, and a name one and two labels below it. */
function* namesOf(text: string): Generator<string> {
  const path: string[] = [];
  let last = '';
  for (const [token] of text.matchAll(/[^(),]+|[()]/g)) {
    if (token === '(') path.push(last);
    else if (token === ')') path.pop();
    else {
      last = token.replace(/^!|-$/g, '').replace('*', 'star');
      const name = [last, ...path.toReversed()].join('.');
      yield name;
      yield `one.${name}`;
      yield `two.one.${name}`;
    }
  }
}

describe('domainReader', () => {
  it('agrees with tldts about the whole list', () => {
    const names = [...namesOf(suffixes)];
    const expected = names.map((name) => getDomain(name, { allowPrivateDomains: true }) ?? name);
    expect(names.length).toBeGreaterThan(25_000);
    expect(names.map(domainReader(suffixes))).toEqual(expected);
  });

  it('comes out of the packed list as it went in', async () => {
    const open = async () => new Response(new Uint8Array(packSuffixes()));
    expect(await readPackedSuffixes(open)).toBe(suffixes);
  });
});
