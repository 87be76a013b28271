import type { Browser, Page } from 'puppeteer-core';
import { gotoExtensionPage } from '../fixtures/browser.ts';
import { setInChromium } from '../fixtures/extensions-page.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, test } from '../fixtures/journey.ts';
import { createPopup } from '../fixtures/popup.ts';
import { addressIn, signUp } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

declare const chrome: { readonly storage: { readonly local: { get(): Promise<object> } } };

/** Runs in a page of the extension: all that it keeps on disk, as text. */
async function kept(): Promise<string> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  const stores = [];
  // To open one that is not there would make it.
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      stores.push(await done(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  const local = await chrome.storage.local.get();
  return JSON.stringify([stores, local]);
}

async function openPrivateWindow(browser: Browser, url: string): Promise<Page> {
  const page = await until(
    async () => (await browser.pages()).find((one) => one.url() === 'chrome://newtab/') ?? null,
    { what: 'the private window' },
  );
  await page.goto(url);
  await page.bringToFront();
  return page;
}

test('in a private window icon, code and popup work, and nothing of it is kept', async ({
  journey,
}) => {
  const person = await journey({ kind: 'chromium', grant: true });
  const { visit, display, site, browser, extensionUrl } = person;
  await setInChromium(browser, extensionUrl, { inPrivateWindows: true });
  // The browser has loaded the extension anew for it, and closed its pages.
  const control = await browser.newPage();
  await gotoExtensionPage(control, `${extensionUrl}/options.html`);
  await visit('/article');
  display.press('ctrl+shift+n');
  const page = await openPrivateWindow(browser, `${site.origin}/with-code`);
  await iconAt(page, display, '#email').use();
  const address = await addressIn(page);
  await signUp(page);
  expect(site.accounts).toMatchObject([{ email: address }]);
  await iconAt(page, display, '#code').shows();
  expect(await control.evaluate(kept)).not.toContain(address);

  // A normal window of the same site knows nothing of it.
  const normal = await visit('/with-code');
  await iconAt(normal, display, '#email').shows();
  const popup = createPopup(control, display);
  await popup.open();
  await popup.waitFor('No address yet');
  expect(await popup.text()).not.toContain(address);
});
