import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { extensionFolders, launchBrowser } from '../fixtures/browser.ts';
import { connect } from '../fixtures/connect.ts';
import { startDisplay } from '../fixtures/display.ts';
import { openExtension } from '../fixtures/extension.ts';
import { pageWith } from '../fixtures/page-with.ts';
import { placeOf } from '../fixtures/places.ts';
import { popupStates } from '../fixtures/popup-states.ts';
import { startRelay } from '../fixtures/relay.ts';
import { startSite } from '../fixtures/sites.ts';
import { addressIn } from '../fixtures/steps.ts';
import { busyPageShare } from './tools/busy-page.ts';
import { percentile, round } from './tools/figures.ts';

/**
 * How big the extension for Chrome is, how long a fill takes, how long the popup takes to show mail, and what icons
 * cost on a page that never rests.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '30' },
  },
});
const runs = Number(options.runs);
const folder = extensionFolders.chromium;
const raised = { MAYFLY_INBOXES_PER_HOUR: '10000', MAYFLY_REQUESTS_PER_MINUTE: '100000' };

const figures = (values: readonly number[]) => ({
  median: round(percentile(values, 0.5)),
  p95: round(percentile(values, 0.95)),
});

/** All files, and those that are put into pages. */
async function sizes() {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let unpackedBytes = 0;
  let contentScriptGzipBytes = 0;
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    unpackedBytes += (await stat(file)).size;
    // What every page gets; the icons come only into those that have a field for one.
    if (['page.js', 'watch.js'].includes(entry.name))
      contentScriptGzipBytes += gzipSync(await readFile(file)).length;
  }
  return { unpackedBytes, contentScriptGzipBytes };
}

declare global {
  interface Window {
    filled: Promise<number>;
    mailShownAt: number;
  }
}

/** From just before the shortcut's keys are pressed to the field's input event; both read the machine's clock. */
async function fillTimes() {
  await using stack = new AsyncDisposableStack();
  const display = stack.use(await startDisplay());
  const relay = stack.use(await startRelay(raised));
  const site = stack.use(await startSite(() => relay.smtp));
  const { browser, extensionUrl } = await launchBrowser({ kind: 'chromium', display });
  stack.defer(() => browser.close());
  await connect(await pageWith(browser, '/welcome.html'), extensionUrl, relay.url);
  const page = await browser.newPage();
  const times: number[] = [];
  const addresses = new Set<string>();
  for (let i = 0; i < runs; i += 1) {
    await page.goto(site.url);
    const { x, y } = await placeOf(page, '#email');
    display.click(x, y);
    await page.$eval('#email', (field) => {
      window.filled = new Promise((resolve) => {
        field.addEventListener('input', () => resolve(Date.now()), { once: true });
      });
    });
    const pressed = Date.now();
    display.press('alt+shift+m');
    times.push((await page.evaluate(() => window.filled)) - pressed);
    addresses.add(await addressIn(page));
  }
  if (addresses.size !== runs) throw new Error('Not every fill was a fresh address');
  return times;
}

/** From the start of the page to the frame in which its first mail is painted. */
async function popupTimes() {
  await using relay = await startRelay(raised);
  await using extension = await openExtension();
  const first = await extension.open('popup');
  for (const { name, reach } of popupStates(extension, relay)) {
    await reach(first);
    if (name === 'mail') break;
  }
  await first.close();
  await extension.context.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('[data-message]')) requestAnimationFrame(look);
      // The frame after the one that lays it out.
      else requestAnimationFrame(() => (window.mailShownAt = performance.now()));
    };
    look();
  });
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const page = await extension.open('popup');
    await page.waitForFunction(() => window.mailShownAt > 0);
    times.push(await page.evaluate(() => window.mailShownAt));
    await page.close();
  }
  return times;
}

console.error(`Raised limits: ${JSON.stringify(raised)}; ${runs} runs each`);
const result = {
  ...(await sizes()),
  fillMs: figures(await fillTimes()),
  popupFirstPaintMs: figures(await popupTimes()),
  busyPagePercent: round(await busyPageShare()),
};
console.table(result);
if (options.json) console.log(JSON.stringify(result));
