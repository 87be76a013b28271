import { domainToASCII } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inboxOf } from '../../test/popup-fixture.ts';
import { searchInboxes } from './search-inboxes.ts';

const sites = {
  k3v9: 'shop.example',
  p7w2: 'bank.example',
  z5m8: domainToASCII('müller-straße.example'),
  free: null,
};
const listed = Object.entries(sites).map(([id, site]) => ({
  inbox: inboxOf(id, { site }),
  unread: 0,
}));
const found = (query: string) => searchInboxes(listed, query).map(({ inbox }) => inbox.id);

describe('searchInboxes', () => {
  it.each([
    ['a site', 'shop.example', ['k3v9']],
    ['a part of a site', 'hop', ['k3v9']],
    ['an address', 'p7w2@mayfly.test', ['p7w2']],
    ['a part of an address', '7w', ['p7w2']],
    ['an address of no site', 'free@', ['free']],
    ['what several have in common, in their order', 'example', ['k3v9', 'p7w2', 'z5m8']],
    ['what none has', 'cinema', []],
  ])('finds by %s', (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('does not mind case and space around', () => {
    expect(found('  SHOP ')).toEqual(['k3v9']);
  });

  it('wants each word, wherever it stands', () => {
    expect(found('mayfly shop')).toEqual(['k3v9']);
    expect(found('shop bank')).toEqual([]);
  });

  it.each(['müll', 'MULLER', 'müller-straße', 'muller-strasse', 'xn--mller', 'mu\u0308ller'])(
    'finds a site with letters of other alphabets by %s',
    (query) => {
      expect(found(query)).toEqual(['z5m8']);
    },
  );

  it('finds all by nothing', () => {
    expect(found(' ')).toHaveLength(listed.length);
  });
});
