import { expect, test } from '@playwright/test';
import { objections } from '../fixtures/objections.ts';
import { pairingLink } from '../fixtures/pairing.ts';
import { startRelay } from '../fixtures/relay.ts';
import { makeAddress, openWeb } from '../fixtures/web.ts';

const mark = 'meta[name="mayfly-pair"]';

test('a private relay says how to get in, and a pairing link opens it to this tab', async () => {
  await using relay = await startRelay({ MAYFLY_ACCESS: 'private' });
  await using web = await openWeb();
  const page = await web.open(relay.url, 'phone');
  await page.getByRole('heading', { name: 'This relay is private' }).waitFor();
  expect(await objections(page)).toEqual([]);
  const link = await pairingLink(relay, 'Phone');
  await page.goto(link);
  await page.getByRole('heading', { name: 'Pair with this relay' }).waitFor();
  expect(page.url()).toBe(`${relay.url}/`);
  expect(await page.locator(mark).getAttribute('content')).toBe(link.replace(/.*#pair=/, ''));
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use Mayfly in this browser tab' }).click();
  await page.getByText('This browser may make addresses now.').waitFor();
  await expect(page.locator(mark)).toHaveCount(0);
  const address = await makeAddress(page);
  expect(address).toMatch(/@mayfly\.test$/);
  await page.reload();
  await page.getByRole('button', { name: 'New address' }).click();
  await expect(page.getByRole('navigation').getByRole('listitem')).toHaveCount(2);
});

test('a link that was used is refused in words, and one that is not wanted leaves nothing', async () => {
  await using relay = await startRelay({ MAYFLY_ACCESS: 'private' });
  await using web = await openWeb();
  const link = await pairingLink(relay, 'Laptop');
  await relay.client.pair(link.replace(/.*#pair=/, ''));
  const page = await web.open(link);
  await page.getByRole('button', { name: 'Use Mayfly in this browser tab' }).click();
  await page.getByText('This pairing link does not work, or no longer.').waitFor();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page.locator(mark)).toHaveCount(0);
  await page.getByRole('heading', { name: 'This relay is private' }).waitFor();
});

test('when the extension has used the link the page says so', async () => {
  await using relay = await startRelay({ MAYFLY_ACCESS: 'private' });
  await using web = await openWeb();
  const page = await web.open(await pairingLink(relay, 'Laptop'));
  await page.locator(mark).waitFor({ state: 'attached' });
  await page.evaluate(() => document.dispatchEvent(new Event('mayfly-paired')));
  await page.getByText('The extension is paired.').waitFor();
  await expect(page.locator(mark)).toHaveCount(0);
});
