import { browserKinds } from '../fixtures/browser.ts';
import { setInChromium } from '../fixtures/extensions-page.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addressIn, signUp } from '../fixtures/steps.ts';

interface Api {
  readonly runtime: { reload(): void };
}
declare const chrome: Api;

for (const kind of browserKinds) {
  test(`after an update of the extension open pages get new icons for the old ones, in ${kind}`, async ({
    journey,
  }) => {
    const person = await journey({ kind, grant: true });
    const { visit, display, site, control, browser, extensionUrl } = person;
    if (kind === 'chromium') await setInChromium(browser, extensionUrl);
    const page = await visit();
    const icon = iconAt(page, display, '#email');
    await icon.shows();
    await page.evaluate(() => {
      document.querySelector('div[data-mayfly=icon]')?.setAttribute('data-old', '');
    });
    // Its own pages close with it.
    await control.evaluate(() => chrome.runtime.reload()).catch(() => {});
    await page.waitForSelector('div[data-mayfly=icon]:not([data-old])');
    await page.waitForFunction('document.querySelector("[data-old]") === null');
    expect(await icon.count()).toBe(1);
    await icon.click();
    await icon.choose(0);
    const address = await addressIn(page);
    await signUp(page);
    expect(site.accounts).toMatchObject([{ email: address }]);
  });
}
