import { expect, test as plain } from '@playwright/test';
import type { Browser, Page } from 'puppeteer-core';
import { gotoExtensionPage } from '../fixtures/browser.ts';
import { launchFirefox } from '../fixtures/firefox.ts';
import { evaluateText, frameInside } from '../fixtures/frame-of-mail.ts';
import { hostileFamilies } from '../fixtures/hostile-families.ts';
import { hostileHtml } from '../fixtures/hostile-html.ts';
import { faultsInside, sendAll, startStranger } from '../fixtures/hostile-reading.ts';
import { test } from '../fixtures/journey.ts';
import { startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';

const manyMessages = { MAYFLY_INBOX_MESSAGES: '1000' };

interface Reading {
  readonly browser: Browser;
  readonly page: Page;
  readonly url: string;
  readonly names: readonly string[];
  /** What the entries of the list are, each a mail. */
  readonly entries: string;
  /** Leaves the mail, where the list is not beside it. */
  readonly leave?: () => Promise<void>;
}

/** Runs in the page: opens the mail whose subject is the name, without the mouse. */
function openEntry(entries: string, name: string): boolean {
  const named = [...document.querySelectorAll<HTMLElement>(entries)].find(({ textContent }) =>
    textContent.includes(`“${name}”`),
  );
  named?.click();
  return named !== undefined;
}

/** Runs in the frame: nothing before the mail is there whole. */
const look = `document.readyState !== 'complete' || location.href === 'about:blank' ? 'null'
  : JSON.stringify({ href: location.href, faults: (${String(faultsInside)})() })`;

/** What stands in the frame of the mail that was opened last, once it is whole. */
async function lookInside({ browser, url }: Reading, before: string | null, name: string) {
  return await until(
    async () => {
      const frame = await frameInside(browser, url);
      if (frame === null || frame === before) return null;
      const seen: unknown = JSON.parse(await evaluateText(browser, frame, look));
      return seen;
    },
    { what: `the frame of “${name}”` },
  );
}

/** Opens each mail and looks into the frame that shows it. */
async function readAll(reading: Reading) {
  const { browser, page, url, names, entries, leave } = reading;
  page.on('dialog', (dialog) => expect.soft(dialog.message(), 'dialog').toBe(''));
  const tabs = (await browser.pages()).length;
  for (const name of names) {
    const before = await frameInside(browser, url);
    await until(() => page.evaluate(openEntry, entries, name), { what: name });
    const seen = await lookInside(reading, before, name);
    expect.soft(seen, name).toEqual({ href: 'about:srcdoc', faults: [] });
    await leave?.();
  }
  expect(await page.evaluate(() => window.name)).not.toBe('ran');
  expect(await page.evaluate(() => location.href)).toBe(url);
  expect(await browser.pages()).toHaveLength(tabs);
}

function hostileBodies(stranger: string) {
  return { ...hostileHtml(stranger), ...hostileFamilies(stranger).bodies };
}

async function makeAddress(page: Page): Promise<string> {
  await page.locator('button::-p-text(Make an address)').click();
  await page.locator('p::-p-text(Waiting for mail)').wait();
  const text = await page.evaluate(() => document.body.innerText);
  return /\S+@mayfly\.test/.exec(text)?.[0] ?? '';
}

plain('hostile mail does no more in the web inbox of Firefox', async () => {
  plain.setTimeout(300_000);
  await using relay = await startRelay(manyMessages);
  await using stranger = await startStranger();
  await using firefox = await launchFirefox();
  const { browser } = firefox;
  const page = await browser.newPage();
  await page.goto(relay.url);
  const bodies = hostileBodies(stranger.host);
  await sendAll(relay.smtp, await makeAddress(page), bodies);
  const names = Object.keys(bodies);
  await readAll({ browser, page, url: `${relay.url}/`, names, entries: 'li button' });
  expect(stranger.visits()).toBe(0);
});

test('hostile mail does no more in the popup of Firefox', async ({ journey }) => {
  test.setTimeout(300_000);
  await using stranger = await startStranger();
  const { browser, extensionUrl, relay } = await journey({
    kind: 'firefox',
    relayEnv: manyMessages,
  });
  const page = await browser.newPage();
  const url = `${extensionUrl}/popup.html`;
  await gotoExtensionPage(page, url);
  const bodies = hostileBodies(stranger.host);
  await sendAll(relay.smtp, await makeAddress(page), bodies);
  const names = Object.keys(bodies);
  const leave = async () =>
    void (await page.$eval('button.back', (back) => back instanceof HTMLElement && back.click()));
  await readAll({ browser, page, url, names, entries: '[data-message]', leave });
  expect(stranger.visits()).toBe(0);
});
