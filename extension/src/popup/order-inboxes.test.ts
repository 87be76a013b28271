import { describe, expect, it } from 'vitest';
import { inboxOf, minute, now } from '../../test/popup-fixture.ts';
import { orderInboxes } from './order-inboxes.ts';

const made = (minutesAgo: number) => ({ createdAt: now - minutesAgo * minute });
const tab = { id: 7, host: 'www.shop.example' };
const idsOf = (unseen: Map<string, number>) =>
  orderInboxes(
    [
      inboxOf('old', made(50)),
      inboxOf('new', made(1)),
      inboxOf('ended', { ...made(20), ended: true }),
      inboxOf('shop', { ...made(40), site: 'shop.example' }),
    ],
    unseen,
    tab,
  ).map(({ inbox }) => inbox.id);

describe('orderInboxes', () => {
  it('puts this tab’s site first, then the newest, ended or not', () => {
    expect(idsOf(new Map())).toEqual(['shop', 'new', 'ended', 'old']);
  });

  it('puts new mail before everything else', () => {
    expect(
      idsOf(
        new Map([
          ['old', 2],
          ['ended', 1],
        ]),
      ),
    ).toEqual(['ended', 'old', 'shop', 'new']);
  });
});
