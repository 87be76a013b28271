import type { Page } from 'puppeteer-core';
import { browserKinds } from '../fixtures/browser.ts';
import { iconAt } from '../fixtures/icon.ts';
import { expect, type Journey, test } from '../fixtures/journey.ts';
import { frameIn, placeInFrame } from '../fixtures/places.ts';
import { addressIn, signUp } from '../fixtures/steps.ts';
import { until } from '../fixtures/until.ts';

const frame = '#frame';
const around = (inner: string, host: 'same' | 'other') => `/around?inner=${inner}&host=${host}`;

const valueIn = async (page: Page, selector = '#email') =>
  (await frameIn(page, frame)).$eval(
    selector,
    (field) => field instanceof HTMLInputElement && field.value,
  );

const addressInFrame = (page: Page) =>
  until(async () => /@mayfly\.test$/.test(String(await valueIn(page))) && (await valueIn(page)), {
    what: 'an address in the frame',
  });

async function standInFrame({ display }: Journey, page: Page) {
  const { x, y } = await placeInFrame(page, frame, '#email');
  display.click(x, y);
}

/** Sends the form in the frame; what the site gets is what was shown. */
async function sendFrame({ site }: Journey, page: Page) {
  const shown = await addressInFrame(page);
  const inner = await frameIn(page, frame);
  await inner.click('#send');
  await until(() => site.accounts.length > 0, { what: 'an account' });
  expect(site.accounts[0]?.email).toBe(shown);
}

for (const kind of browserKinds) {
  test(`without the grant a frame of the same site is filled by shortcut, menu and popup, in ${kind}`, async ({
    journey,
  }) => {
    const person = await journey({ kind });
    const page = await person.visit(around('', 'same'));
    await standInFrame(person, page);
    person.display.press('alt+shift+m');
    const first = await addressInFrame(page);

    const { x, y } = await placeInFrame(page, frame, '#email');
    await person.chooseFromMenuAt(x, y);
    await until(async () => (await valueIn(page)) !== first, { what: 'another address' });
    const second = await addressInFrame(page);

    await person.popup.open();
    await person.popup.click('New address');
    await until(async () => (await valueIn(page)) !== second, { what: 'a third address' });
    await person.popup.close();
    await sendFrame(person, page);
  });

  test(`without the grant a frame of another site is left alone, and the popup offers to copy, in ${kind}`, async ({
    journey,
  }) => {
    const person = await journey({ kind });
    const page = await person.visit(around('', 'other'));
    await standInFrame(person, page);
    person.display.press('alt+shift+m');
    await until(async () => person.relay.log.includes('inbox-created'), { what: 'an inbox' });
    await person.popup.open();
    await person.popup.click('Fill here');
    await person.popup.waitFor('Mayfly cannot reach into this page');
    await person.popup.waitFor('Copy it instead');
    expect(await valueIn(page)).toBe('');
  });

  test(`with the grant a frame of another site is filled by icon and shortcut, in ${kind}`, async ({
    journey,
  }) => {
    const person = await journey({ kind, grant: true });
    const page = await person.visit(around('', 'other'));
    const icon = iconAt(page, person.display, '#email', frame);
    await icon.shows();
    expect(await icon.count()).toBe(1);
    await icon.click();
    await icon.choose(0);
    const first = await addressInFrame(page);
    await standInFrame(person, page);
    person.display.press('alt+shift+m');
    await until(async () => (await valueIn(page)) !== first, { what: 'another address' });
    await sendFrame(person, page);
  });
}

test('with the grant a frame of the same site has one icon, which follows its scrolling', async ({
  journey,
}) => {
  const person = await journey({ kind: 'chromium', grant: true });
  const page = await person.visit(around('', 'same'));
  const icon = iconAt(page, person.display, '#email', frame);
  await icon.shows();
  expect([await icon.count(), await iconAt(page, person.display, frame).count()]).toEqual([1, 0]);
  const inner = await frameIn(page, frame);
  await inner.evaluate(() => {
    document.body.style.height = '3000px';
    scrollTo(0, 60);
  });
  await icon.click();
  await icon.choose(0);
  await sendFrame(person, page);
});

test('a code for the site around it is not offered in a frame of another site', async ({
  journey,
}) => {
  const person = await journey({ kind: 'chromium', grant: true });
  const { visit, display, site } = person;
  const form = await visit('/with-code');
  await iconAt(form, display, '#email').use();
  await addressIn(form);
  await signUp(form);
  await iconAt(form, display, '#code').shows();

  // In a page of the site itself, in a frame of its own: offered. In a frame of another site, or on another site: not.
  const own = await visit(around('boxes', 'same'));
  await iconAt(own, display, '#box-0', frame).shows();
  const page = await visit(around('boxes', 'other'));
  const foreign = iconAt(page, display, '#box-0', frame);
  const elsewhere = await visit('/article');
  await elsewhere.goto(`${site.otherOrigin}/boxes`);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await iconAt(elsewhere, display, '#box-0').count()).toBe(0);
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await foreign.count()).toBe(0);
});
