import { describe, expect, it } from 'vitest';
import {
  createStorage,
  inboxOf,
  messageId,
  messageOf,
  relayUrl,
  start,
} from '../../test/storage-fixture.ts';
import type { OwnInbox } from '../storage/model.ts';
import { paintBadge } from './badge.ts';

interface Painted {
  text?: string;
  title?: string;
  color?: string;
}

function startBadge() {
  const storage = createStorage();
  const shown = new Map<number | 'all', Painted>();
  const paint = async ({ tabId, ...painted }: Painted & { tabId?: number }) => {
    if (tabId === 99) throw new Error('No tab with this id');
    shown.set(tabId ?? 'all', { ...shown.get(tabId ?? 'all'), ...painted });
  };
  const deps = {
    storage,
    action: { setBadgeText: paint, setTitle: paint, setBadgeBackgroundColor: paint },
    words: {
      idle: 'Mayfly',
      unseen: (count: number) => `${count} new`,
      trouble: (trouble: string) => `trouble: ${trouble}`,
    },
    now: () => start,
  };
  const keep = (inbox: OwnInbox, unseen: number, seen = 0) =>
    storage.secrets.edit(inbox.isPrivate, async (mail) => {
      await mail.putInbox(inbox);
      for (let n = 0; n < unseen + seen; n += 1) {
        const message = messageOf(n, { seen: n >= unseen });
        await mail.putMessage({ inboxId: inbox.id, id: messageId(n), message });
      }
    });
  const fail = () =>
    storage.relay.changeContact(relayUrl, (old) => ({ ...old, trouble: 'unreachable' }));
  return { keep, fail, paint: () => paintBadge(deps), shown };
}

const other = 'dddddddddddddddd-0000000000000000';

describe('the badge', () => {
  it('is empty when everything was seen', async () => {
    const { keep, paint, shown } = startBadge();
    await keep(inboxOf(), 0, 2);
    await paint();
    expect(shown.get('all')).toMatchObject({ text: '', title: 'Mayfly' });
  });

  it('counts what nobody has seen in all inboxes', async () => {
    const { keep, paint, shown } = startBadge();
    await keep(inboxOf(), 2, 1);
    await keep(inboxOf({ id: other, ended: true }), 1);
    await paint();
    expect(shown.get('all')).toMatchObject({ text: '3', title: '3 new' });
  });

  it('does not grow beyond what it can show', async () => {
    const { keep, paint, shown } = startBadge();
    await keep(inboxOf(), 100);
    await paint();
    expect(shown.get('all')?.text).toBe('99+');
  });

  it('says that the relay does not answer while an inbox waits', async () => {
    const { keep, fail, paint, shown } = startBadge();
    await fail();
    await paint();
    expect(shown.get('all')?.text).toBe('');
    await keep(inboxOf(), 0);
    await paint();
    expect(shown.get('all')).toMatchObject({ text: '!', title: 'trouble: unreachable' });
  });

  it('tells of mail rather than of trouble', async () => {
    const { keep, fail, paint, shown } = startBadge();
    await fail();
    await keep(inboxOf(), 1);
    await paint();
    expect(shown.get('all')?.text).toBe('1');
  });

  it('shows mail of a private window on its own tab alone', async () => {
    const { keep, paint, shown } = startBadge();
    await keep(inboxOf({ isPrivate: true, tabId: 5 }), 2);
    await keep(inboxOf({ id: other, isPrivate: true, tabId: 99 }), 1);
    await paint();
    expect(shown.get('all')?.text).toBe('');
    expect(shown.get(5)).toMatchObject({ text: '2', title: '2 new' });
  });
});
