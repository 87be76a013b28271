import { browserKinds } from '../fixtures/browser.ts';
import { cardOn } from '../fixtures/card.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addressIn, isVerified, signUp } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

for (const kind of browserKinds) {
  test(`a mail's link is one click away on the page that waits for it, in ${kind}`, async ({
    journey,
  }) => {
    const { visit, display, site, tabWith } = await journey({ kind, grant: true });
    const page = await visit();
    await iconAt(page, display, '#email').use();
    await addressIn(page);
    await signUp(page);
    const card = cardOn(page, display);
    await card.shows();
    await card.follow();
    expect(await isVerified(await tabWith('/verify?token='))).toBe(true);
    expect(site.accounts).toMatchObject([{ verified: true }]);
    await page.bringToFront();
    await card.isGone();
  });
}

test('without the grant the card comes where the person has acted', async ({ journey }) => {
  const { visit, display, chooseFromMenu, tabWith } = await journey({ kind: 'chromium' });
  const page = await visit();
  await chooseFromMenu(page, '#email');
  await addressIn(page);
  await signUp(page);
  await cardOn(page, display).follow();
  expect(await isVerified(await tabWith('/verify?token='))).toBe(true);
});

test('without the grant a code is offered in its field where the person has acted', async ({
  journey,
}) => {
  const { visit, display, chooseFromMenu, site } = await journey({ kind: 'chromium' });
  const page = await visit('/with-code');
  await chooseFromMenu(page, '#email');
  await addressIn(page);
  await signUp(page);
  const code = iconAt(page, display, '#code');
  await code.shows();
  await code.click();
  await page.waitForFunction(
    (token) => document.querySelector<HTMLInputElement>('#code')?.value === token,
    {},
    site.accounts[0]?.token,
  );
});

test('a card that was closed stays closed, and the page of another site gets none', async ({
  journey,
}) => {
  const { visit, display, site } = await journey({ kind: 'chromium', grant: true });
  const page = await visit();
  await iconAt(page, display, '#email').use();
  await addressIn(page);
  site.hold();
  await signUp(page);
  const other = await visit('/article');
  await other.goto(`${site.otherOrigin}/article`);
  await site.release();
  const card = cardOn(page, display);
  await card.shows();
  expect(await cardOn(other, display).isShown()).toBe(false);
  await page.bringToFront();
  await card.close();
  await card.isGone();
  await page.goto(`${site.origin}/article`);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await card.isShown()).toBe(false);
});

test('two mails for one page bring one card', async ({ journey }) => {
  const { visit, display, site, badge } = await journey({ kind: 'chromium', grant: true });
  const page = await visit();
  site.hold();
  for (let mails = 0; mails < 2; mails += 1) {
    await page.goto(site.url);
    await iconAt(page, display, '#email').use();
    await addressIn(page);
    await signUp(page);
  }
  await site.release();
  await until(async () => (await badge()) === '2', { what: 'both mails' });
  await cardOn(page, display).shows();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await page.$$('div[data-mayfly=card]')).toHaveLength(1);
});

test('an icon works while a card is shown', async ({ journey }) => {
  const { visit, display, site } = await journey({ kind: 'chromium', grant: true });
  const page = await visit();
  await iconAt(page, display, '#email').use();
  const first = await addressIn(page);
  await signUp(page);
  await cardOn(page, display).shows();
  await page.goto(site.url);
  await cardOn(page, display).shows();
  await iconAt(page, display, '#email').use();
  expect(await addressIn(page)).toBe(first);
});
