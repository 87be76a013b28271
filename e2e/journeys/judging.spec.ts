import { expect, test } from '../fixtures/journey.ts';
import { addressIn } from '../fixtures/steps.ts';

test('a form that judges its fields when they are left finds nothing wrong after a fill', async ({
  journey,
}) => {
  const { visit, chooseFromMenu } = await journey({ kind: 'chromium' });
  const page = await visit('/masked');
  await chooseFromMenu(page, '#email');
  const address = await addressIn(page);
  expect(await addressIn(page, '#again')).toBe(address);
  await page.waitForSelector('#send:enabled');
  await page.waitForFunction('document.querySelector("#error").textContent === ""');
});
