// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, unmountAll } from '../../../test/mount.ts';
import { createWorld, failing, inboxOf, type PartialWorld } from '../../../test/popup-fixture.ts';
import App from './App.vue';

afterEach(unmountAll);

async function open(over: PartialWorld) {
  const fixture = createWorld(over);
  return { ...fixture, ...(await mount(App, { deps: fixture.deps })) };
}

const shop = inboxOf('shop', { site: 'shop.example' });

describe('the chosen address', () => {
  it('is forgotten when it has ended, after a second click', async () => {
    const page = await open({ inboxes: [{ ...shop, ended: true }] });
    await page.click('Forget it');
    expect(page.sent).toEqual([]);
    expect(document.activeElement?.textContent).toContain('Keep');
    page.world.inboxes = [];
    await page.click('Forget');
    expect(page.sent).toEqual([{ name: 'inbox.delete', payload: { inboxId: 'shop' } }]);
  });

  it('can only be read and forgotten where somebody else has opened it', async () => {
    const page = await open({ inboxes: [{ ...shop, readOnly: true }] });
    expect(page.text()).toContain('here you can only read');
    expect(page.has('Keep longer')).toBe(false);
    await page.click('Forget it');
    expect(page.text()).toContain('Forget this address?');
  });
});

describe('a past address', () => {
  const past = inboxOf('past', { site: 'club.example', ended: true });

  it('is reopened from the list, and then is the chosen one', async () => {
    const page = await open({ inboxes: [shop, past] });
    expect(page.has('Reopen past@mayfly.test')).toBe(false);
    await page.click('Past addresses');
    page.world.inboxes = [shop, inboxOf('back', { site: 'club.example' })];
    await page.click('Reopen past@mayfly.test');
    expect(page.sent).toEqual([{ name: 'inbox.reopen', payload: { inboxId: 'past', tabId: 7 } }]);
    expect(page.all('.card .address')[0]?.textContent).toBe('back@mayfly.test');
    expect(page.said()).toContain('It is open again. Mail to it shows up here.');
  });

  it.each([
    ['living', 'can read its mail'],
    ['living-sealed', 'not what it says'],
  ] as const)('says so when it is %s already', async (found, words) => {
    const reply = { ok: true, inboxId: 'past', address: 'past@mayfly.test', found } as const;
    const page = await open({ inboxes: [past], replies: { 'inbox.reopen': reply } });
    await page.click('Reopen');
    expect(page.said()).toContainEqual(expect.stringContaining(words));
  });

  it.each([
    ['unreachable', 'does not answer'],
    ['restore-key-invalid', 'does not accept the key'],
    ['domain-unknown', 'does not receive mail for this domain'],
    ['access-required', 'private relay'],
  ] as const)('stays when it cannot be reopened (%s), and it is said why', async (trouble, why) => {
    const page = await open({ inboxes: [past], replies: { 'inbox.reopen': failing(trouble) } });
    await page.click('Reopen');
    expect(page.said()).toContainEqual(expect.stringContaining(why));
    expect(page.has('Reopen')).toBe(true);
  });
});
