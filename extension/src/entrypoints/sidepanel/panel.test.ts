// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, unmountAll } from '../../../test/mount.ts';
import {
  contentOf,
  createWorld,
  filling,
  inboxOf,
  messageOf,
  minute,
  now,
  type PartialWorld,
} from '../../../test/popup-fixture.ts';
import App from '../popup/App.vue';

afterEach(unmountAll);

async function open(over: PartialWorld) {
  const fixture = createWorld(over);
  return { ...fixture, ...(await mount(App, { deps: fixture.deps })) };
}

const shop = inboxOf('shop', { site: 'shop.example' });
const bank = inboxOf('bank', { site: 'bank.example', createdAt: now - 20 * minute });
const keep = 'Keep open at the side';
const shown = ({ all }: Awaited<ReturnType<typeof open>>) => all('.address')[0]?.textContent;

describe('the side panel', () => {
  it('opens in the window of the popup, which closes', async () => {
    const page = await open({ inboxes: [shop] });
    await page.click(keep);
    expect(page.opened).toEqual([3]);
    expect(page.closed).toEqual(['popup']);
  });

  it('is said not to have opened, and the popup stays', async () => {
    const page = await open({ panelOpens: false });
    await page.click(keep);
    expect(page.said()).toContainEqual(expect.stringContaining('did not open its side panel'));
    expect(page.closed).toEqual([]);
  });

  it('is not offered where there is none', async () => {
    const page = await open({ inboxes: [shop], panelOpens: null });
    expect(page.has(keep)).toBe(false);
  });

  it('fills into the tab that is in front now', async () => {
    const page = await open({ inboxes: [shop], staysOpen: true, tabId: 7 });
    page.goToTab(8, null);
    await page.settled();
    await page.click('Fill here: shop@mayfly.test');
    expect(page.sent).toEqual([{ name: 'inbox.fill', payload: { inboxId: 'shop', tabId: 8 } }]);
  });

  it('shows the address of the site that comes to the front, and stays with it elsewhere', async () => {
    const page = await open({ inboxes: [shop, bank], staysOpen: true });
    expect(shown(page)).toBe('shop@mayfly.test');
    page.goToTab(8, 'login.bank.example');
    await page.settled();
    expect(shown(page)).toBe('bank@mayfly.test');
    page.goToTab(9, null);
    await page.settled();
    expect(shown(page)).toBe('bank@mayfly.test');
  });

  it('keeps the mail open that somebody reads when another tab comes to the front', async () => {
    const messages = [messageOf('shop', 'm', contentOf())];
    const page = await open({ inboxes: [shop, bank], messages, staysOpen: true });
    await page.click('Please confirm');
    page.goToTab(8, 'bank.example');
    await page.settled();
    expect(page.has('Back')).toBe(true);
    expect(page.text()).toContain('shop@mayfly.test');
  });

  it('keeps an address that was chosen by hand while its tab loads', async () => {
    const page = await open({ inboxes: [shop, bank], staysOpen: true, host: 'shop.example' });
    await page.click('bank@mayfly.test');
    page.goToTab(7, 'shop.example');
    await page.settled();
    expect(shown(page)).toBe('bank@mayfly.test');
  });

  it('says what lets it into a page', async () => {
    const replies = { 'inbox.fill': filling('not-reachable') };
    const page = await open({ inboxes: [shop], staysOpen: true, replies });
    await page.click('Fill here: shop@mayfly.test');
    expect(page.said()).toContainEqual(expect.stringContaining('Press its button in the toolbar'));
  });
});
