import { browserKinds } from '../fixtures/browser.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { sendMail } from '../fixtures/mail.ts';
import { readOwn } from '../fixtures/own-inbox.ts';
import { addressIn, isVerified, signUp } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

/** Minutes: an hour of life, and three days. */
const away = 60 + 3 * 24 * 60 + 10;

/** Time goes by for the relay, and what the extension has gets older. */
async function letDaysPass({ relay, setBack }: Journey) {
  relay.tell({ setBy: away * 60_000 });
  await setBack(away);
}

/** Signs up at the site, and goes away for three days. */
async function signUpAndLeave(person: Journey): Promise<string> {
  const page = await person.visit();
  await person.chooseFromMenu(page, '#email');
  const address = await addressIn(page);
  await signUp(page);
  // What is still being fetched when the time is set back would be kept with the old time.
  await until(async () => (await person.badge()) === '1', { what: 'the mail of the site' });
  await letDaysPass(person);
  return address;
}

/** The mail that the site sends to who has forgotten the password. */
function sendReset({ relay, site }: Journey, to: string) {
  const link = `${site.origin}/verify?token=${site.accounts[0]?.token ?? ''}`;
  const html = `<p>Somebody asked for a new password.</p>
    <p><a href="${link}">Reset your password</a></p>`;
  return sendMail(relay.smtp, { to, subject: 'Reset your password', html });
}

for (const kind of browserKinds) {
  test(`a password is reset by an address that had expired, in ${kind}`, async ({ journey }) => {
    const person = await journey({ kind, setsClock: true });
    const { popup } = person;
    const address = await signUpAndLeave(person);
    const tooEarly = expect.objectContaining({ responseCode: 450 });
    await expect(sendReset(person, address)).rejects.toEqual(tooEarly);

    await popup.open();
    await popup.click('New address');
    await popup.waitFor('Waiting for mail');
    await popup.click('Past addresses');
    await popup.waitFor('3 days ago');
    await popup.click(`Reopen ${address}`);
    await popup.waitFor('It is open again.');
    // What a sender does that was asked to come again.
    await sendReset(person, address);
    await popup.click('Reset password');
    expect(await isVerified(await person.tabWith('/verify?token='))).toBe(true);
  });
}

test('an address that another browser has reopened can be read', async ({ journey }) => {
  const person = await journey({ kind: 'chromium', setsClock: true });
  const { control, popup, relay } = person;
  const address = await signUpAndLeave(person);
  const { restoreKey } = await readOwn(control, address);
  await relay.client.restoreInbox({ restoreKey });
  await popup.open();
  await popup.click('Reopen');
  await popup.waitFor('This address is open already');
  await sendReset(person, address);
  await popup.waitFor('Reset your password');
  expect(await popup.text()).not.toContain('Keep longer');
});
