import { browserKinds } from '../fixtures/browser.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { createSidePanel } from '../fixtures/side-panel.ts';
import { addressIn, signUp } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

/** The popup makes an address for the form, and opens the side panel. */
async function openFromPopup({ control, popup, visit, clickOn }: Journey) {
  const panel = createSidePanel(control);
  expect(await panel.isOpen()).toBe(false);
  const page = await visit();
  await clickOn(page, '#email');
  await popup.open();
  await popup.click('Make an address');
  const address = await addressIn(page);
  await popup.click('Keep open at the side');
  await until(panel.isOpen, { what: 'the side panel' });
  await until(async () => !(await popup.isOpen()), { what: 'the popup to close' });
  return { page, address, panel };
}

for (const kind of browserKinds) {
  test(`the popup opens the side panel, where mail shows up by itself, in ${kind}`, async ({
    journey,
  }) => {
    const person = await journey({ kind });
    const { page, address, panel } = await openFromPopup(person);
    await panel.showsAddress(address);
    await signUp(page);
    await panel.waitFor('Confirm e-mail');
  });

  test(`the side panel goes with the tab in front, in ${kind}`, async ({ journey }) => {
    const person = await journey({ kind });
    const { page, address, panel } = await openFromPopup(person);
    // The same server by its number, which is another site, and one that the extension may reach.
    const other = await person.browser.newPage();
    await other.goto(`http://127.0.0.1:${person.site.port}/`);
    await other.bringToFront();
    await panel.click('New address');
    const second = await addressIn(other);
    expect(second).not.toBe(address);
    await panel.showsAddress(second);
    await page.bringToFront();
    await panel.showsAddress(address);
    await other.bringToFront();
    await panel.showsAddress(second);
  });
}
