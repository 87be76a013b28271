import { describe, expect, it } from 'vitest';
import {
  contentOf,
  createStorage,
  inboxOf,
  messageId,
  messageOf,
  minute,
  start,
} from '../../test/storage-fixture.ts';
import type { SenderFacts } from '../messaging/sender-kind.ts';
import { pageOffers } from './page-offers.ts';

const tab = { id: 1, url: 'https://shop.example/sign-up', incognito: false };
const codes = (value: string) => [{ value, score: 0.9, reasons: [] }];

/** A storage with inboxes and one message each, and what a page is offered of them. */
async function offersOf(
  inboxes: readonly Parameters<typeof inboxOf>[0][],
  over: { sender?: Partial<SenderFacts>; off?: string } = {},
) {
  const storage = createStorage();
  for (const [at, fields] of inboxes.entries()) {
    const inbox = inboxOf({ id: `inbox-${at}`, address: `a${at}@mayfly.test`, ...fields });
    const message = messageOf(at, { content: contentOf({ codes: codes(`10000${at}`) }) });
    const own = { inboxId: inbox.id, id: message.id, message };
    await storage.secrets.edit(inbox.isPrivate, async (mail) => {
      await mail.putInbox(inbox);
      await mail.putMessage(own);
    });
  }
  if (over.off !== undefined) await storage.sites.setOff(over.off, true);
  const siteOf = async (url: string | undefined) => URL.parse(url ?? '')?.hostname || null;
  const sender = { tab, frameId: 0, url: tab.url, ...over.sender };
  return pageOffers({ storage, siteOf, now: () => start + minute }, sender);
}

describe('what a page is offered', () => {
  it('is the address and the code of its own site', async () => {
    const offers = await offersOf([{ site: 'shop.example' }]);
    expect(offers).toEqual({
      isOff: false,
      address: 'a0@mayfly.test',
      code: { value: '100000', inboxId: 'inbox-0', messageId: messageId(0) },
    });
  });

  it.each([
    ['another site', { site: 'other.example' }],
    ['no site', { site: null }],
    ['a private window', { site: 'shop.example', isPrivate: true }],
    ['an address that has ended', { site: 'shop.example', ended: true }],
  ])('is nothing of %s', async (_, fields) => {
    expect(await offersOf([fields])).toEqual({ isOff: false, address: null, code: null });
  });

  it('is nothing at all where the person wants no icons, or where there is no site', async () => {
    expect(await offersOf([], { off: 'shop.example' })).toMatchObject({ isOff: true });
    const opaque = { frameId: 3, origin: 'null', url: 'about:srcdoc' };
    expect(await offersOf([], { sender: opaque })).toMatchObject({ isOff: true });
    expect(await offersOf([], { sender: { tab: { ...tab, url: '' } } })).toMatchObject({
      isOff: true,
    });
  });

  const frame = { frameId: 3, origin: 'https://ads.example', url: 'https://ads.example/' };

  it('is nothing of the page around it in a frame of another site', async () => {
    const offers = await offersOf([{ site: 'shop.example' }], { sender: frame });
    expect(offers).toEqual({ isOff: false, address: null, code: null });
  });

  it.each([
    ['of the same site', { ...frame, origin: 'https://shop.example' }, {}],
    ['that was given the address', frame, { frameSite: 'ads.example' }],
  ])('is the same in a frame %s', async (_, sender, fields) => {
    const offers = await offersOf([{ site: 'shop.example', ...fields }], { sender });
    expect(offers).toMatchObject({ address: 'a0@mayfly.test', code: { value: '100000' } });
  });
});
