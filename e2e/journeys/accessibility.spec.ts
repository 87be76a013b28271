import { expect, type Page, test } from '@playwright/test';
import { objections } from '../fixtures/objections.ts';
import { openExtension } from '../fixtures/extension.ts';
import { cardOn, iconOn, type LookShown, menuOn, openLooks } from '../fixtures/open-looks.ts';
import { pairingLink } from '../fixtures/pairing.ts';
import { popupStates } from '../fixtures/popup-states.ts';
import { startRelay } from '../fixtures/relay.ts';

test('the popup can be used by everyone, in each of its states', async () => {
  await using relay = await startRelay();
  await using extension = await openExtension();
  const page = await extension.open('popup');
  for (const { name, reach } of popupStates(extension, relay)) {
    await reach(page);
    expect(await objections(page), name).toEqual([]);
  }
});

for (const name of ['options', 'welcome'] as const) {
  test(`the ${name} page can be used by everyone`, async () => {
    await using extension = await openExtension();
    const page = await extension.open(name);
    await page.getByRole('heading').first().waitFor();
    expect(await objections(page)).toEqual([]);
  });
}

test('the question before everything is forgotten can be used by everyone', async () => {
  await using extension = await openExtension();
  const page = await extension.open('options');
  await page.getByRole('button', { name: 'Forget everything' }).click();
  const safe = page.getByRole('group').getByRole('button', { name: 'Cancel' });
  await expect(safe).toBeFocused();
  expect(await objections(page)).toEqual([]);
  await safe.press('Enter');
  await expect(page.getByRole('button', { name: 'Forget everything' })).toBeFocused();
});

test('the list of who has access can be used by everyone, and so can its question', async () => {
  await using relay = await startRelay({ MAYFLY_ACCESS: 'private' });
  await using extension = await openExtension();
  await extension.connect(await pairingLink(relay, 'Laptop'), 'Paired with');
  const page = await extension.open('options');
  const withdraw = page.getByRole('button', { name: 'Withdraw the access of Laptop' });
  await withdraw.waitFor();
  expect(await objections(page)).toEqual([]);
  await withdraw.click();
  const safe = page.getByRole('group').getByRole('button', { name: 'Cancel' });
  await expect(safe).toBeFocused();
  expect(await objections(page)).toEqual([]);
  await safe.press('Enter');
  await expect(withdraw).toBeFocused();
});

const entry = (page: Page) => menuOn(page).getByRole('menuitem').first();
const code = { value: '481205', inboxId: 'i', messageId: 'm' };

/**
 * What axe objects to in what the extension shows. It stands beside the body, where axe judges no colours: a still copy
 * of it is put inside.
 */
async function objectionsToShown(page: Page) {
  await page.evaluate(() => {
    for (const host of document.querySelectorAll<HTMLElement>('[data-mayfly]')) {
      const copy = document.createElement('div');
      copy.className = 'copy';
      const { left, top, width, height } = host.getBoundingClientRect();
      copy.style.cssText = `position: fixed; z-index: 9; left: ${left}px; top: ${top}px;
        width: ${width}px; height: ${height}px; color-scheme: ${host.style.colorScheme}`;
      const root = copy.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = host.shadowRoot?.adoptedStyleSheets ?? [];
      for (const child of host.shadowRoot?.children ?? []) root.append(child.cloneNode(true));
      document.body.append(copy);
    }
  });
  return await objections(page, '.copy');
}

/** What the extension shows in pages, and how a person comes to it. */
const shownInPages: Readonly<
  Record<string, { shown: LookShown; reach: (page: Page) => Promise<unknown> }>
> = {
  'the icon': { shown: {}, reach: (page) => iconOn(page).waitFor() },
  'its menu': {
    shown: { offers: { isOff: false, address: 'quiet-heron-42@mayfly.test', code: null } },
    reach: (page) => iconOn(page).click(),
  },
  'its menu over a filled field': {
    shown: {},
    async reach(page) {
      await iconOn(page).click();
      await entry(page).click();
      // It is filled then; a click before that would only close the menu.
      await menuOn(page).waitFor({ state: 'hidden' });
      await iconOn(page).click();
      await menuOn(page).getByText('Undo').waitFor();
    },
  },
  'its note of what did not work': {
    shown: { address: null },
    async reach(page) {
      await iconOn(page).click();
      await entry(page).click();
      await page.getByRole('alert').waitFor();
    },
  },
  'the card of a mail': {
    shown: {
      card: {
        ...{ inboxId: 'i', messageId: 'm', site: 'shop.test', leadsTo: 'shop.test' },
        ...{ kind: 'verify', opens: true },
      },
    },
    reach: (page) => cardOn(page).waitFor(),
  },
};

for (const [ground, look] of Object.entries({ light: 'grid', dark: 'dark' })) {
  test(`icon, menu and card can be used by everyone on a ${ground} page`, async () => {
    await using looks = await openLooks();
    for (const [name, { shown, reach }] of Object.entries(shownInPages)) {
      const page = await looks.open(look, shown);
      await reach(page);
      expect(await objectionsToShown(page), name).toEqual([]);
      await page.close();
    }
  });
}

test('the icon of a code and its menu can be used by everyone', async () => {
  await using looks = await openLooks();
  const page = await looks.open('code', { offers: { isOff: false, address: null, code } });
  await iconOn(page).waitFor();
  await page.focus('#code');
  await page.keyboard.press('Alt+ArrowDown');
  await entry(page).waitFor();
  expect(await objectionsToShown(page)).toEqual([]);
});
