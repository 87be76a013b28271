import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { iconAt } from '../fixtures/icon.ts';
import { expect, test } from '../fixtures/journey.ts';
import { addressIn } from '../fixtures/steps.ts';

const valueOf = (page: Page) =>
  page.$eval('#email', (field) => field instanceof HTMLInputElement && field.value);

/** Something of the page's own above the icon. */
const cover = (style: string) => `
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.textContent = 'You have won. Press here.';
    cover.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;margin:0;border:0;${style}';
    document.body.append(cover);
    cover.showPopover();
    // As long as it takes a person to read it.
    await new Promise((resolve) => setTimeout(resolve, 1500));`;

/** Said again and again, whatever the extension does about it. */
const always = (change: string) => `
    const again = () => {
      ${change};
      requestAnimationFrame(again);
    };
    again();`;

/** What a page can do to what it sees of an icon, its empty host. */
const disguises: Readonly<Record<string, string>> = {
  'a transparent host': always(`host.style.setProperty('opacity', '0.01', 'important')`),
  'a host under a filter': always(`host.style.setProperty('filter', 'opacity(0)', 'important')`),
  'a scaled host': always(`host.style.setProperty('transform', 'scale(8)', 'important')`),
  'a moved host': always(`host.style.setProperty('translate', '-40px 0', 'important')`),
  'a transparent page': always(`document.documentElement.style.opacity = '0'`),
  'a covered host': cover('opacity:0'),
  'a host under what lets clicks through': cover('background:#fff;pointer-events:none'),
};

test('a page gets no address by any disguise of the icon', async ({ journey }) => {
  // One page for each disguise.
  test.setTimeout(120_000);
  const { visit, display, relay } = await journey({ kind: 'chromium', grant: true });
  for (const [name, disguise] of Object.entries(disguises)) {
    const page = await visit('/hostile');
    const icon = iconAt(page, display, '#email');
    await icon.shows();
    await page.evaluate(
      `(async () => { const host = document.querySelector('div[data-mayfly=icon]'); ${disguise} })()`,
    );
    await icon.click();
    await icon.choose(0);
    await delay(400);
    expect.soft(await valueOf(page), name).toBe('');
    await page.close();
  }
  expect(relay.log).not.toContain('inbox-created');
});

test('a page cannot press the icon, look into it, or speak to the extension', async ({
  journey,
}) => {
  const { visit, display } = await journey({ kind: 'chromium', grant: true });
  const page = await visit('/hostile');
  const icon = iconAt(page, display, '#email');
  await icon.shows();
  const seen = await page.evaluate(async () => {
    const host = document.querySelector('div[data-mayfly=icon]');
    const event = { bubbles: true, composed: true, clientX: 5, clientY: 5 };
    host?.dispatchEvent(new MouseEvent('click', event));
    if (host instanceof HTMLElement) host.click();
    const runtime: unknown = Reflect.get(Object(Reflect.get(globalThis, 'chrome')), 'runtime');
    return {
      inside: host?.shadowRoot ?? null,
      text: host?.textContent,
      runtime: runtime ?? null,
      page: Reflect.get(globalThis, 'mayflyPage') ?? null,
      storage: Object.keys(localStorage).length,
    };
  });
  expect(seen).toEqual({ inside: null, text: '', runtime: null, page: null, storage: 0 });
  await delay(400);
  expect(await valueOf(page)).toBe('');
  // And a person can, still.
  await icon.click();
  await icon.choose(0);
  expect(await addressIn(page)).toMatch(/@mayfly\.test$/);
});
