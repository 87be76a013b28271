import { expect, test } from '@playwright/test';
import { hostileFamilies } from '../fixtures/hostile-families.ts';
import { hostileHtml } from '../fixtures/hostile-html.ts';
import { faultsInside, sendAll, startStranger } from '../fixtures/hostile-reading.ts';
import { startRelay } from '../fixtures/relay.ts';
import { makeAddress, openWeb } from '../fixtures/web.ts';

// A trace would take a picture of the long list at each of hundreds of steps.
test.use({ trace: 'off' });

test('hostile mail runs nothing, asks nobody and goes nowhere in the web inbox', async () => {
  test.setTimeout(300_000);
  await using relay = await startRelay({ MAYFLY_INBOX_MESSAGES: '1000' });
  await using stranger = await startStranger();
  await using web = await openWeb();
  const page = await web.open(relay.url);
  const to = await makeAddress(page);
  const { bodies: families } = hostileFamilies(stranger.host);
  const bodies = { ...hostileHtml(stranger.host), ...families };
  await sendAll(relay.smtp, to, bodies);
  page.on('dialog', (dialog) => expect.soft(dialog.message(), 'dialog').toBe(''));
  for (const name of Object.keys(bodies)) {
    const row = page.getByRole('button', { name: `“${name}”` }).first();
    await row.evaluate((element: HTMLElement) => element.click());
    await expect(
      page.getByRole('article').getByRole('heading', { name: `“${name}”` }),
    ).toBeVisible();
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (frame === null) throw new Error('The mail has no frame');
    await frame.waitForLoadState();
    expect.soft(await frame.evaluate(faultsInside), name).toEqual([]);
    expect.soft(frame.url(), name).toBe('about:srcdoc');
  }
  expect(stranger.visits()).toBe(0);
  expect(page.context().pages()).toHaveLength(1);
  expect(page.url()).toBe(`${relay.url}/`);
  expect(await page.evaluate(() => window.name)).not.toBe('ran');
});
