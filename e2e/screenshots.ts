import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openExtension } from './fixtures/extension.ts';
import { popupStates } from './fixtures/popup-states.ts';
import { takeLooks } from './fixtures/look-pictures.ts';
import { startRelay } from './fixtures/relay.ts';
import { openWeb, type Screen } from './fixtures/web.ts';
import { rareWebStates, webStates } from './fixtures/web-states.ts';

/** Takes pictures of all that extension and web inbox show, light and dark: node e2e/screenshots.ts FOLDER */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder that the pictures go to');
await mkdir(folder, { recursive: true });

async function take(page: Page, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const file = path.join(folder ?? '.', `${name}-${colorScheme}.png`);
    await page.screenshot({ path: file, fullPage: true });
    console.log(file);
  }
}

const inPanel = new Set(['mail', 'many-addresses']);
/** From Firefox' narrowest sidebar to a wide one. */
const panelWidths = [240, 360, 640];

async function takePanel(state: string) {
  const panel = await extension.open('sidepanel');
  for (const width of panelWidths) {
    await panel.setViewportSize({ width, height: 720 });
    await panel.getByRole('button', { name: 'Settings' }).waitFor();
    await take(panel, `panel-${state}-${width}`);
  }
  await panel.close();
}

await using relay = await startRelay();
await using extension = await openExtension();
for (const name of ['options', 'welcome'] as const) {
  const page = await extension.open(name);
  await page.getByRole('heading').first().waitFor();
  await take(page, name);
  await page.close();
}
const popup = await extension.open('popup');
for (const { name, reach } of popupStates(extension, relay)) {
  await reach(popup);
  await take(popup, `popup-${name}`);
  if (inPanel.has(name)) await takePanel(name);
}
const connected = await extension.open('options');
await connected.getByRole('heading').first().waitFor();
await take(connected, 'options-trouble');
await takeLooks(folder);

await using inboxRelay = await startRelay();
await using closedRelay = await startRelay({ MAYFLY_ACCESS: 'private' });
await using web = await openWeb();
for (const screen of ['phone', 'desktop'] satisfies Screen[]) {
  const page = await web.open(inboxRelay.url, screen);
  for (const { name, reach } of webStates(inboxRelay)) {
    await reach(page);
    await take(page, `web-${screen}-${name}`);
  }
  await inboxRelay.start();
  for (const { name, reach } of rareWebStates(inboxRelay, closedRelay)) {
    const page = await web.open('about:blank', screen);
    await reach(page);
    await take(page, `web-${screen}-${name}`);
  }
}
