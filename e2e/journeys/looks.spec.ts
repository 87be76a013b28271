import { expect, type Locator, type Page, test } from '@playwright/test';
import { iconOn, menuOn, openLooks } from '../fixtures/open-looks.ts';
import { lookNames } from '../fixtures/sites.ts';

const viewport = { width: 390, height: 620 };
const code = { value: '481205', inboxId: 'i', messageId: 'm' };
const offers = { isOff: false, address: 'quiet-heron-42@mayfly.test', code };

const field = (page: Page) => page.locator('#email, #code');
const host = (page: Page) => page.locator('[data-mayfly=icon]');

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It cannot be seen');
  const { x, y, width, height } = box;
  return { left: x, top: y, right: x + width, bottom: y + height };
}

test('in forms of all styles the icon is drawn within its field, beside what is there, and its menu within the window', async () => {
  test.slow();
  await using looks = await openLooks();
  for (const look of await lookNames()) {
    const page = await looks.open(look, { offers }, { viewport });
    const icon = await boxOf(iconOn(page).locator('svg'));
    const around = await boxOf(field(page));
    expect(icon.left, look).toBeGreaterThan(around.left);
    expect(icon.right, look).toBeLessThan(around.right);
    expect(icon.top, look).toBeGreaterThanOrEqual(around.top);
    expect(icon.bottom, look).toBeLessThanOrEqual(around.bottom);
    for (const other of await page.locator('.other').all()) {
      const { left, right } = await boxOf(other);
      expect(icon.right <= left || icon.left >= right, look).toBe(true);
    }
    await field(page).press('Alt+ArrowDown');
    const menu = await boxOf(menuOn(page));
    expect(menu.left, look).toBeGreaterThanOrEqual(0);
    expect(menu.right, look).toBeLessThanOrEqual(viewport.width);
    expect(menu.top, look).toBeGreaterThanOrEqual(around.bottom);
    await page.close();
  }
});

test('icon and menu are dark on a dark page and light on a light one, whatever the system is', async () => {
  await using looks = await openLooks();
  const onDark = await looks.open('dark', { offers }, { colorScheme: 'light' });
  await expect(host(onDark)).toHaveCSS('color-scheme', 'dark');
  const onLight = await looks.open('grid', { offers }, { colorScheme: 'dark' });
  await expect(host(onLight)).toHaveCSS('color-scheme', 'light');
});

test('the icon goes when its field is scrolled away, and comes back with it', async () => {
  await using looks = await openLooks();
  const page = await looks.open('scrolling', { offers }, { viewport });
  await iconOn(page).waitFor();
  const scrollTo = (top: number) =>
    page.locator('section').evaluate((section, to) => section.scrollTo(0, to), top);
  await scrollTo(400);
  await iconOn(page).waitFor({ state: 'hidden' });
  await scrollTo(90);
  await iconOn(page).waitFor();
});

test('the menu closes when the person goes on elsewhere', async () => {
  await using looks = await openLooks();
  const page = await looks.open('grid', { offers }, { viewport });
  await iconOn(page).click();
  await menuOn(page).waitFor();
  await page.locator('#password').click({ position: { x: 20, y: 10 } });
  await menuOn(page).waitFor({ state: 'hidden' });
});

test('the icon comes although the worker did not answer at first', async () => {
  await using looks = await openLooks();
  const page = await looks.open('grid', { offers, unanswered: 2 }, { viewport });
  await iconOn(page).waitFor();
});
