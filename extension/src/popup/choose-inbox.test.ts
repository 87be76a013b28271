import { describe, expect, it } from 'vitest';
import { inboxOf, minute, now } from '../../test/popup-fixture.ts';
import { firstChoice } from './choose-inbox.ts';

const made = (minutesAgo: number) => ({ createdAt: now - minutesAgo * minute });
const shop = inboxOf('shop', { site: 'shop.example', ...made(30) });
const newest = inboxOf('newest', made(1));
const endedNow = inboxOf('ended', { ...made(0), ended: true });

describe('firstChoice', () => {
  it('is the living inbox of the site in the tab', () => {
    expect(firstChoice([newest, shop], 'login.shop.example', now)).toBe(shop);
  });

  it('does not take a look-alike for the site', () => {
    expect(firstChoice([newest, shop], 'evilshop.example', now)).toBe(newest);
  });

  it('is the newest living one on other pages', () => {
    expect(firstChoice([endedNow, shop, newest], null, now)).toBe(newest);
  });

  it('is an ended one only when nothing lives', () => {
    expect(firstChoice([endedNow], null, now)).toBe(endedNow);
    expect(firstChoice([], null, now)).toBeNull();
  });
});
