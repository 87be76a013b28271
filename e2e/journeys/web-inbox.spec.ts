import { type CreatedInbox, createdInboxSchema } from '@mayfly/shared/contract/inbox';
import { expect, type Page, test } from '@playwright/test';
import { startBalancer } from '../fixtures/balancer.ts';
import { sendMail } from '../fixtures/mail.ts';
import { objections } from '../fixtures/objections.ts';
import { startRelay } from '../fixtures/relay.ts';
import { startSite } from '../fixtures/sites.ts';
import { readQr } from '../fixtures/read-qr.ts';
import { makeAddress, openWeb, type Screen, shownAddress } from '../fixtures/web.ts';

const screens = ['desktop', 'phone'] satisfies Screen[];
const subject = 'Confirm your account';

function mailWith(link: string) {
  return {
    subject,
    from: 'Shop <accounts@shop.test>',
    text: `Welcome!\n\nYour code is 580214.\n\nConfirm your e-mail: ${link}\n`,
    html: `<p>Welcome to the <b>shop</b>!</p><p>Your code is <b>580214</b>.</p><p><a href="${link}">Confirm your e-mail</a></p>`,
  };
}

for (const screen of screens) {
  test(`one click makes an address, and its mail is read at once, on a ${screen}`, async () => {
    await using relay = await startRelay();
    await using site = await startSite(() => relay.smtp);
    await using web = await openWeb();
    const link = `${site.origin}/verify?token=8d1f62aab0c4`;
    const page = await web.open(relay.url, screen);
    const to = await makeAddress(page);
    await page.getByText('Waiting for mail').waitFor();
    await sendMail(relay.smtp, { ...mailWith(link), to });
    const code = page.getByRole('button', { name: 'Copy the code 580214' });
    await code.click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('580214');
    await expect(page).toHaveTitle('(1) Mayfly');
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Confirm e-mail' }).click();
    expect((await opened).url()).toBe(link);
    await (await opened).close();
    await page.getByRole('button', { name: subject }).click();
    const frame = page.frameLocator('iframe');
    await expect(frame.getByText('Welcome to the shop!')).toBeVisible();
    await expect(page).toHaveTitle('Mayfly');
  });
}

for (const screen of screens) {
  test(`a code from the screen opens the same inbox, live, in a second browser, on a ${screen}`, async () => {
    await using relay = await startRelay();
    await using web = await openWeb();
    const page = await web.open(relay.url, screen);
    const to = await makeAddress(page);
    await page.getByRole('button', { name: 'On a phone' }).click();
    const link = await readQr(page.getByRole('img', { name: to }));
    expect(link.startsWith(`${relay.url}/#inbox=`)).toBe(true);
    const phone = await web.open(link, 'phone');
    expect(await shownAddress(phone)).toBe(to);
    // Nothing of it stays where somebody else could find it.
    expect(phone.url()).toBe(`${relay.url}/`);
    expect(await phone.evaluate(() => history.length)).toBe(2);
    await phone.getByText('Waiting for mail').waitFor();
    await sendMail(relay.smtp, { to, subject: 'For both', text: 'Hello' });
    await phone.getByRole('button', { name: 'For both' }).click();
    await expect(phone.getByRole('article').getByText('Hello')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'For both' })).toBeVisible();
  });
}

test('addresses, keys and mail are there again after a reload, without the relay as well', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open(relay.url);
  const to = await makeAddress(page);
  await sendMail(relay.smtp, { to, subject: 'Kept', text: 'Still here' });
  await page.getByRole('button', { name: 'Kept' }).waitFor();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await page.reload();
  expect(await shownAddress(page)).toBe(to);
  await relay.stop();
  await page.reload();
  await page.getByRole('button', { name: 'Kept' }).click();
  await expect(page.getByRole('article').getByText('Still here')).toBeVisible();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(page.getByText('The relay does not answer. Is it running?')).toBeVisible();
  await relay.start();
  await page.getByRole('button', { name: 'Try now' }).click();
  await sendMail(relay.smtp, { to, subject: 'After the break', text: 'Welcome back' });
  await page.getByRole('button', { name: 'After the break' }).waitFor();
});

for (const screen of screens) {
  test(`mail that came while the WebSocket was cut is there when it is back, on a ${screen}`, async () => {
    await using relay = await startRelay();
    await using wire = await startBalancer([relay.http.port]);
    await using web = await openWeb();
    const page = await web.open(`http://127.0.0.1:${wire.port}/`, screen);
    const opened = page.waitForEvent('websocket');
    const to = await makeAddress(page);
    const socket = await opened;
    // Not `waitForEvent`, which fails when the cut is an error to the browser before it is the end.
    const closed = new Promise((resolve) => void socket.once('close', resolve));
    await page.getByText('Waiting for mail').waitFor();
    wire.cut();
    await closed;
    await expect(page.getByText('The relay does not answer. Is it running?')).toBeVisible();
    for (const title of ['First', 'Second'])
      await sendMail(relay.smtp, { to, subject: title, text: '.' });
    wire.mend();
    await expect(page.getByRole('button', { name: 'Second' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('button', { name: 'First' })).toHaveCount(1);
  });
}

test('mail that came while the browser was offline is there when it is back', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open(relay.url);
  const to = await makeAddress(page);
  await page.getByText('Waiting for mail').waitFor();
  await page.context().setOffline(true);
  await expect(page.getByText('You are offline. What came before is still here.')).toBeVisible();
  for (const subject of ['First', 'Second']) await sendMail(relay.smtp, { to, subject, text: '.' });
  await page.context().setOffline(false);
  await expect(page.getByRole('button', { name: 'Second' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'First' })).toHaveCount(1);
});

test('a part of the page that did not come is said to be missing, and asked for again', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open('about:blank');
  await page.context().route('**/assets/talk-*', (route) => route.abort());
  await page.goto(relay.url);
  await page.getByRole('button', { name: 'Make an address' }).click();
  await expect(page.getByText('The relay does not answer.')).toBeVisible();
  await page.context().unroute('**/assets/talk-*');
  await makeAddress(page);
  await expect(page.getByText('Waiting for mail')).toBeVisible();
});

