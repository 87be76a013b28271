import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, type Frame, type Locator, type Page, test } from '@playwright/test';
import { createTransport } from 'nodemailer';
import { openExtension } from '../fixtures/extension.ts';
import { hostileFamilies } from '../fixtures/hostile-families.ts';
import { hostileHtml } from '../fixtures/hostile-html.ts';
import { type Endpoint, startRelay } from '../fixtures/relay.ts';

/** Sends each as a mail of its own, its name as the subject, over one connection. */
async function sendAll(smtp: Endpoint, to: string, bodies: Readonly<Record<string, string>>) {
  const transport = createTransport({
    ...smtp,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
  });
  try {
    for (const [subject, html] of Object.entries(bodies)) {
      await transport.sendMail({ from: 'mallory@shop.test', to, subject: `“${subject}”`, html });
    }
  } finally {
    transport.close();
  }
}

/** An address of the popup, by its button. */
async function makeAddress(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make an address' }).click();
  const shown = await page
    .getByText(/^\S+@mayfly\.test$/)
    .first()
    .textContent();
  return shown?.trim() ?? '';
}

/** A host that somebody else runs: it sees even connections over which nothing is said. */
async function startStranger() {
  let visits = 0;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response
      .writeHead(200, { 'content-type': 'text/html', connection: 'close' })
      .end('<p>Here</p>');
  });
  server.on('connection', () => (visits += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    host: `127.0.0.1:${port}`,
    asked,
    visits: () => visits,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

/** A click without the mouse: where a button stands is not what is tested here. */
async function press(button: Locator) {
  await button.evaluate((element: HTMLElement) => element.click());
}

/** Opens a mail of the list and gives the frame in which its HTML is shown. */
async function openMail(page: Page, subject: string): Promise<Frame> {
  await press(page.locator('[data-message]', { hasText: `“${subject}”` }));
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The mail has no frame');
  await frame.waitForLoadState();
  return frame;
}

/** What must not stand in the frame. Runs in it, beside the mail. */
function faultsInside(): string[] {
  const faults: string[] = [];
  const active =
    'script,iframe,frame,frameset,object,embed,portal,fencedframe,form,input,button,select,textarea,' +
    'svg,math,video,audio,source,track,picture,template,link,details,dialog,area[href]:not([target])';
  for (const { outerHTML } of document.querySelectorAll(active))
    faults.push(`element ${outerHTML}`);
  const policies = document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]');
  if (policies.length !== 1) faults.push(`${policies.length} policies`);
  if (document.querySelector('meta[http-equiv=refresh i]')) faults.push('refresh');
  if (document.querySelectorAll('base').length !== 1) faults.push('base');
  for (const element of document.body.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (
        /^on|^(?:srcset|ping|action|formaction|popover|autofocus|download|is|background)$/i.test(
          name,
        )
      ) {
        faults.push(`attribute ${name}=${value}`);
      }
      if (name === 'src' && !/^data:image\/(?!svg)/.test(value)) faults.push(`source ${value}`);
      if (name === 'href') {
        if (!/^(?:https?:\/\/|mailto:)/.test(value)) faults.push(`link ${value}`);
        if (element.getAttribute('target') !== '_blank') faults.push(`target of ${value}`);
        if (element.getAttribute('rel') !== 'noopener noreferrer') faults.push(`rel of ${value}`);
      }
    }
  }
  if (window.name === 'ran') faults.push('a script ran');
  return faults;
}

// A trace would take a picture of the long list at each of hundreds of steps.
test.use({ trace: 'off' });

test('hostile mail runs nothing, asks nobody and goes nowhere when it is read', async () => {
  test.setTimeout(300_000);
  await using relay = await startRelay({ MAYFLY_INBOX_MESSAGES: '1000' });
  await using stranger = await startStranger();
  await using extension = await openExtension();
  await extension.connect(relay.url);
  const page = await extension.open('popup');
  const single = hostileHtml(stranger.host);
  const families = hostileFamilies(stranger.host);
  expect(Object.keys(single).length + families.count).toBeGreaterThanOrEqual(300);
  const bodies = { ...single, ...families.bodies };
  await sendAll(relay.smtp, await makeAddress(page), bodies);
  const names = Object.keys(bodies);
  await expect(page.locator('[data-message]')).toHaveCount(names.length);
  const tabs = extension.context.pages().length;
  page.on('dialog', (dialog) => expect.soft(dialog.message(), 'dialog').toBe(''));

  for (const name of names) {
    const frame = await openMail(page, name);
    expect.soft(await frame.evaluate(faultsInside), name).toEqual([]);
    expect.soft(frame.url(), name).toBe('about:srcdoc');
    await press(page.getByRole('button', { name: 'Back' }));
  }
  expect(stranger.visits()).toBe(0);
  expect(extension.context.pages()).toHaveLength(tabs);
  expect(await page.evaluate(() => window.name)).not.toBe('ran');
});

test('images of a mail are fetched when the person asks for them, and nothing else ever', async () => {
  await using relay = await startRelay();
  await using stranger = await startStranger();
  await using extension = await openExtension();
  await extension.connect(relay.url);
  const page = await extension.open('popup');
  const there = `http://${stranger.host}`;
  await sendAll(relay.smtp, await makeAddress(page), {
    newsletter: `<link rel="stylesheet" href="${there}/sheet.css">
      <style>@import url(${there}/import.css);@font-face{font-family:f;src:url(${there}/font.woff2)}p{font-family:f}</style>
      <body background="${there}/body.png"><p style="background-image:url(${there}/paragraph.png)">Hello</p>
      <a href="http://shop.example/"><img src="${there}/logo.png" alt="The shop"></a><script src="${there}/script.js"></script></body>`,
  });
  const frame = await openMail(page, 'newsletter');
  await expect(frame.getByText('The shop')).toBeVisible();
  await expect(page.getByText('3 images held back')).toBeVisible();
  expect(stranger.visits()).toBe(0);

  await page.getByRole('button', { name: 'Show them' }).click();
  const images = ['/body.png', '/logo.png', '/paragraph.png'];
  await expect.poll(() => stranger.asked.toSorted()).toEqual(images);
  await page.getByRole('button', { name: 'Back' }).click();
  expect(stranger.asked.toSorted()).toEqual(images);
});

test('a link in a mail opens a tab of its own that knows nothing of the mail', async () => {
  await using relay = await startRelay();
  await using site = await startStranger();
  await using extension = await openExtension();
  await extension.connect(relay.url);
  const page = await extension.open('popup');
  const html = `<p>Read <a href="http://${site.host}/news?a=1&amp;b=2">the news</a> or <a href="http://${site.host}/">bank.example</a>.</p>`;
  await sendAll(relay.smtp, await makeAddress(page), { news: html });
  const frame = await openMail(page, 'news');
  await expect(frame.getByText(`→ ${site.host}`)).toHaveCount(1);

  const opened = extension.context.waitForEvent('page');
  // By the mouse: the driver's own click asks the frame to run a script, which it cannot.
  const box = await frame.getByRole('link', { name: 'the news' }).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  const tab = await opened;
  await tab.waitForURL(`http://${site.host}/news?a=1&b=2`);
  expect(
    await tab.evaluate(() => ({ opener: window.opener, referrer: document.referrer })),
  ).toEqual({
    opener: null,
    referrer: '',
  });
});
