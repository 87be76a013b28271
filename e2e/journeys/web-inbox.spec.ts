import { expect, test } from '@playwright/test';
import { sendMail } from '../fixtures/mail.ts';
import { startRelay } from '../fixtures/relay.ts';
import { startSite } from '../fixtures/sites.ts';
import { makeAddress, openWeb, type Screen } from '../fixtures/web.ts';

const subject = 'Confirm your account';

function mailWith(link: string) {
  return {
    subject,
    from: 'Shop <accounts@shop.test>',
    text: `Welcome!\n\nYour code is 580214.\n\nConfirm your e-mail: ${link}\n`,
    html: `<p>Welcome to the <b>shop</b>!</p><p>Your code is <b>580214</b>.</p><p><a href="${link}">Confirm your e-mail</a></p>`,
  };
}

for (const screen of ['desktop', 'phone'] satisfies Screen[]) {
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
