import type { Page } from 'puppeteer-core';
import { browserKinds } from '../fixtures/browser.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { addressIn, signUp } from '../fixtures/steps.ts';

/** These pages replace their form by a fresh one at the first input: a moment later, or at once. */
const paths = ['/rerender?after=300', '/rerender'];

async function fillByIcon({ display }: Journey, page: Page) {
  await iconAt(page, display, '#email').use();
}

async function signUpAt(
  person: Journey,
  path: string,
  fill: (person: Journey, page: Page) => Promise<void>,
) {
  const page = await person.visit(path);
  await fill(person, page);
  await page.waitForSelector('.anew');
  const address = await addressIn(page);
  expect(await addressIn(page, '#again')).toBe(address);
  expect(await page.$eval('#state', ({ textContent }) => textContent)).toBe(address);
  await signUp(page);
  expect(person.site.accounts.at(-1)?.email).toBe(address);
  await page.close();
}

for (const kind of browserKinds) {
  test(`an icon fills a form that is drawn anew meanwhile, in ${kind}`, async ({ journey }) => {
    const person = await journey({ kind, grant: true });
    for (const path of paths) await test.step(path, () => signUpAt(person, path, fillByIcon));
  });

  test(`the menu fills a form that is drawn anew meanwhile, in ${kind}`, async ({ journey }) => {
    const person = await journey({ kind });
    const fill = (_: Journey, page: Page) => person.chooseFromMenu(page, '#email');
    for (const path of paths) await test.step(path, () => signUpAt(person, path, fill));
  });
}
