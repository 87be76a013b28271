import { describe, expect, it } from 'vitest';
import { inboxOf, minute, now } from '../../test/popup-fixture.ts';
import { firstChoice, isForTab, nextChoice } from './choose-inbox.ts';

const made = (minutesAgo: number) => ({ createdAt: now - minutesAgo * minute });
const shop = inboxOf('shop', { site: 'shop.example', ...made(30) });
const newest = inboxOf('newest', made(1));
const endedNow = inboxOf('ended', { ...made(0), ended: true });
const tabOf = (host: string | null, id = 7) => ({ id, host });

describe('isForTab', () => {
  it('goes by the site where it is known', () => {
    const filledHere = { ...shop, tabId: 7 };
    expect(isForTab(shop, tabOf('login.shop.example'))).toBe(true);
    expect(isForTab(filledHere, tabOf('elsewhere.example'))).toBe(false);
  });

  it('does not take a look-alike for the site', () => {
    expect(isForTab(shop, tabOf('evilshop.example'))).toBe(false);
  });

  it('goes by the form that was filled where the site is not known', () => {
    const filledHere = { ...shop, tabId: 7 };
    expect(isForTab(filledHere, tabOf(null, 7))).toBe(true);
    expect(isForTab(filledHere, tabOf(null, 8))).toBe(false);
    expect(isForTab(shop, { id: null, host: null })).toBe(false);
  });
});

describe('firstChoice', () => {
  it('is the living inbox of the site in the tab', () => {
    expect(firstChoice([newest, shop], tabOf('login.shop.example'), now)).toBe(shop);
  });

  it('is the newest living one on other pages', () => {
    expect(firstChoice([endedNow, shop, newest], tabOf(null), now)).toBe(newest);
  });

  it('is an ended one only when nothing lives', () => {
    expect(firstChoice([endedNow], tabOf(null), now)).toBe(endedNow);
    expect(firstChoice([], tabOf(null), now)).toBeNull();
  });
});

describe('nextChoice', () => {
  it('is the inbox of the site that comes to the front', () => {
    expect(nextChoice([newest, shop], newest, tabOf('shop.example'), now)).toBe(shop);
  });

  it('stays with the one that is shown when the site has none, or one that has ended', () => {
    const ended = { ...shop, ended: true };
    expect(nextChoice([newest, shop], newest, tabOf('other.example'), now)).toBe(newest);
    expect(nextChoice([newest, ended], newest, tabOf('shop.example'), now)).toBe(newest);
  });

  it('stays with an older inbox of the same site that was chosen by hand', () => {
    const newer = inboxOf('newer', { site: 'shop.example', ...made(2) });
    expect(nextChoice([newer, shop], shop, tabOf('shop.example'), now)).toBe(shop);
    expect(nextChoice([newer, shop], newest, tabOf('shop.example'), now)).toBe(newer);
  });
});
