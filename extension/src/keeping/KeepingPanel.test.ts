// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { mount, settled, unmountAll } from '../../test/mount.ts';
import { now } from '../../test/popup-fixture.ts';
import { createSetupWorld } from '../../test/setup-fixture.ts';
import { inboxOf } from '../../test/storage-fixture.ts';
import type { OwnInbox } from '../storage/model.ts';
import { toFile } from '@mayfly/shared/keeping/export-file';
import KeepingPanel from './KeepingPanel.vue';

afterEach(unmountAll);

const anna = inboxOf();
const far = inboxOf({
  id: `${'d'.repeat(16)}-${'0'.repeat(16)}`,
  address: 'otto@mail.example.org',
  relayUrl: 'https://mail.example.org',
});

async function open(inboxes: OwnInbox[], over: Parameters<typeof createSetupWorld>[0] = {}) {
  const { kept } = createSetupWorld().world;
  const fixture = createSetupWorld({ kept: { ...kept, inboxes, messageCount: 7 }, ...over });
  const panel = await mount(KeepingPanel, { deps: fixture.deps });
  const holds = (all: OwnInbox[]) => {
    fixture.world.kept = { ...fixture.world.kept, inboxes: all };
  };
  const choose = async (text: string) => {
    const input = panel.root.querySelector('input');
    Object.defineProperty(input, 'files', { value: [new Blob([text])], configurable: true });
    input?.dispatchEvent(new Event('change'));
    await settled();
  };
  const fileWith = (all: OwnInbox[]) => toFile({ ...kept, inboxes: all }, now);
  return { ...fixture, ...panel, holds, choose, fileWith };
}

describe('saving the addresses to a file', () => {
  it('says beforehand that the file opens them, and that removing Mayfly deletes them', async () => {
    const panel = await open([anna, { ...far, isPrivate: true }]);
    expect(panel.text()).toContain('opens these inboxes to whoever has it');
    expect(panel.text()).toContain('Removing Mayfly from the browser deletes your addresses (1)');
  });

  it('writes what opens them, and nothing of private windows', async () => {
    const panel = await open([anna, { ...far, isPrivate: true }]);
    await panel.click('Save to a file');
    expect(panel.saved).toEqual([
      { name: 'mayfly-addresses-2026-11-23.json', text: JSON.stringify(panel.fileWith([anna])) },
    ]);
    expect(panel.sent).toEqual([{ name: 'reminder.rest', payload: { saved: true } }]);
    expect(panel.said()).toContain('Saved as mayfly-addresses-2026-11-23.json');
  });
});

describe('bringing addresses back from a file', () => {
  it('adds them once the person has seen how many there are', async () => {
    const panel = await open([anna]);
    const file = panel.fileWith([anna, far]);
    await panel.choose(JSON.stringify({ ...file, inboxes: [...file.inboxes, 'x'] }));
    expect(panel.text()).toContain('Addresses in the file: 2. Already here: 1. Unusable: 1.');
    expect(panel.text()).toContain('Relays: http://127.0.0.1:3000, https://mail.example.org');
    expect(panel.sent).toEqual([]);
    await panel.click('Add them');
    expect(panel.sent).toEqual([{ name: 'everything.import', payload: { file } }]);
    expect(panel.said()).toContain('Addresses added: 2');
  });

  it('adds nothing when the person thinks better of it', async () => {
    const panel = await open([]);
    await panel.choose(JSON.stringify(panel.fileWith([far])));
    await panel.click('Cancel');
    expect(panel.sent).toEqual([]);
    expect(panel.has('Save to a file')).toBe(true);
  });

  it.each([
    ['<b>hello</b>', 'This is not a file of Mayfly.'],
    ['{"format":"mayfly-addresses"', 'This file is damaged.'],
    [
      JSON.stringify({ format: 'mayfly-addresses', version: 9, inboxes: [] }),
      'This file is from a newer Mayfly.',
    ],
    ['x'.repeat(10_000_001), 'This file is too large.'],
  ])('says what is wrong with a file', async (text, words) => {
    const panel = await open([]);
    await panel.choose(text);
    expect(panel.said()).toContainEqual(expect.stringContaining(words));
    expect(panel.sent).toEqual([]);
  });

  it('has the browser asked for each relay that it withholds, by one click', async () => {
    const panel = await open([anna], { closed: ['https://mail.example.org/*'] });
    await panel.choose(JSON.stringify(panel.fileWith([far])));
    panel.holds([anna, far]);
    await panel.click('Add them');
    expect(panel.text()).toContain('not yet allowed Mayfly to talk to mail.example.org.');
    await panel.click('Connect');
    expect(panel.asked).toEqual(['https://mail.example.org/*']);
    expect(panel.sent.at(-1)).toEqual({ name: 'inbox.refresh', payload: {} });
    expect(panel.has('Connect')).toBe(false);
  });

  it('says so when the person refuses the host', async () => {
    const panel = await open([far], { closed: ['https://mail.example.org/*'], grants: false });
    await panel.choose(JSON.stringify(panel.fileWith([])));
    await panel.click('Add them');
    await panel.click('Connect');
    expect(panel.said()).toContain('The browser did not give the permission.');
  });
});

