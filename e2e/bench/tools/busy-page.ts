import { mkdtemp } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumArgs, executables, withGrant } from '../../fixtures/browser.ts';
import { siteHost } from '../../fixtures/sites.ts';

const settleMs = 2000;
const measuredMs = 10_000;
const rows = 6700;

/** Some 20,000 nodes, of which one is replaced a hundred times a second. */
const html = `<!doctype html><html lang="en"><title>Sign up</title><h1>Create your account</h1>
<form><label>E-mail <input type="email" name="email"></label>
<label>Password <input type="password" autocomplete="new-password"></label><button>Sign up</button></form>
<main>${'<div><b>row</b><i></i></div>'.repeat(rows)}</main>
<script>let n = 0; const main = document.querySelector('main'); setInterval(() => {
  const row = document.createElement('p'); row.textContent = String(n++);
  main.replaceChild(row, main.children[n % ${rows}]); }, 10);</script></html>`;

/** Microseconds that an event of a trace says a script of an extension took; 0 for all others. */
function ownMicroseconds(event: object): number {
  const url: unknown = Reflect.get(
    Object(Reflect.get(Object(Reflect.get(event, 'args')), 'data')),
    'url',
  );
  const isOwn = typeof url === 'string' && url.startsWith('chrome-extension://');
  const duration: unknown = Reflect.get(event, 'dur');
  const isCall = Reflect.get(event, 'name') === 'FunctionCall';
  return isCall && isOwn && typeof duration === 'number' ? duration : 0;
}

/** Milliseconds that scripts of the extension ran on the page's main thread, by the browser's own trace. */
async function tracedMs(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForTimeout(settleMs);
  const session = await context.newCDPSession(page);
  let microseconds = 0;
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) microseconds += ownMicroseconds(event);
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await page.waitForTimeout(measuredMs);
  await session.send('Tracing.end');
  await complete;
  return microseconds / 1000;
}

/** The share of the main thread's time that the extension takes on a page that never rests, in per cent. */
export async function busyPageShare(): Promise<number> {
  const folder = await withGrant('chromium');
  const profile = await mkdtemp(path.join(tmpdir(), 'mayfly-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executables.chromium,
    headless: true,
    args: [...chromiumArgs, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const spent = await tracedMs(context, `http://${siteHost}:${port}/`);
  await context.close();
  server.close();
  return (100 * spent) / measuredMs;
}
