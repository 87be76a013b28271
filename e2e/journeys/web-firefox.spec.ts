import { expect, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { executables } from '../fixtures/browser.ts';
import { sendMail } from '../fixtures/mail.ts';
import { startRelay } from '../fixtures/relay.ts';

test('in Firefox an address is made, its mail read, and both are there after a reload', async () => {
  await using relay = await startRelay();
  await using stack = new AsyncDisposableStack();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executables.firefox,
    headless: true,
    defaultViewport: { width: 1280, height: 860 },
    extraPrefsFirefox: { 'intl.accept_languages': 'en-US' },
  });
  stack.defer(() => browser.close());
  const page = await browser.newPage();
  const press = (name: string) => page.locator(`aria/${name}[role="button"]`).click();
  await page.goto(relay.url);
  await page.locator('button::-p-text(Make an address)').click();
  await page.locator('p::-p-text(Waiting for mail)').wait();
  const to = await page.$eval('.address', ({ textContent }) => (textContent ?? '').trim());
  await sendMail(relay.smtp, { to, subject: 'For Firefox', html: '<p>Hello <b>there</b></p>' });
  await page.locator('button::-p-text(For Firefox)').click();
  const frame = await page.waitForSelector('iframe');
  const inside = await frame?.contentFrame();
  await inside?.waitForSelector('b');
  expect(await inside?.$eval('body', ({ textContent }) => textContent.trim())).toBe('Hello there');
  await press('Back');
  await page.reload();
  await page.locator('button::-p-text(For Firefox)').wait();
  expect(await page.$eval('.address', ({ textContent }) => (textContent ?? '').trim())).toBe(to);
});
