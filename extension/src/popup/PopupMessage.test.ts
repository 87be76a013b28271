// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, unmountAll } from '../../test/mount.ts';
import {
  contentOf,
  createWorld,
  inboxOf,
  linkOf,
  messageOf,
  type PartialWorld,
} from '../../test/popup-fixture.ts';
import App from '../entrypoints/popup/App.vue';

afterEach(unmountAll);

async function open(over: PartialWorld = {}) {
  const fixture = createWorld(over);
  return { ...fixture, ...(await mount(App, { deps: fixture.deps })) };
}

const shop = inboxOf('shop', { site: 'shop.example' });
const confirm = (over = {}) =>
  messageOf('shop', 'confirm', contentOf({ links: [linkOf('https://shop.example/c')] }), over);
const withCode = () =>
  messageOf(
    'shop',
    'code',
    contentOf({ subject: 'Your code', codes: [{ value: '482913', score: 0.9, reasons: ['r'] }] }),
  );

describe('an open mail', () => {
  it('is marked as seen and gives its focus back when it is closed', async () => {
    const page = await open({ inboxes: [shop], messages: [confirm()] });
    await page.click('Please confirm');
    expect(page.sent[0]).toEqual({
      name: 'message.seen',
      payload: { inboxId: 'shop', messageId: confirm().id },
    });
    expect(document.activeElement?.textContent).toContain('Back');
    await page.click('Back');
    expect(document.activeElement?.getAttribute('data-message')).toBe(confirm().id);
  });

  it('is the one that a notification asks for', async () => {
    const start = { inboxId: 'shop', messageId: withCode().id };
    const messages = [confirm(), withCode()];
    const page = await open({ inboxes: [inboxOf('newer'), shop], messages, start });
    expect(page.all('h1')[0]?.textContent).toBe('Your code');
  });

  it('that could not be parsed says so and can be downloaded', async () => {
    const page = await open({ inboxes: [shop], messages: [messageOf('shop', 'm', null)] });
    page.world.parts.set('raw', new ArrayBuffer(3));
    await page.click('Could not be shown');
    expect(page.text()).toContain('Nothing is lost');
    await page.click('Original (.eml)');
    expect(page.saved).toEqual(['mail.eml']);
  });

  it('that is sealed and could not be parsed is read in the web inbox, its source too', async () => {
    const sealed = { ...shop, privateKey: 'private' };
    const page = await open({ inboxes: [sealed], messages: [messageOf('shop', 'm', null)] });
    await page.click('Could not be shown');
    await page.click('Read it in the web inbox');
    await page.click('Original (.eml)');
    const link = `page ${shop.relayUrl}/#inbox=${shop.token}&restore=restore&key=private`;
    expect([page.closed, page.saved]).toEqual([[link, link], []]);
  });

  it('tells what was taken out of it, and why', async () => {
    const removed = [
      { name: 'invoice.pdf.exe', reason: 'double-extension' as const, detail: '' },
      { name: 'photos.zip', reason: 'inside-archive' as const, detail: 'run.js' },
      { name: 'message.eml', reason: 'unreadable-message' as const, detail: '' },
    ].map((one) => ({ ...one, type: 'application/octet-stream', size: 2048 }));
    const mail = messageOf('shop', 'removed', contentOf({ removed }));
    const page = await open({ inboxes: [shop], messages: [mail] });
    await page.click('Please confirm');
    expect(page.all('li.file').map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^invoice\.pdf\.exe.*harmless-looking name, 2/),
      expect.stringMatching(/^photos\.zip.*inside \(run\.js\), 2/),
      expect.stringMatching(/^message\.eml.*original cannot be looked through, 2/),
    ]);
    expect(page.text()).toContain('can harm your computer');
  });

  it('says when a download does not work', async () => {
    const page = await open({ inboxes: [shop], messages: [confirm()] });
    await page.click('Please confirm');
    await page.click('Original (.eml)');
    expect(page.said()).toContainEqual(expect.stringContaining('did not work'));
  });

  it('that is sealed says that the key is missing', async () => {
    const sealed = { content: { v: 1 as const, enc: 'a', ct: 'b' } };
    const page = await open({
      inboxes: [shop],
      messages: [messageOf('shop', 'm', null, { state: 'analysed', sealed })],
    });
    expect(page.text()).toContain('does not have the key');
  });

  it('tells why its link was picked', async () => {
    const page = await open({ inboxes: [shop], messages: [confirm()] });
    await page.click('Please confirm');
    expect(page.all('details')[0]?.textContent).toContain('the word “confirm”');
  });

  it('shows a plain text as it is, its addresses to be pressed, and where a hidden one leads', async () => {
    const text = 'Go to https://shop.example/a.\nOr https://bank.example@evil.example/ now.';
    const page = await open({
      inboxes: [shop],
      messages: [messageOf('shop', 'm', contentOf({ text }))],
    });
    await page.click('Please confirm');
    const shown = page.all('.text')[0]?.textContent.trim();
    expect(shown).toBe(text.replace('evil.example/', 'evil.example/→ evil.example'));
    const links = page.all('.text a').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['https://shop.example/a', 'https://bank.example@evil.example/']);
  });
});
