// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, unmountAll } from '../../../test/mount.ts';
import {
  contentOf,
  createWorld,
  failing,
  filling,
  inboxOf,
  linkOf,
  messageOf,
  minute,
  now,
  type PartialWorld,
} from '../../../test/popup-fixture.ts';
import App from './App.vue';

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

describe('before there is an address', () => {
  it('offers to connect the relay on this computer with one click', async () => {
    const page = await open({ connected: false });
    await page.click('Connect to 127.0.0.1:3000');
    expect(page.sent).toEqual([
      { name: 'relay.connect', payload: { url: 'http://127.0.0.1:3000', accessToken: null } },
    ]);
  });

  it('says why connecting failed', async () => {
    const page = await open({
      connected: false,
      replies: { 'relay.connect': failing('not-a-relay') },
    });
    await page.click('Connect to');
    expect(page.said()).toContainEqual(expect.stringContaining('not a Mayfly relay'));
  });

  it('makes an address and fills it into the tab', async () => {
    const made = { inboxId: 'shop', address: 'shop@mayfly.test' };
    const page = await open({ replies: { 'inbox.create': { ...made, ...filling('filled') } } });
    page.world.inboxes = [shop];
    await page.click('Make an address');
    expect(page.sent[0]).toEqual({
      name: 'inbox.create',
      payload: { tabId: 7, isPrivate: false },
    });
    expect(page.text()).toContain('shop@mayfly.test');
    expect(page.said()).toContainEqual(expect.stringContaining('Filled in.'));
  });
});

describe('the chosen address', () => {
  it('is the one of the site in the tab, although another is newer', async () => {
    const newer = inboxOf('newer', { createdAt: now });
    const page = await open({ inboxes: [newer, shop], host: 'www.shop.example' });
    expect(page.all('.address')[0]?.textContent).toBe('shop@mayfly.test');
    expect(page.has('newer@mayfly.test')).toBe(true);
  });

  it('is copied, and says so', async () => {
    const page = await open({ inboxes: [shop] });
    await page.click('Copy the address');
    expect(page.copied).toEqual(['shop@mayfly.test']);
    expect(page.said()).toContain('Copied');
  });

  it('says when the browser does not let it be copied', async () => {
    const page = await open({ inboxes: [shop], copies: false });
    await page.click('Copy the address');
    expect(page.said()).toContainEqual(expect.stringContaining('did not allow copying'));
  });

  it.each([
    ['no-field', 'no e-mail field'],
    ['not-reachable', 'cannot reach'],
    ['not-kept', 'did not keep'],
  ] as const)('offers to copy it when filling ends in %s', async (outcome, words) => {
    const page = await open({ inboxes: [shop], replies: { 'inbox.fill': filling(outcome) } });
    await page.click('Fill here: shop@mayfly.test');
    expect(page.text()).toContain(words);
    await page.click('Copy it instead');
    expect(page.copied).toEqual(['shop@mayfly.test']);
  });

  it('is deleted only after a second click', async () => {
    const page = await open({ inboxes: [shop] });
    await page.click('Delete address');
    expect(page.sent).toEqual([]);
    page.world.inboxes = [];
    await page.click('Delete');
    expect(page.sent).toEqual([{ name: 'inbox.delete', payload: { inboxId: 'shop' } }]);
    expect(page.text()).toContain('No address yet');
  });

  it('gives the focus back when the question is left by Escape', async () => {
    const page = await open({ inboxes: [shop] });
    const trigger = page.all('button').find((button) => button.title === 'Delete address');
    trigger?.focus();
    await page.click('Delete address');
    expect(document.activeElement?.textContent).toContain('Delete');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    document.activeElement?.dispatchEvent(escape);
    await page.settled();
    expect(document.activeElement).toBe(trigger);
    expect(page.sent).toEqual([]);
  });

  it('is kept for as long as is chosen', async () => {
    const expiresAt = now + 24 * 60 * minute;
    const page = await open({
      inboxes: [shop],
      replies: { 'inbox.extend': { ok: true, expiresAt } },
    });
    await page.click('Keep longer');
    await page.click('1 day');
    expect(page.sent).toEqual([
      { name: 'inbox.extend', payload: { inboxId: 'shop', ttlMinutes: 1440 } },
    ]);
    expect(page.text()).toContain('Kept until');
  });

  it('is shown as ended, without what no longer works', async () => {
    const page = await open({ inboxes: [{ ...shop, expiresAt: now - 5 * minute }] });
    expect(page.text()).toContain('Ended 5 minutes ago');
    expect(page.has('Fill')).toBe(false);
    expect(page.has('Reopen')).toBe(true);
  });
});

