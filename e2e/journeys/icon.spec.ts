import { browserKinds } from '../fixtures/browser.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addressIn, isVerified } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

for (const kind of browserKinds) {
  test(`an icon fills the address and then the code, without leaving the page, in ${kind}`, async ({
    journey,
  }) => {
    const { visit, display, site } = await journey({ kind, grant: true });
    const page = await visit('/with-code');
    await iconAt(page, display, '#email').use();
    const address = await addressIn(page);
    await Promise.all([page.waitForSelector('#waiting'), page.click('#send')]);
    expect(site.accounts).toMatchObject([{ email: address, verified: false }]);

    const code = iconAt(page, display, '#code');
    await code.shows();
    await code.click();
    const filled = () =>
      page.$eval('#code', (field) => field instanceof HTMLInputElement && field.value);
    await until(async () => (await filled()) === site.accounts[0]?.token, { what: 'the code' });
    await page.click('#send');
    expect(await isVerified(page)).toBe(true);
  });
}

test('a page without such fields is not touched', async ({ journey }) => {
  const { visit, display } = await journey({ kind: 'chromium', grant: true });
  const page = await visit('/article');
  const before = await page.content();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await iconAt(page, display, '#search').isShown()).toBe(false);
  expect(await page.content()).toBe(before);
});

test('the site has its address offered when the person comes back', async ({ journey }) => {
  const { visit, display } = await journey({ kind: 'chromium', grant: true });
  const first = await visit('/with-code');
  await iconAt(first, display, '#email').use();
  const address = await addressIn(first);
  await first.close();
  const second = await visit('/with-code');
  await iconAt(second, display, '#email').use();
  expect(await addressIn(second)).toBe(address);
});

test('both fields of a pair in a shadow root get the address, and undo empties them', async ({
  journey,
}) => {
  const { visit, display } = await journey({ kind: 'chromium', grant: true });
  const page = await visit('/shadow');
  const [first, second] = ['>>> #email', '>>> #again'];
  const icon = iconAt(page, display, first);
  await icon.use();
  const address = await addressIn(page, first);
  expect(await addressIn(page, second)).toBe(address);
  // When all is filled, the cursor is back in the first field.
  await page.waitForSelector(`${first}:focus`);
  await icon.click();
  // The last entry but one.
  display.press('Up', 'Up', 'Return');
  const values = () =>
    Promise.all(
      [first, second].map((selector) =>
        page.$eval(selector, (field) => field instanceof HTMLInputElement && field.value),
      ),
    );
  await until(async () => (await values()).join('') === '', { what: 'both fields empty' });
});

test('a code in boxes is filled by one click, one character each', async ({ journey }) => {
  const { visit, display, site } = await journey({ kind: 'chromium', grant: true });
  const form = await visit('/with-code');
  await iconAt(form, display, '#email').use();
  await addressIn(form);
  await Promise.all([form.waitForSelector('#waiting'), form.click('#send')]);
  const page = await visit('/boxes');
  const code = iconAt(page, display, '#box-0');
  await code.shows();
  await code.click();
  const filled = () =>
    page.$$eval('input', (fields) => fields.map((field) => field.value).join(''));
  await until(async () => (await filled()) === site.accounts[0]?.token, { what: 'the code' });
});

test('an icon under a popover of the page comes to the top, and works at the next click', async ({
  journey,
}) => {
  const { visit, display, relay } = await journey({ kind: 'chromium', grant: true });
  const page = await visit();
  const icon = iconAt(page, display, '#email');
  await icon.shows();
  await page.evaluate(() => {
    const toast = document.createElement('div');
    toast.popover = 'manual';
    toast.textContent = 'We use cookies.';
    document.body.append(toast);
    toast.showPopover();
  });
  await icon.use();
  // As long as the browser is asked, and a moment for the note that says what to do.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(relay.log).not.toContain('inbox-created');
  await icon.use();
  await addressIn(page);
});
