// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, unmountAll } from '../../test/mount.ts';
import { inboxOf, now } from '../../test/popup-fixture.ts';
import AddressList from './AddressList.vue';

afterEach(unmountAll);

/** The chosen one, `a0`, and as many others as are wanted, each with a site of its own. */
async function listOf(others: number) {
  const chosen: string[] = [];
  const inboxes = Array.from({ length: others + 1 }, (_, n) => ({
    inbox: inboxOf(`a${n}`, { site: `site-${n}.example`, ended: n % 3 === 2 }),
    unread: 0,
  }));
  const onChoose = (id: string) => chosen.push(id);
  const props = { inboxes, chosenId: 'a0', now, locale: 'en', onChoose };
  const page = await mount(AddressList, props);
  const field = () => page.root.querySelector('input');
  return {
    ...page,
    chosen,
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
    const page = await listOf(8);
    await page.type('site-5');
    expect(page.sites()).toEqual(['site-5.example']);
    expect(page.text()).toContain('ended');
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
