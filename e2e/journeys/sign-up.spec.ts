import type { Page } from 'puppeteer-core';
import { browserKinds } from '../fixtures/browser.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { addressIn, isVerified, signUp } from '../fixtures/steps.ts';

/** From the filled field on: send the form, open the popup by its key, press the link's button once. */
async function verifyFromPopup({ popup, site, tabWith }: Journey, page: Page) {
  const address = await addressIn(page);
  await signUp(page);
  await popup.open();
  await popup.click('Confirm e-mail');
  const opened = await tabWith('/verify?token=');
  expect(await isVerified(opened)).toBe(true);
  expect(site.accounts).toMatchObject([{ email: address, verified: true }]);
}

for (const kind of browserKinds) {
  test(`right click, the menu's item, one click in the popup, and the site says verified, in ${kind}`, async ({
    journey,
  }) => {
    const person = await journey({ kind });
    const page = await person.visit();
    await person.chooseFromMenu(page, '#email');
    await verifyFromPopup(person, page);
    // The site is none of the hosts that the extension may reach: what the click granted was enough.
    expect(await person.hosts()).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  });
}

test('the popup makes an address and puts it into the form', async ({ journey }) => {
  const person = await journey({ kind: 'chromium' });
  const page = await person.visit();
  await person.clickOn(page, '#email');
  await person.popup.open();
  await person.popup.click('Make an address');
  await addressIn(page);
  await person.popup.close();
  await verifyFromPopup(person, page);
});

test('the shortcut fills the field the cursor is in', async ({ journey }) => {
  const person = await journey({ kind: 'chromium' });
  const page = await person.visit();
  await person.clickOn(page, '#email');
  person.display.press('alt+shift+m');
  await verifyFromPopup(person, page);
});

test('a form made by script keeps the address', async ({ journey }) => {
  const person = await journey({ kind: 'chromium' });
  const page = await person.visit('/framework');
  await person.chooseFromMenu(page, '#email');
  const address = await addressIn(page);
  expect(await page.$eval('#state', ({ textContent }) => textContent)).toBe(address);
  await verifyFromPopup(person, page);
});
