import { expect, type Frame, type Locator, type Page, test } from '@playwright/test';
import { openExtension } from '../fixtures/extension.ts';
import { hostileFamilies } from '../fixtures/hostile-families.ts';
import { hostileHtml } from '../fixtures/hostile-html.ts';
import { faultsInside, sendAll, startStranger } from '../fixtures/hostile-reading.ts';
import { startRelay } from '../fixtures/relay.ts';

/** An address of the popup, by its button. */
async function makeAddress(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make an address' }).click();
  const shown = await page
    .getByText(/^\S+@mayfly\.test$/)
    .first()
    .textContent();
  return shown?.trim() ?? '';
}

/** A click without the mouse: where a button stands is not what is tested here. */
async function press(button: Locator) {
  await button.evaluate((element: HTMLElement) => element.click());
}

/** Opens a mail of the list and gives the frame in which its HTML is shown. */
async function openMail(page: Page, subject: string): Promise<Frame> {
  await press(page.locator('[data-message]', { hasText: `“${subject}”` }));
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The mail has no frame');
  await frame.waitForLoadState();
  return frame;
}

// A trace would take a picture of the long list at each of hundreds of steps.
test.use({ trace: 'off' });

test('hostile mail runs nothing, asks nobody and goes nowhere when it is read', async () => {
  test.setTimeout(300_000);
  await using relay = await startRelay({ MAYFLY_INBOX_MESSAGES: '1000' });
  await using stranger = await startStranger();
  await using extension = await openExtension();
  await extension.connect(relay.url);
  const page = await extension.open('popup');
  const single = hostileHtml(stranger.host);
  const families = hostileFamilies(stranger.host);
  expect(Object.keys(single).length + families.count).toBeGreaterThanOrEqual(300);
  const bodies = { ...single, ...families.bodies };
  await sendAll(relay.smtp, await makeAddress(page), bodies);
  const names = Object.keys(bodies);
  await expect(page.locator('[data-message]')).toHaveCount(names.length);
  const tabs = extension.context.pages().length;
  page.on('dialog', (dialog) => expect.soft(dialog.message(), 'dialog').toBe(''));

  for (const name of names) {
    const frame = await openMail(page, name);
    expect.soft(await frame.evaluate(faultsInside), name).toEqual([]);
    expect.soft(frame.url(), name).toBe('about:srcdoc');
    await press(page.getByRole('button', { name: 'Back' }));
  }
  expect(stranger.visits()).toBe(0);
  expect(extension.context.pages()).toHaveLength(tabs);
  expect(await page.evaluate(() => window.name)).not.toBe('ran');
});

test('images of a mail are fetched when the person asks for them, and nothing else ever', async () => {
  await using relay = await startRelay();
  await using stranger = await startStranger();
  await using extension = await openExtension();
  await extension.connect(relay.url);
  const page = await extension.open('popup');
  const there = `http://${stranger.host}`;
  await sendAll(relay.smtp, await makeAddress(page), {
    newsletter: `<link rel="stylesheet" href="${there}/sheet.css">
      <style>@import url(${there}/import.css);@font-face{font-family:f;src:url(${there}/font.woff2)}p{font-family:f}</style>
      <body background="${there}/body.png"><p style="background-image:url(${there}/paragraph.png)">Hello</p>
      <a href="http://shop.example/"><img src="${there}/logo.png" alt="The shop"></a><script src="${there}/script.js"></script></body>`,
  });
  const frame = await openMail(page, 'newsletter');
  await expect(frame.getByText('The shop')).toBeVisible();
  await expect(page.getByText('3 images held back')).toBeVisible();
  expect(stranger.visits()).toBe(0);

  await page.getByRole('button', { name: 'Show them' }).click();
  const images = ['/body.png', '/logo.png', '/paragraph.png'];
  await expect.poll(() => stranger.asked.toSorted()).toEqual(images);
  await page.getByRole('button', { name: 'Back' }).click();
  expect(stranger.asked.toSorted()).toEqual(images);
});

test('a link in a mail opens a tab of its own that knows nothing of the mail', async () => {
  await using relay = await startRelay();
  await using site = await startStranger();
  await using extension = await openExtension();
  await extension.connect(relay.url);
  const page = await extension.open('popup');
  const html = `<p>Read <a href="http://${site.host}/news?a=1&amp;b=2">the news</a> or <a href="http://${site.host}/">bank.example</a>.</p>`;
  await sendAll(relay.smtp, await makeAddress(page), { news: html });
  const frame = await openMail(page, 'news');
  await expect(frame.getByText(`→ ${site.host}`)).toHaveCount(1);

  const opened = extension.context.waitForEvent('page');
  // By the mouse: the driver's own click asks the frame to run a script, which it cannot.
  const box = await frame.getByRole('link', { name: 'the news' }).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  const tab = await opened;
  await tab.waitForURL(`http://${site.host}/news?a=1&b=2`);
  expect(
    await tab.evaluate(() => ({ opener: window.opener, referrer: document.referrer })),
  ).toEqual({
    opener: null,
    referrer: '',
  });
});