describe('mail', () => {
  it('opens a link with one click, which the worker does, and closes the popup', async () => {
    const page = await open({ inboxes: [shop], messages: [confirm()] });
    await page.click('Confirm e-mail');
    const { id } = confirm();
    expect(page.sent).toEqual([
      {
        name: 'link.open',
        payload: { inboxId: 'shop', messageId: id, url: 'https://shop.example/c' },
      },
    ]);
    expect(page.closed).toEqual(['popup']);
  });

  it('shows before the click where the link leads', async () => {
    const page = await open({ inboxes: [shop], messages: [confirm()] });
    expect(page.text()).toContain('leads to shop.example');
  });

  it('asks once more before a link that leads away from the site', async () => {
    const links = [linkOf('https://elsewhere.example/c')];
    const page = await open({
      inboxes: [shop],
      messages: [messageOf('shop', 'm', contentOf({ links }))],
    });
    await page.click('Confirm e-mail');
    expect(page.sent).toEqual([]);
    expect(page.text()).toContain('leads to elsewhere.example');
    await page.click('Open anyway');
    expect(page.sent.map(({ name }) => name)).toEqual(['link.open']);
  });

  it('offers no link that is not of the web', async () => {
    const links = [linkOf('javascript:alert(1)')];
    const page = await open({
      inboxes: [shop],
      messages: [messageOf('shop', 'm', contentOf({ links }))],
    });
    expect(page.has('Confirm e-mail')).toBe(false);
  });

  it('copies a code with one click and says so', async () => {
    const page = await open({ inboxes: [shop], messages: [withCode()] });
    await page.click('Copy the code 482913');
    expect(page.copied).toEqual(['482913']);
    expect(page.said()).toContain('Copied');
  });

  it('is announced when it comes', async () => {
    const page = await open({ inboxes: [shop] });
    expect(page.text()).toContain('Waiting for mail');
    page.world.messages = [confirm()];
    page.changed();
    await page.settled();
    expect(page.said()).toContain('New mail from Birch Shop: Please confirm');
  });

  it('of other addresses is counted, and one click away', async () => {
    const other = inboxOf('other', { createdAt: now - 20 * minute });
    const page = await open({
      inboxes: [shop, other],
      messages: [messageOf('other', 'm', contentOf({ subject: 'Hello' }))],
    });
    await page.click('1 new mail elsewhere');
    expect(page.all('.address')[0]?.textContent).toBe('other@mayfly.test');
    expect(page.text()).toContain('Hello');
  });
});

describe('when the relay cannot be reached', () => {
  const relay = { trouble: 'unreachable' as const, nextTryAt: now + 40_000, lastSuccessAt: null };

  it('says so, and when it tries again, and keeps showing what came', async () => {
    const page = await open({ inboxes: [shop], messages: [confirm()], relay });
    expect(page.text()).toContain('The relay does not answer');
    expect(page.text()).toContain('Next try in 40 sec');
    expect(page.text()).toContain('Please confirm');
  });

  it('tries at once when asked to', async () => {
    const page = await open({ inboxes: [shop], relay });
    page.world.relay = { trouble: null, nextTryAt: null, lastSuccessAt: now };
    await page.click('Try now');
    expect(page.sent).toEqual([{ name: 'inbox.refresh', payload: {} }]);
    expect(page.text()).not.toContain('does not answer');
  });

  it('leads to the settings when only they can help', async () => {
    const page = await open({ inboxes: [shop], relay: { ...relay, trouble: 'access-required' } });
    await page.click('Open settings');
    expect(page.closed).toEqual(['options']);
  });

  it('says that the browser is offline when it is', async () => {
    const page = await open({ inboxes: [shop], online: false });
    expect(page.text()).toContain('You are offline');
    expect(page.has('Try now')).toBe(false);
  });
});

