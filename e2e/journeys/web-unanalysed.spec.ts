import { expect, type Page, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { sendMail } from '../fixtures/mail.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';
import { makeAddress, openWeb } from '../fixtures/web.ts';

const mails = 16;
const rounds = 6;
const codeOf = (number: number) => String(310_400 + number * 37);

const mailFor = (to: string, number: number) => ({
  to,
  subject: `Your sign-in code, number ${number}`,
  // So much that the analysis of all takes longer than their storing.
  html: `<p>Your verification code is ${codeOf(number)}</p>${'<p>Terms apply to everybody.</p>'.repeat(3000)}`,
  attachments: [
    { filename: 'setup.exe', content: 'MZ' },
    { filename: 'terms.txt', content: 'These are the terms.' },
  ],
});

/** Runs in the page: the subjects of what it read by itself. */
function readHere(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open('mayfly');
    opened.onerror = () => reject(new Error('There is no database'));
    opened.onsuccess = () => {
      const all = opened.result.transaction('messages').objectStore('messages').getAll();
      all.onsuccess = () => {
        opened.result.close();
        const messages: { readHere?: boolean; message: { content?: { subject: string } } }[] =
          all.result;
        const read = messages.filter((own) => own.readHere === true);
        resolve(read.map(({ message }) => message.content?.subject ?? ''));
      };
    };
  });
}

/** Kills the relay when all mails are acknowledged, and starts it again. Resolves to the subjects that the page had to read. */
async function killInBetween(relay: RelayProcess, page: Page): Promise<string[]> {
  const to = await makeAddress(page);
  await page.getByText('Waiting for mail').waitFor();
  // The page is away, so that nothing but the relay's end decides what it gets to see.
  await page.context().setOffline(true);
  const numbers = Array.from({ length: mails }, (_, number) => number);
  await Promise.all(numbers.map((number) => sendMail(relay.smtp, mailFor(to, number))));
  await relay.kill();
  await relay.start();
  await page.context().setOffline(false);
  for (const number of numbers)
    await page
      .getByRole('button', { name: `Copy the code ${codeOf(number)}` })
      .waitFor({ timeout: 30_000 });
  return page.evaluate(readHere);
}

test('mail that the relay could not analyse is read in the page: code, attachment and what was taken out', async () => {
  test.setTimeout(240_000);
  await using relay = await startRelay();
  await using web = await openWeb();
  let page = await web.open(relay.url);
  let read = await killInBetween(relay, page);
  for (let round = 1; round < rounds && read.length === 0; round += 1) {
    page = await web.open(relay.url);
    read = await killInBetween(relay, page);
  }
  const [subject = 'nothing that was read here'] = read;
  await page.getByRole('button', { name: subject, exact: false }).first().click();
  await expect(page.getByText('setup.exe').first()).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /terms\.txt/ }).click();
  const file = await (await saved).path();
  await until(async () => (await readFile(file, 'utf8')) === 'These are the terms.', {
    what: 'the attachment',
  });
});
