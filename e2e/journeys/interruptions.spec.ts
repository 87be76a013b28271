import { browserKinds } from '../fixtures/browser.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { addressIn, isVerified, signUp } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

/** Fills the form by the menu and sends it; the site keeps its mail back. */
async function signUpWithoutMail(person: Journey) {
  const page = await person.visit();
  person.site.hold();
  await person.chooseFromMenu(page, '#email');
  await addressIn(page);
  await signUp(page);
}

async function verifyFromPopup({ popup, tabWith }: Journey) {
  await popup.open();
  await popup.click('Confirm e-mail');
  expect(await isVerified(await tabWith('/verify?token='))).toBe(true);
}

const showsOne = (person: Journey) =>
  until(async () => (await person.badge()) === '1', { what: 'a 1 on the badge' });

test('mail arrives although the worker was ended between fill and mail', async ({ journey }) => {
  const person = await journey({ kind: 'chromium' });
  await signUpWithoutMail(person);
  await person.endWorker();
  await person.site.release();
  await verifyFromPopup(person);
});

test('mail arrives although the relay was restarted between fill and mail', async ({ journey }) => {
  const person = await journey({ kind: 'chromium' });
  await signUpWithoutMail(person);
  await person.relay.stop();
  await person.relay.start();
  await person.site.release();
  await verifyFromPopup(person);
});

for (const kind of browserKinds) {
  // Five minutes are not waited for. What is stored is set back by five minutes, so that everything that the extension
  // reads looks five minutes old, and the alarm that would ring next is told to ring now. Before that the browser has
  // ended the worker: Chromium is asked to, Firefox does it by itself after two seconds without an event.
  test(`the badge shows mail that comes five minutes after the fill, popup closed, in ${kind}`, async ({
    journey,
  }) => {
    const person = await journey({ kind, firefoxIdleMs: 2000 });
    await signUpWithoutMail(person);
    await person.endWorker();
    await person.setBack(5);
    await person.site.release();
    expect(await person.badge()).toBe('');
    await person.ringAlarm();
    await showsOne(person);
    expect(await person.popup.isOpen()).toBe(false);
  });
}
