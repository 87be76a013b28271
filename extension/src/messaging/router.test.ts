import { describe, expect, it, vi } from 'vitest';
import { wrap } from './wrap.ts';
import { createRouter, type Enter } from './router.ts';
import { senderKind } from './sender-kind.ts';

const self = { id: 'mayfly', root: 'chrome-extension://mayfly/' };
const popup = { id: 'mayfly', url: 'chrome-extension://mayfly/popup.html?inbox=1' };
const worker = { id: 'mayfly', url: 'chrome-extension://mayfly/background.js' };
const contentScript = { id: 'mayfly', url: 'https://example.com/popup.html', tab: {} };

describe('the kind of a sender', () => {
  it.each([
    ['the popup', popup, 'extension-page'],
    ['a page of ours in a tab', { ...popup, tab: {} }, 'extension-page'],
    ['the worker in Chrome', worker, 'worker'],
    [
      'the worker in Firefox',
      { id: 'mayfly', url: 'chrome-extension://mayfly/_generated_background_page.html' },
      'worker',
    ],
    ['a content script', contentScript, 'content-script'],
    ['another extension', { ...popup, id: 'stranger' }, null],
    [
      'a page that looks like ours',
      { ...popup, url: 'https://chrome-extension/mayfly/popup.html' },
      null,
    ],
    ['something without an address', { id: 'mayfly' }, null],
    ['another file of ours', { id: 'mayfly', url: 'chrome-extension://mayfly/icon/16.png' }, null],
  ])('%s', (_, sender, kind) => {
    expect(senderKind(sender, self)).toBe(kind);
  });
});

function startRouter(enter?: Enter) {
  const seen = vi.fn(async () => ({ ok: true }) as const);
  const faults: unknown[] = [];
  const router = createRouter(
    {
      'message.seen': seen,
      'inbox.refresh': async () => {
        throw new Error('broken');
      },
    },
    self,
    (error) => faults.push(error),
    enter,
  );
  const ask = (raw: unknown, sender: object) =>
    new Promise((resolve) => {
      const waits = router(raw, sender, resolve);
      // A refusal answers at once, a message of somebody else is left to them.
      if (waits === undefined) resolve('not ours');
    });
  return { ask, seen, faults };
}

const payload = { inboxId: 'i', messageId: 'm' };

describe('the router', () => {
  it('hands a good message on and answers with what comes of it', async () => {
    const { ask, seen } = startRouter();
    expect(await ask(wrap('message.seen', payload), popup)).toEqual({ ok: true });
    expect(seen).toHaveBeenCalledWith(payload, popup);
  });

  it.each([
    ['a content script', contentScript],
    ['the worker', worker],
    ['another extension', { ...popup, id: 'stranger' }],
  ])('refuses a message of %s', async (_, sender) => {
    const { ask, seen } = startRouter();
    const refusal = { ok: false, trouble: 'origin-refused' };
    expect(await ask(wrap('message.seen', payload), sender)).toEqual(refusal);
    expect(seen).not.toHaveBeenCalled();
  });

  it.each([[{}], [{ ...payload, more: 1 }], [{ inboxId: 7, messageId: 'm' }], [null]])(
    'refuses the payload %j',
    async (bad) => {
      const { ask, seen } = startRouter();
      const refusal = { ok: false, trouble: 'invalid-request' };
      expect(await ask(wrap('message.seen', bad), popup)).toEqual(refusal);
      expect(seen).not.toHaveBeenCalled();
    },
  );

  it.each([
    [wrap('message.unknown', {})],
    [wrap('toString', {})],
    [{ name: 'message.seen', payload }],
    ['message.seen'],
    [null],
  ])('leaves %j to others', async (raw) => {
    const { ask, seen } = startRouter();
    expect(await ask(raw, popup)).toBe('not ours');
    expect(seen).not.toHaveBeenCalled();
  });

  it('begins the work when it may, and only for what it admits', async () => {
    const held: [string, () => Promise<unknown>][] = [];
    const enter: Enter = (name, work) => {
      held.push([name, work]);
      return Promise.resolve({ ok: true });
    };
    const { ask, seen } = startRouter(enter);
    await ask(wrap('message.seen', payload), popup);
    await ask(wrap('message.seen', payload), contentScript);
    expect(seen).not.toHaveBeenCalled();
    expect(held.map(([name]) => name)).toEqual(['message.seen']);
    await held[0]?.[1]();
    expect(seen).toHaveBeenCalledTimes(1);
  });

  it('answers a fault without telling of it', async () => {
    const { ask, faults } = startRouter();
    const reply = await ask(wrap('inbox.refresh', {}), popup);
    expect(reply).toEqual({ ok: false, trouble: 'internal' });
    expect(faults).toEqual([new Error('broken')]);
  });
});