describe('forgetting everything', () => {
  it('says what will be gone, and does it after a second click', async () => {
    const panel = await open([anna, far]);
    await panel.click('Forget everything');
    expect(panel.text()).toContain('This removes addresses (2), mails (7), relay');
    expect(document.activeElement?.textContent).toContain('Cancel');
    expect(panel.sent).toEqual([]);
    await panel.click('Delete them, too');
    expect(panel.sent).toEqual([{ name: 'everything.forget', payload: { atRelay: true } }]);
    expect(panel.said()).toContain('Everything is forgotten.');
  });

  it('gives the focus back when it is not to be', async () => {
    const panel = await open([anna]);
    const trigger = panel.all('button').find((one) => one.textContent.includes('Forget'));
    trigger?.focus();
    await panel.click('Forget everything');
    await panel.click('Cancel');
    expect(document.activeElement).toBe(trigger);
    expect(panel.sent).toEqual([]);
  });

  it('can leave the relay alone', async () => {
    const panel = await open([anna]);
    await panel.click('Forget everything');
    await panel.click('Only forget here');
    expect(panel.sent).toEqual([{ name: 'everything.forget', payload: { atRelay: false } }]);
  });

  it('shows how far it is', async () => {
    const { promise, resolve } = Promise.withResolvers<{ ok: true; left: string[] }>();
    const panel = await open([anna, far], { forgotten: promise });
    await panel.click('Forget everything');
    await panel.click('Delete them, too');
    expect(panel.text()).toContain('Deleted at the relay: 0 of 2');
    panel.holds([far]);
    panel.changed();
    await settled();
    expect(panel.text()).toContain('Deleted at the relay: 1 of 2');
    resolve({ ok: true, left: [] });
    await settled();
    expect(panel.text()).not.toContain('Deleted at the relay');
  });

  it('names what is left at a relay, and forgets it when the person decides so', async () => {
    const left = [far.address, ...Array.from({ length: 11 }, (_, n) => `n${n}@mayfly.test`)];
    const panel = await open([anna], { forgotten: { ok: true, left } });
    await panel.click('Forget everything');
    await panel.click('Delete them, too');
    expect(panel.text()).toContain('did not delete these: otto@mail.example.org, n0@mayfly.test');
    expect(panel.text()).toContain('n8@mayfly.test (+2). They receive mail until they end.');
    panel.world.forgotten = { ok: true, left: [] };
    await panel.click('Only forget here');
    expect(panel.sent.at(-1)).toEqual({ name: 'everything.forget', payload: { atRelay: false } });
    expect(panel.said()).toContain('Everything is forgotten.');
  });

  it('says so when it came to nothing', async () => {
    const panel = await open([anna], { forgotten: { ok: false, trouble: 'internal' } });
    await panel.click('Forget everything');
    await panel.click('Only forget here');
    expect(panel.said()).toContainEqual(expect.stringContaining('Something went wrong'));
  });
});
