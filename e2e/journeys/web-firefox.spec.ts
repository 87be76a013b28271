import { createdInboxSchema } from '@mayfly/shared/contract/inbox';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startBalancer } from '../fixtures/balancer.ts';
import { launchFirefox } from '../fixtures/firefox.ts';
import { sendMail } from '../fixtures/mail.ts';
import { pageWith } from '../fixtures/page-with.ts';
import { readQrIn } from '../fixtures/read-qr.ts';
import { startRelay } from '../fixtures/relay.ts';
import { startSite } from '../fixtures/sites.ts';

const press = (page: Page, name: string) => page.locator(`aria/${name}[role="button"]`).click();
const shows = (page: Page, text: string) => page.locator(`::-p-text(${text})`).wait();

async function makeAddress(page: Page): Promise<string> {
  await press(page, 'Make an address');
  await shows(page, 'Waiting for mail');
  return await shownAddress(page);
}

async function shownAddress(page: Page): Promise<string> {
  await page.waitForSelector('.address');
  return await page.$eval('.address', ({ textContent }) => textContent.replaceAll(/\s/g, ''));
}

/** Runs in the page: the one inbox that it keeps. */
async function readInbox() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opened = indexedDB.open('mayfly');
    opened.onerror = () => reject(opened.error ?? new Error('There is no database'));
    opened.onsuccess = () => resolve(opened.result);
  });
  const inboxes = database.transaction('inboxes').objectStore('inboxes').getAll();
  await new Promise((resolve) => inboxes.addEventListener('success', resolve));
  const { id, token }: Record<string, unknown> = inboxes.result[0];
  return { id, token };
}

test('in Firefox an address is made, its mail read, and both are there after a reload', async () => {
  await using relay = await startRelay();
  await using firefox = await launchFirefox();
  const page = await firefox.browser.newPage();
  await page.goto(relay.url);
  const to = await makeAddress(page);
  await sendMail(relay.smtp, { to, subject: 'For Firefox', html: '<p>Hello <b>there</b></p>' });
  await page.locator('button::-p-text(For Firefox)').click();
  const frame = await page.waitForSelector('iframe');
  const inside = await frame?.contentFrame();
  await inside?.waitForSelector('b');
  expect(await inside?.$eval('body', ({ textContent }) => textContent.trim())).toBe('Hello there');
  await press(page, 'Back');
  await page.reload();
  await page.locator('button::-p-text(For Firefox)').wait();
  expect(await shownAddress(page)).toBe(to);
});

test('in Firefox a code is copied and a link opened', async () => {
  await using relay = await startRelay();
  await using site = await startSite(() => relay.smtp);
  await using firefox = await launchFirefox();
  const page = await firefox.browser.newPage();
  await page.goto(relay.url);
  const to = await makeAddress(page);
  const link = `${site.origin}/verify?token=8d1f62aab0c4`;
  const text = `Your code is 580214.\n\nConfirm your e-mail: ${link}\n`;
  await sendMail(relay.smtp, { to, subject: 'Confirm your account', text });
  await press(page, 'Copy the code 580214');
  await shows(page, 'Copied');
  await press(page, 'More choices');
  // What lies in the clipboard, by the keyboard: pages may not read it.
  const field = await page.waitForSelector('dialog input');
  await field?.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  expect(await field?.evaluate((input) => input instanceof HTMLInputElement && input.value)).toBe(
    '580214',
  );
  await page.keyboard.press('Escape');
  await press(page, 'Confirm e-mail');
  const opened = await pageWith(firefox.browser, '/verify?token=');
  expect(await opened.evaluate(() => location.href)).toBe(link);
});

test('in Firefox a code from the screen opens the same inbox, live, in a second browser', async () => {
  await using relay = await startRelay();
  await using firefox = await launchFirefox();
  await using other = await launchFirefox();
  const page = await firefox.browser.newPage();
  await page.goto(relay.url);
  const to = await makeAddress(page);
  await press(page, 'On a phone');
  const phone = await other.browser.newPage();
  const link = await readQrIn(page, 'dialog [role=img]', phone);
  expect(link.startsWith(`${relay.url}/#inbox=`)).toBe(true);
  await phone.goto(link);
  expect(await shownAddress(phone)).toBe(to);
  expect(await phone.evaluate(() => location.href)).toBe(`${relay.url}/`);
  await shows(phone, 'Waiting for mail');
  await sendMail(relay.smtp, { to, subject: 'For both', text: 'Hello' });
  for (const screen of [phone, page]) await screen.locator('button::-p-text(For both)').wait();
});

test('in Firefox no mail is lost when the connection is cut, and an ended address comes back', async () => {
  await using relay = await startRelay();
  await using wire = await startBalancer([relay.http.port]);
  await using firefox = await launchFirefox();
  const page = await firefox.browser.newPage();
  await page.goto(`http://127.0.0.1:${wire.port}/`);
  const to = await makeAddress(page);
  wire.cut();
  await shows(page, 'The relay does not answer.');
  for (const subject of ['First', 'Second']) await sendMail(relay.smtp, { to, subject, text: '.' });
  wire.mend();
  for (const subject of ['First', 'Second']) await shows(page, subject);

  const kept = createdInboxSchema.pick({ id: true, token: true });
  const { id, token } = kept.parse(await page.evaluate(readInbox));
  await relay.client.deleteInbox(id, { token });
  await shows(page, 'Past addresses');
  await press(page, 'Reopen');
  await shows(page, 'It is open again.');
  await sendMail(relay.smtp, { to, subject: 'Your new password', text: 'Reset it' });
  await shows(page, 'Your new password');
});
