import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { executables } from '../fixtures/browser.ts';
import { startRelay } from '../fixtures/relay.ts';
import { openWeb } from '../fixtures/web.ts';
import { percentile, round } from './tools/figures.ts';

/**
 * The web inbox of a relay on this machine: Lighthouse's scores on a phone with its simulated throttling, and how long a
 * person on a slow phone waits for the page and then for the first address.
 */
const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
});
const runs = Number(options.runs);

/** Too big to be installed with the rest: it is fetched when somebody measures. */
const lighthouse = 'lighthouse@13.5.0';
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const audits = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'speed-index',
  'cumulative-layout-shift',
] as const;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue: number }>>;
}

const median = (values: readonly number[]) => percentile(values, 0.5);

async function audit(url: string, file: string): Promise<Report> {
  const flags = '--headless=new --no-sandbox';
  const args = [
    ...['-y', lighthouse, url, '--quiet', '--output=json', `--output-path=${file}`],
    ...[`--only-categories=${categories.join()}`, `--chrome-flags=${flags}`],
  ];
  const env = { ...process.env, CHROME_PATH: executables.chromium };
  await promisify(execFile)('npx', args, { env, maxBuffer: 10 ** 8 });
  const report: Report = JSON.parse(await readFile(file, 'utf8'));
  return report;
}

/** The median of each score (0 to 100) and of each time in milliseconds. */
async function scores(url: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-lighthouse-'));
  try {
    const reports: Report[] = [];
    for (let i = 0; i < runs; i += 1) {
      reports.push(await audit(url, path.join(folder, `${i}.json`)));
      console.error(`Lighthouse: ${i + 1} of ${runs}`);
    }
    const scoreOf = (name: string) =>
      round(median(reports.map((report) => (report.categories[name]?.score ?? 0) * 100)));
    const valueOf = (name: string) =>
      round(median(reports.map((report) => report.audits[name]?.numericValue ?? Number.NaN)));
    return {
      ...Object.fromEntries(categories.map((name) => [name, scoreOf(name)])),
      ...Object.fromEntries(audits.map((name) => [name, valueOf(name)])),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What Lighthouse calls a slow 4G, and a processor four times slower than this one. */
async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Milliseconds by the page's own clock: until its button is painted, and from the click on it to the painted address. */
async function firstAddress(page: Page, url: string) {
  await page.addInitScript(() => {
    const painted = (selector: string) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector) === null) requestAnimationFrame(look);
          // The frame after the one that lays it out.
          else requestAnimationFrame(() => resolve(performance.now()));
        };
        look();
      });
    addEventListener('DOMContentLoaded', () => {
      window.buttonAt = painted('main button');
      window.addressAt = painted('.address');
      addEventListener('click', () => (window.clickedAt = performance.now()), { capture: true });
    });
  });
  await page.goto(url);
  const pageMs = await page.evaluate(() => window.buttonAt);
  await page.getByRole('button', { name: 'Make an address' }).click();
  const addressMs = await page.evaluate(async () => (await window.addressAt) - window.clickedAt);
  return { pageMs, addressMs };
}

declare global {
  interface Window {
    buttonAt: Promise<number>;
    addressAt: Promise<number>;
    clickedAt: number;
  }
}

async function waits(url: string) {
  await using web = await openWeb();
  const all: Awaited<ReturnType<typeof firstAddress>>[] = [];
  for (let i = 0; i < runs; i += 1) {
    const page = await web.open('about:blank', 'phone');
    await slowDown(page);
    all.push(await firstAddress(page, url));
    await page.context().close();
  }
  return {
    pageMs: round(median(all.map(({ pageMs }) => pageMs))),
    addressMs: round(median(all.map(({ addressMs }) => addressMs))),
    slowestAddressMs: round(Math.max(...all.map(({ addressMs }) => addressMs))),
  };
}

await using relay = await startRelay();
const result = { ...(await waits(relay.url)), ...(await scores(relay.url)) };
console.table(result);
if (options.json) console.log(JSON.stringify(result));
