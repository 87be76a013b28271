// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, unmountAll } from '../../test/mount.ts';
import { inboxOf, now } from '../../test/popup-fixture.ts';
import type { OwnInbox } from '../storage/model.ts';
import AddressList from './AddressList.vue';

afterEach(unmountAll);

/** The chosen one, `a0`, and as many others as are wanted, each with a site of its own. */
async function listOf(others: number, over: (n: number) => Partial<OwnInbox> = () => ({})) {
  const chosen: string[] = [];
  const reopened: string[] = [];
  const inboxes = Array.from({ length: others + 1 }, (_, n) => ({
    inbox: inboxOf(`a${n}`, { site: `site-${n}.example`, ...over(n) }),
    unread: 0,
  }));
  const onChoose = (id: string) => chosen.push(id);
  const onReopen = (id: string) => reopened.push(id);
  const props = { inboxes, chosenId: 'a0', busy: false, now, locale: 'en', onChoose, onReopen };
  const page = await mount(AddressList, props);
  const field = () => page.root.querySelector('input');
  return {
    ...page,
    chosen,
    reopened,
    field,
    title: () => page.root.querySelector('h2')?.textContent,
    sites: () => page.all('.name').map(({ textContent }) => textContent),
    async type(words: string) {
      const input = field();
      if (input === null) throw new Error('There is no field to type into');
      input.value = words;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await page.settled();
    },
    /** Whether somebody else, as the browser, would still act on the key. */
    async pressEscape() {
      const init = { key: 'Escape', bubbles: true, cancelable: true };
      const goesOn = field()?.dispatchEvent(new KeyboardEvent('keydown', init));
      await page.settled();
      return goesOn;
    },
  };
}

/** Every third one has ended. */
const third = (n: number) => ({ ended: n % 3 === 2 });

describe('the list of addresses', () => {
  it('has no search while all can be seen at a look', async () => {
    const page = await listOf(5);
    expect(page.field()).toBeNull();
    expect(page.sites()).toHaveLength(5);
  });

  it('is not there without another address', async () => {
    expect((await listOf(0)).text()).toBe('');
  });

  it('shows twenty of many, and all when asked to', async () => {
    const page = await listOf(104);
    expect(page.sites()).toHaveLength(20);
    await page.click('Show all 104');
    expect(page.sites()).toHaveLength(104);
    expect(document.activeElement?.textContent).toContain('site-21.example');
    expect(page.has('Show all')).toBe(false);
  });
});

describe('past addresses', () => {
  it('stand apart, one click away, with the way back for each', async () => {
    const page = await listOf(5, third);
    expect(page.sites()).toEqual(['site-1.example', 'site-3.example', 'site-4.example']);
    await page.click('Past addresses');
    expect(page.sites().slice(3)).toEqual(['site-2.example', 'site-5.example']);
    expect(page.text()).toContain('They stay in this browser for 400 days');
    await page.click('Reopen a5@mayfly.test');
    expect(page.reopened).toEqual(['a5']);
    await page.click('site-2.example');
    expect(page.chosen).toEqual(['a2']);
    await page.click('Past addresses');
    expect(page.sites()).toHaveLength(3);
  });

  it('say when each of them ended', async () => {
    const page = await listOf(1, () => ({ expiresAt: now - 21 * 24 * 60 * 60_000 }));
    await page.click('Past addresses');
    expect(page.text()).toContain('21 days ago');
  });

  it('are twenty at first, and all when asked to', async () => {
    const page = await listOf(30, () => ({ ended: true }));
    expect(page.title()).toBe('Past addresses30');
    await page.click('Past addresses');
    expect(page.sites()).toHaveLength(20);
    await page.click('Show all 30 past addresses');
    expect(page.sites()).toHaveLength(30);
    expect(document.activeElement?.textContent).toContain('site-21.example');
  });

  it('are not those whose address lives again', async () => {
    const page = await listOf(2, (n) => ({ address: 'anna@mayfly.test', ended: n === 2 }));
    expect(page.has('Past addresses')).toBe(false);
  });
});

describe('the search', () => {
  it('shows what is found as somebody types, and says how many', async () => {
    const page = await listOf(30);
    expect(page.title()).toBe('Other addresses');
    expect(page.said()).toEqual(['']);
    await page.type('SITE-2');
    expect(page.title()).toBe('Found');
    expect(page.sites()).toHaveLength(11);
    expect(page.said()).toEqual(['11 addresses found']);
    await page.type('site-29');
    expect(page.sites()).toEqual(['site-29.example']);
    expect(page.said()).toEqual(['1 address found']);
  });

  it('finds those that have ended, and the chosen one', async () => {
    const page = await listOf(8, third);
    await page.type('site-5');
    expect(page.sites()).toEqual(['site-5.example']);
    expect(page.buttons()).toContain('Reopen a5@mayfly.test');
    await page.type('site-0');
    expect(page.all('[aria-current=true] .name').map((one) => one.textContent)).toEqual([
      'site-0.example',
    ]);
  });

  it('says that nothing is found', async () => {
    const page = await listOf(8);
    await page.type(' cinema');
    expect(page.sites()).toEqual([]);
    expect(page.said()).toEqual(['There is no site or address with “cinema”.']);
  });

  it('is emptied by the first Escape, which the browser does not see', async () => {
    const page = await listOf(8);
    await page.type('site-5');
    expect(await page.pressEscape()).toBe(false);
    expect(page.field()?.value).toBe('');
    expect(page.sites()).toHaveLength(8);
    expect(await page.pressEscape()).toBe(true);
  });

  it('is emptied by its button, and keeps the focus', async () => {
    const page = await listOf(8);
    await page.type('site-5');
    await page.click('Empty the search');
    expect(page.sites()).toHaveLength(8);
    expect(document.activeElement).toBe(page.field());
  });

  it('ends when an address is chosen', async () => {
    const page = await listOf(8);
    await page.type('site-5');
    await page.click('site-5.example');
    expect(page.chosen).toEqual(['a5']);
    expect(page.title()).toBe('Other addresses');
  });
});
