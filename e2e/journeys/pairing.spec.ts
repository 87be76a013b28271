import { createClient } from '@mayfly/shared/client/client';
import { expect as expectAt, type Page, test as plain } from '@playwright/test';
import type { Page as Puppet } from 'puppeteer-core';
import {
  type BrowserKind,
  browserKinds,
  gotoExtensionPage,
  launchBrowser,
} from '../fixtures/browser.ts';
import { type Display, startDisplay } from '../fixtures/display.ts';
import { openExtension } from '../fixtures/extension.ts';
import { expect, test } from '../fixtures/journey.ts';
import { pageWith } from '../fixtures/page-with.ts';
import { codeIn, pairingLink } from '../fixtures/pairing.ts';
import { createPopup, type Popup } from '../fixtures/popup.ts';
import { startRelay } from '../fixtures/relay.ts';
import { siteHost } from '../fixtures/sites.ts';
import { until } from '../fixtures/until.ts';

/** In the settings, where the address of a relay goes. */
async function paste(page: Page, link: string) {
  await page.getByLabel('Address of the relay').fill(link);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

plain('a pairing link pasted in the settings opens a private relay, once', async () => {
  await using relay = await startRelay({ MAYFLY_ACCESS: 'private' });
  await using extension = await openExtension();
  const link = await pairingLink(relay, 'Laptop');
  const page = await extension.open('options');
  await paste(page, link);
  await expectAt(page.getByText(`Paired with ${new URL(relay.url).host}.`)).toBeVisible();
  await expectAt(page.getByLabel('Address of the relay')).toHaveValue(relay.url);
  await expectAt(page.getByRole('listitem').filter({ hasText: 'Laptop' })).toContainText(
    'This browser',
  );
  const popup = await extension.open('popup');
  await popup.getByRole('button', { name: 'Make an address' }).click();
  await expectAt(popup.locator('.address').first()).toHaveText(/@mayfly\.test$/);
  await paste(page, link);
  await expectAt(page.getByText('This pairing link does not work, or no longer.')).toBeVisible();
  await popup.getByRole('button', { name: 'New address' }).click();
  await expectAt(popup.getByText('Other addresses')).toBeVisible();
});

plain('access is withdrawn in the settings, and its browser says so in words', async () => {
  await using relay = await startRelay({ MAYFLY_ACCESS: 'private' });
  await using extension = await openExtension();
  const page = await extension.open('options');
  await paste(page, await pairingLink(relay, 'Laptop'));
  await page.getByText('Paired with').waitFor();
  const popup = await extension.open('popup');
  await popup.getByRole('button', { name: 'Make an address' }).click();
  await popup.locator('.address').first().waitFor();

  const { token } = await relay.client.pair(codeIn(await pairingLink(relay, 'Phone')));
  const phone = createClient({ baseUrl: relay.url, accessToken: token });
  await page.reload();
  await page.getByRole('button', { name: 'Withdraw the access of Phone' }).click();
  await page.getByRole('group').getByRole('button', { name: 'Withdraw' }).click();
  await expectAt(page.getByText('Access of “Phone” is withdrawn.')).toBeVisible();
  await expectAt(phone.listAccess()).rejects.toMatchObject({ code: 'token-invalid' });

  const tablet = await relay.client.pair(codeIn(await pairingLink(relay, 'Tablet')));
  const other = createClient({ baseUrl: relay.url, accessToken: tablet.token });
  const laptop = (await other.listAccess()).items.find(({ label }) => label === 'Laptop');
  await other.withdrawAccess(laptop?.id ?? '');
  await expectAt(popup.getByText('New mail to it is refused.')).toBeVisible({ timeout: 30_000 });
  await popup.getByRole('button', { name: 'New address' }).click();
  await expectAt(popup.getByText('It was withdrawn')).toBeVisible();
});

/** What the web inbox does with the code in its address; told by the title. */
async function offer(page: Puppet, code: string) {
  await page.evaluate((content) => {
    const meta = document.createElement('meta');
    document.head.append(Object.assign(meta, { name: 'mayfly-pair', content }));
    document.addEventListener('mayfly-paired', () => (document.title = 'Told'));
  }, code);
  await page.bringToFront();
}

const isTold = async (page: Puppet) => (await page.title()) === 'Told';

/** On the screen, where Chromium puts the button “Allow” into a window of that size. */
const allowButton = { x: 765, y: 256 };

/** The browser's question for the host, answered as a person does: yes. Chromium's takes the popup's place. */
async function allowHost(kind: BrowserKind, display: Display, page: Puppet, popup: Popup) {
  if (kind === 'chromium')
    await until(async () => !(await popup.isOpen()), { what: 'the popup to close' });
  // In its first moment it hears nothing.
  const answer = async () => {
    if (kind === 'chromium') display.click(allowButton.x, allowButton.y);
    else display.press('alt+a');
    return await isTold(page);
  };
  await until(answer, { what: 'the page to be told', seconds: 20, everyMs: 1000 });
}

for (const kind of browserKinds) {
  test(`a page of the relay that offers a pairing is paired with in the popup of ${kind}`, async ({
    journey,
  }) => {
    const { relay, browser, popup, control } = await journey({ kind });
    const page = await browser.newPage();
    await page.goto(`${relay.url}/#pair=${codeIn(await pairingLink(relay, 'From the page'))}`);
    await page.waitForSelector('::-p-text(Pair with this relay)');
    await page.bringToFront();
    await popup.open();
    await popup.waitFor(`Pair this browser with ${new URL(relay.url).host}?`);
    await popup.click('Pair');
    await popup.waitFor('Paired with');
    await page.waitForSelector('::-p-text(The extension is paired.)');
    const left = () => page.evaluate(() => document.querySelectorAll('meta[name^=mayfly]').length);
    expect(await left()).toBe(0);
    await control.reload({ waitUntil: [] });
    await control.waitForSelector('::-p-text(From the page)');
  });

  test(`${kind} asks for the host of a relay elsewhere, and pairs when it is allowed`, async () => {
    await using stack = new AsyncDisposableStack();
    const display = stack.use(await startDisplay());
    const elsewhere = { MAYFLY_ACCESS: 'private', MAYFLY_PUBLIC_URL: `http://${siteHost}` };
    const relay = stack.use(await startRelay(elsewhere));
    const { browser, extensionUrl } = await launchBrowser({ kind, display });
    stack.defer(() => browser.close());
    const control = await pageWith(browser, '/welcome.html');
    await gotoExtensionPage(control, `${extensionUrl}/options.html`);
    const popup = createPopup(control, display);
    const page = await browser.newPage();
    await page.goto(`http://${siteHost}:${relay.http.port}/`);
    await offer(page, codeIn(await pairingLink(relay, 'From the page')));
    await popup.open();
    await popup.click('Pair');
    await allowHost(kind, display, page, popup);
    await control.waitForSelector('::-p-text(From the page)');
  });
}
