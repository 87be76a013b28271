import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer-core';
import { browserKinds, gotoExtensionPage } from '../fixtures/browser.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { sendMail } from '../fixtures/mail.ts';
import { until } from '../fixtures/until.ts';

const nothing = { databases: [], local: [], session: [], alarms: [] };

async function press(page: Page, words: string) {
  await (await page.waitForSelector(`::-p-aria(${words})`))?.click();
}

const shows = (page: Page, words: string) => page.waitForSelector(`::-p-text(${words})`);

/** Makes two addresses by the popup. */
async function makeTwo({ popup }: Journey): Promise<string[]> {
  const read = async () => [...new Set((await popup.text()).match(/\S+@mayfly\.test/g))];
  await popup.open();
  await popup.click('Make an address');
  await popup.waitFor('Waiting for mail');
  await popup.click('New address');
  const all = await until(async () => (await read()).length === 2 && (await read()), {
    what: 'two addresses',
  });
  await popup.close();
  return all;
}

/** Saves the addresses to a file, and tells where it is. */
async function save(page: Page, folder: string): Promise<string> {
  await press(page, 'Save to a file');
  const name = await until(
    async () => (await readdir(folder).catch(() => [])).find((one) => one.endsWith('.json')),
    { what: 'the file' },
  );
  expect(name).toMatch(/^mayfly-addresses-\d{4}-\d\d-\d\d\.json$/);
  return path.join(folder, name);
}

async function chooseFile(page: Page, file: string) {
  const label = await page.waitForSelector('label::-p-text(Bring back from a file)');
  const [chooser] = await Promise.all([page.waitForFileChooser(), label?.click()]);
  await chooser.accept([file]);
}

/** Firefox' driver does not see the dialog of an extension's page; it puts the file where the dialog would. */
async function putFile(page: Page, file: string) {
  await (await page.waitForSelector('input[type=file]'))?.uploadFile(file);
}

async function bringBack({ kind, control }: Journey, file: string) {
  await (kind === 'firefox' ? putFile : chooseFile)(control, file);
  await press(control, 'Add them');
}

async function forget(page: Page, how: string) {
  await press(page, 'Forget everything');
  await press(page, how);
  await shows(page, 'Everything is forgotten.');
}

/**
 * Nothing lies in the browser, and whoever looks finds the first day. Asked more than once: while somebody looks into
 * a database that is not there, browsers list it for a moment.
 */
async function expectFirstDay({ control, popup, remains, badge }: Journey) {
  await expect.poll(remains).toEqual(nothing);
  expect(await badge()).toBe('');
  await shows(control, 'No relay is connected yet.');
  await popup.open();
  await popup.waitFor('Connect to 127.0.0.1:3000');
  await popup.close();
  await expect.poll(remains).toEqual(nothing);
}

const refused = expect.objectContaining({ responseCode: 550 });

for (const kind of browserKinds) {
  test(`addresses come back from a file after everything was forgotten, in ${kind}`, async ({
    journey,
  }, testInfo) => {
    // There and back again, with a look at the popup in between.
    test.slow();
    const downloads = testInfo.outputPath('downloads');
    const person = await journey({ kind, downloads });
    const { control, relay } = person;
    const [address = ''] = await makeTwo(person);
    const file = await save(control, downloads);
    await forget(control, 'Only forget here');
    await expectFirstDay(person);

    await bringBack(person, file);
    await shows(control, 'Addresses added: 2');
    await sendMail(relay.smtp, { to: address, subject: 'Back again', text: 'Welcome back!' });
    await until(async () => (await person.badge()) === '1', { what: 'a 1 on the badge' });
  });

  test(`everything is forgotten, at the relay too, in ${kind}`, async ({ journey }) => {
    const person = await journey({ kind });
    const { control, relay } = person;
    const addresses = await makeTwo(person);
    await sendMail(relay.smtp, { to: addresses[0] ?? '', subject: 'Hello', text: 'Hello!' });
    await until(async () => (await person.badge()) === '1', { what: 'a 1 on the badge' });
    await forget(control, 'Delete them, too');
    for (const to of addresses) {
      const late = sendMail(relay.smtp, { to, subject: 'Too late' });
      await expect(late).rejects.toEqual(refused);
    }
    await expectFirstDay(person);
  });
}

test('an address stays until its relay can delete it, or the person says otherwise', async ({
  journey,
}) => {
  const person = await journey({ kind: 'chromium' });
  const { control, relay } = person;
  const [address = ''] = await makeTwo(person);
  await relay.stop();
  await press(control, 'Forget everything');
  await press(control, 'Delete them, too');
  await shows(control, `The relay did not delete these:`);
  await shows(control, address);
  expect((await person.remains()).databases).toEqual(['mayfly']);
  await press(control, 'Only forget here');
  await shows(control, 'Everything is forgotten.');
  await expectFirstDay(person);
});

test('the reminder leads to the place in the settings', async ({ journey }) => {
  const { browser, control } = await journey({ kind: 'firefox' });
  const page = await browser.newPage();
  const origin = await control.evaluate(() => location.origin);
  await gotoExtensionPage(page, `${origin}/options.html#addresses`);
  await shows(page, 'Your addresses');
  const top = () =>
    page.$eval('#addresses', (panel) => panel.getBoundingClientRect().top / innerHeight);
  await until(async () => (await top()) < 0.5, { what: 'the panel in sight' });
});