describe('the popup', () => {
  it('stays with its address whatever happens to the page under it', async () => {
    const bank = inboxOf('bank', { site: 'bank.example', createdAt: now - 20 * minute });
    const page = await open({ inboxes: [shop, bank] });
    page.goToTab(7, 'bank.example');
    await page.settled();
    expect(page.all('.address')[0]?.textContent).toBe('shop@mayfly.test');
  });
});

describe('the reminder to save the addresses', () => {
  const three = ['a', 'b', 'c'].map((id) => inboxOf(id));
  const words = 'Removing Mayfly from the browser deletes your addresses (3)';

  it('leads to the place where that is done', async () => {
    const page = await open({ inboxes: three });
    expect(page.text()).toContain(words);
    await page.click('Save to a file');
    expect(page.closed).toEqual(['options#addresses']);
  });

  it('goes when it is dismissed', async () => {
    const page = await open({ inboxes: three });
    page.world.restsUntil = now + minute;
    await page.click('Close');
    expect(page.sent).toEqual([{ name: 'reminder.rest', payload: { saved: false } }]);
    expect(page.text()).not.toContain(words);
  });

  it.each([
    ['there are few of them', { inboxes: three.slice(1) }],
    ['they were saved not long ago', { inboxes: three, restsUntil: now + minute }],
    ['they belong to a private window', { inboxes: three.map((a) => ({ ...a, isPrivate: true })) }],
  ])('stays away when %s', async (_, over) => {
    const page = await open(over);
    expect(page.has('Save to a file')).toBe(false);
  });
});

describe('a page of a relay that offers a pairing', () => {
  const offer = {
    tabId: 7,
    url: 'https://mail.shop.example/mayfly',
    host: 'mail.shop.example',
    code: 'abcdefghijklmnop',
  };
  const question = 'Pair this browser with mail.shop.example?';

  it('is asked about, and told once the browser is paired', async () => {
    const page = await open({ offer, connected: false });
    expect(page.text()).toContain(question);
    expect(page.text()).not.toContain('no longer at');
    expect(page.sent).toEqual([]);
    await page.click('Pair');
    expect(page.asked).toEqual(['https://mail.shop.example/*']);
    const { url, code, tabId } = offer;
    expect(page.sent).toEqual([
      // The browser's question may close the popup.
      { name: 'relay.pairWhenAllowed', payload: { pairing: { url, code, tabId } } },
      { name: 'relay.pair', payload: { url, code } },
    ]);
    expect(page.ended).toEqual([7]);
    expect(page.said()).toContainEqual(expect.stringContaining('Paired with mail.shop.example.'));
    expect(page.text()).not.toContain(question);
  });

  it('is asked about with what it would take the place of', async () => {
    const page = await open({ offer, inboxes: [shop] });
    expect(page.text()).toContain(
      'New addresses are then made there, no longer at 127.0.0.1:3000.',
    );
  });

  it('gives nothing when the answer is no', async () => {
    const page = await open({ offer });
    await page.click('Not now');
    expect(page.text()).not.toContain(question);
    expect([page.sent, page.asked, page.ended]).toEqual([[], [], []]);
  });

  it('is not paired with where the browser is not allowed to speak to it', async () => {
    const page = await open({ offer, grants: false });
    await page.click('Pair');
    expect(page.sent.at(-1)).toEqual({
      name: 'relay.pairWhenAllowed',
      payload: { pairing: null },
    });
    expect(page.sent.map(({ name }) => name)).not.toContain('relay.pair');
    expect(page.said()).toContainEqual(expect.stringContaining('access to mail.shop.example'));
  });

  it.each([
    ['another page', { ...offer, url: 'https://other.example', host: 'other.example' }],
    ['another offer', { ...offer, code: 'ponmlkjihgfedcba' }],
    ['no offer', null],
  ])('is not paired with when there is %s meanwhile', async (_, next) => {
    const page = await open({ offer });
    page.world.offer = next;
    await page.click('Pair');
    expect(page.sent.map(({ name }) => name)).not.toContain('relay.pair');
    expect(page.said()).toContainEqual(expect.stringContaining('no longer in front'));
  });

  it('says why it did not work, and leaves the offer to the page', async () => {
    const page = await open({ offer, replies: { 'relay.pair': failing('pair-code-invalid') } });
    await page.click('Pair');
    expect(page.ended).toEqual([]);
    expect(page.said()).toContainEqual(expect.stringContaining('This pairing link does not work'));
  });
});
