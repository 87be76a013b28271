import { expect, test } from '../fixtures/journey.ts';
import { makeLiving } from '../fixtures/many-addresses.ts';
import { until } from '../fixtures/until.ts';

// Firefox closes the popup at the first Escape, whatever the page does with it.
test('Escape empties the search first, then closes the popup', async ({ journey }) => {
  const { control, display, popup } = await journey({ kind: 'chromium' });
  await control.evaluate(makeLiving, 7);
  await popup.open();
  await popup.click('Search sites and addresses');
  display.press('z', 'q');
  await popup.waitFor('There is no site or address with “zq”.');
  display.press('Escape');
  await popup.waitFor('Other addresses');
  expect(await popup.isOpen()).toBe(true);
  display.press('Escape');
  await until(async () => !(await popup.isOpen()), { what: 'the popup to close' });
});
