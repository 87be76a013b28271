import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';
import { openExtension } from '../fixtures/extension.ts';
import { popupStates } from '../fixtures/popup-states.ts';
import { startRelay } from '../fixtures/relay.ts';

/** What axe objects to, in light and in dark: rule and elements. */
async function objections(page: Page) {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axe.source);
    // The frame of a mail runs no scripts, so that axe cannot look into it; what stands there is not ours.
    const { violations } = await page.evaluate(async () => await axe.run({ iframes: false }));
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ html }) => `${colorScheme}: ${id}: ${html}`));
    }
  }
  return found;
}

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
