import type { Page } from 'puppeteer-core';
import { readAccessible } from '../fixtures/accessible.ts';
import { browserKinds } from '../fixtures/browser.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addressIn } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

const label = 'Mayfly: fill in an address';
const fresh = 'Use a fresh address';
const off = 'No icons on this site';

const itemsIn = async (page: Page) =>
  (await readAccessible(page)).filter(({ role }) => role === 'menuitem').map(({ name }) => name);

const menuOpens = (page: Page) =>
  until(async () => (await itemsIn(page)).length > 0, { what: 'a menu' });

/** Waits until a part with this name has the focus. */
const hasFocus = (page: Page, name: string) =>
  until(
    async () => {
      const parts = await readAccessible(page);
      return parts.some((part) => part.name === name && part.states['focused'] === true);
    },
    { what: `the focus on "${name}"` },
  );

for (const kind of browserKinds) {
  test(`the keyboard alone fills an address by the menu of the icon, in ${kind}`, async ({
    journey,
  }) => {
    const { visit, display, clickOn } = await journey({ kind, grant: true });
    const page = await visit('/with-code');
    await iconAt(page, display, '#email').shows();
    await clickOn(page, '#email');
    display.press('alt+Down', 'Return');
    await addressIn(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('email');
  });
}

test('a screen reader hears of the icon, its menu and where it is in there', async ({
  journey,
}) => {
  const { visit, display, clickOn } = await journey({ kind: 'chromium', grant: true });
  const page = await visit('/with-code');
  await iconAt(page, display, '#email').shows();
  const icon = async () => (await readAccessible(page)).find(({ name }) => name === label);
  expect(await icon()).toMatchObject({
    role: 'button',
    states: { hasPopup: 'menu', expanded: false },
  });
  await clickOn(page, '#email');
  display.press('alt+Down');
  await menuOpens(page);
  expect(await itemsIn(page)).toEqual([fresh, off]);
  expect(await readAccessible(page)).toContainEqual(
    expect.objectContaining({ role: 'menu', name: label }),
  );
  await hasFocus(page, fresh);
  display.press('Down');
  await hasFocus(page, off);
  display.press('Down');
  await hasFocus(page, fresh);
  display.press('Escape');
  await hasFocus(page, 'E-mail address');
  expect(await itemsIn(page)).toEqual([]);
});

test('the icon does not stand between the fields of a form, and is reached after them', async ({
  journey,
}) => {
  const { visit, display, clickOn } = await journey({ kind: 'chromium', grant: true });
  const page = await visit('/with-code');
  await iconAt(page, display, '#email').shows();
  await clickOn(page, '#email');
  for (const next of ['Password', 'Sign up', label]) {
    display.press('Tab');
    await hasFocus(page, next);
  }
  display.press('Return');
  await menuOpens(page);
  await hasFocus(page, fresh);
  display.press('Tab');
  await hasFocus(page, 'Password');
  expect(await itemsIn(page)).toEqual([]);
});

test('a page keeps the keys that it has a use for, and cannot press them itself', async ({
  journey,
}) => {
  const { visit, display, clickOn } = await journey({ kind: 'chromium', grant: true });
  const page = await visit('/with-code');
  await iconAt(page, display, '#email').shows();
  await clickOn(page, '#email');
  await page.evaluate(() => {
    const keys = { key: 'ArrowDown', altKey: true, bubbles: true, composed: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', keys));
  });
  expect(await itemsIn(page)).toEqual([]);
  await page.evaluate(() => {
    document.addEventListener('keydown', (event) => {
      event.preventDefault();
      document.title = 'Heard';
    });
  });
  display.press('alt+Down');
  await until(async () => (await page.title()) === 'Heard', { what: 'the page to hear the key' });
  expect(await itemsIn(page)).toEqual([]);
});
