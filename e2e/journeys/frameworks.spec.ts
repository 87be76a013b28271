import type { Page } from 'puppeteer-core';
import { browserKinds } from '../fixtures/browser.ts';
import { frameworks } from '../fixtures/frameworks.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { addressIn } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

/** A form made with each framework, and one whose fields have a mask. Lit's is in a shadow root. */
const paths = [...frameworks.map((name) => `/frameworks/${name}/`), '/masked'];
const [email, again] = ['>>> #email', '>>> #again'];

const textOf = (page: Page, selector: string) =>
  page.$eval(selector, ({ textContent }) => textContent);

async function fillByIcon({ display }: Journey, page: Page) {
  await iconAt(page, display, email).use();
}

/** The ways that need no grant; each ends with the popup closed. */
const ways: Readonly<Record<string, (person: Journey, page: Page) => Promise<void>>> = {
  'the menu': ({ chooseFromMenu }, page) => chooseFromMenu(page, email),
  async 'the shortcut'({ clickOn, display }, page) {
    await clickOn(page, email);
    display.press('alt+shift+m');
  },
  async 'the popup'({ clickOn, popup }, page) {
    await clickOn(page, email);
    await popup.open();
    await popup.click('New address');
    await addressIn(page, again);
    await popup.close();
  },
};

type Fill = (person: Journey, page: Page) => Promise<void>;

/** Goes to a form, fills it and sends it: what is seen, what the page's script knows and what the site gets are one. */
async function signUpAt(person: Journey, page: Page, path: string, fill: Fill) {
  const { accounts, origin } = person.site;
  const before = accounts.length;
  await page.goto(origin + path);
  await page.waitForSelector(email);
  await fill(person, page);
  const address = await addressIn(page, email);
  expect(await addressIn(page, again)).toBe(address);
  await page.waitForSelector('>>> #send:enabled');
  expect(await textOf(page, '>>> #state')).toBe(address);
  await Promise.all([page.waitForSelector('#waiting'), page.click('>>> #send')]);
  expect(accounts.slice(before)).toMatchObject([{ email: address }]);
}

for (const kind of browserKinds) {
  test(`each framework's state knows what an icon fills in, in ${kind}`, async ({ journey }) => {
    test.setTimeout(240_000);
    const person = await journey({ kind, grant: true });
    const page = await person.visit();
    for (const path of paths) await test.step(path, () => signUpAt(person, page, path, fillByIcon));
  });

  test(`each framework's state knows what menu, shortcut and popup fill in, in ${kind}`, async ({
    journey,
  }) => {
    test.setTimeout(240_000);
    const person = await journey({ kind });
    const page = await person.visit();
    for (const path of paths)
      for (const [way, fill] of Object.entries(ways))
        await test.step(`${path} by ${way}`, () => signUpAt(person, page, path, fill));
  });
}

test('undo empties both fields of a form made with React, and its state', async ({ journey }) => {
  const person = await journey({ kind: 'chromium', grant: true });
  const page = await person.visit('/frameworks/react/');
  await page.waitForSelector(email);
  await fillByIcon(person, page);
  await addressIn(page, again);
  // When all is filled, the cursor is back in the first field.
  await page.waitForSelector('#email:focus');
  await iconAt(page, person.display, email).click();
  // The last entry but one.
  person.display.press('Up', 'Up', 'Return');
  const values = () =>
    page.$$eval('#email, #again', (fields) =>
      fields.map((field) => field instanceof HTMLInputElement && field.value).join(''),
    );
  await until(async () => (await values()) === '', { what: 'both fields empty' });
  await page.waitForSelector('#send:disabled');
  expect(await textOf(page, '#state')).toBe('');
  expect(await textOf(page, '#error')).toBe('This is no e-mail address.');
});