test('the keys of the keyboard do what the page says of them', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open(relay.url);
  await page.getByRole('button', { name: 'Make an address' }).waitFor();
  await page.keyboard.press('n');
  const to = await shownAddress(page);
  await page.keyboard.press('c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(to);
  const row = (name: string) => page.getByRole('button', { name });
  for (const subject of ['Older', 'Newer']) {
    await sendMail(relay.smtp, { to, subject, text: subject });
    await row(subject).waitFor();
  }
  await page.keyboard.press('ArrowDown');
  await expect(row('Newer')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row('Older')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Older' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row('Older')).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
});

test('where keys cannot be made an address is made unsealed after a yes alone', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open(relay.url);
  // What a page over plain http has.
  await page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await page.reload();
  await page.getByRole('button', { name: 'Make an address' }).click();
  const question = page.getByRole('group', { name: 'Make an address anyway?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(await objections(page)).toEqual([]);
  await question.getByRole('button', { name: 'Make it unsealed' }).click();
  const to = await shownAddress(page);
  await expect(page.getByText('Its mail is not sealed')).toBeVisible();
  await sendMail(relay.smtp, { to, subject: 'In plain', text: 'Hello' });
  await page.getByRole('button', { name: 'In plain' }).waitFor();
});

test('an address is kept longer, ends at a click, and leaves with its mail', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open(relay.url);
  const to = await makeAddress(page);
  await page.getByRole('button', { name: 'Keep longer' }).click();
  await page.getByRole('button', { name: '8 hours' }).click();
  await page.getByText('Kept until').waitFor();
  await expect(page.getByText('8 hr left')).toBeVisible();
  await page.getByRole('button', { name: 'Delete address' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Make an address' }).waitFor();
  await expect(sendMail(relay.smtp, { to, subject: 'Too late' })).rejects.toThrow(/550/);
  await page.reload();
  await page.getByRole('button', { name: 'Make an address' }).waitFor();
});

test('a chosen name is a wish that the relay completes', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open(relay.url, 'phone', { language: 'de-DE' });
  await page.getByRole('button', { name: 'Mehr Auswahl' }).click();
  await page.getByLabel('Name').fill('anna');
  await page.getByRole('dialog').getByRole('button', { name: 'Adresse anlegen' }).click();
  await expect(page.getByText(/^anna\.[a-z0-9]{4,}@mayfly\.test$/).first()).toBeVisible();
});

test('a file brings everything back in another browser', async () => {
  await using relay = await startRelay();
  await using web = await openWeb();
  const page = await web.open(relay.url);
  const to = await makeAddress(page);
  await page.getByRole('button', { name: 'Save, bring back or forget' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save to a file' }).click();
  const file = await (await saved).path();
  await sendMail(relay.smtp, { to, subject: 'For both', text: 'Hello' });
  const other = await web.open(relay.url);
  await other.getByRole('button', { name: 'Save, bring back or forget' }).click();
  await other.getByLabel('Bring back from a file').setInputFiles(file);
  await other.getByText('Addresses added: 1').waitFor();
  await other.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  expect(await shownAddress(other)).toBe(to);
  await other.getByRole('button', { name: 'For both' }).waitFor();
});

/** What the page keeps of its one inbox. */
async function keptInbox(page: Page): Promise<Pick<CreatedInbox, 'id' | 'token'>> {
  const kept = await page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opened = indexedDB.open('mayfly');
        opened.onerror = () => reject(opened.error ?? new Error('There is no database'));
        opened.onsuccess = () => {
          const read = opened.result.transaction('inboxes').objectStore('inboxes').getAll();
          read.onsuccess = () => resolve(read.result[0]);
        };
      }),
  );
  return createdInboxSchema.pick({ id: true, token: true }).parse(kept);
}

for (const screen of screens) {
  test(`an address that has ended is reopened, and its mail is sealed to a new key, on a ${screen}`, async () => {
    await using relay = await startRelay();
    await using web = await openWeb();
    const page = await web.open(relay.url, screen);
    const to = await makeAddress(page);
    await page.getByText('Waiting for mail').waitFor();
    const { id, token } = await keptInbox(page);
    await relay.client.deleteInbox(id, { token });
    await page.getByRole('heading', { name: 'Past addresses' }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reopen', exact: true }).click();
    await page.getByText('It is open again. Mail to it shows up here.').waitFor();
    expect((await keptInbox(page)).id).not.toBe(id);
    await sendMail(relay.smtp, { to, subject: 'Your new password', text: 'Reset it' });
    await page.getByRole('button', { name: 'Your new password' }).waitFor();
    await expect(page.getByText('Only you can open its mail')).toBeVisible();
  });
}
