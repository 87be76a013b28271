import { describe, expect, it } from 'vitest';
import {
  contentOf,
  createStorage,
  inboxOf,
  linkOf,
  messageId,
  messageOf,
} from '../../test/storage-fixture.ts';
import type { TabFacts } from './fresh-address.ts';
import { openLink } from './open-link.ts';

const url = 'https://example.com/verify?a=1&b=2';
const tab: TabFacts = { id: 7, incognito: false, windowId: 2, index: 3 };
const id = messageId(1);

async function startOpening(facts: TabFacts | null = tab, inbox = inboxOf({ tabId: 7 })) {
  const storage = createStorage();
  const content = contentOf({
    links: [linkOf(url)],
    text: 'Or http://text.example/path here',
    html: '<a href="https://html.example/?x=1&amp;y=2">x</a> <a href="javascript:alert(1)">y</a>',
  });
  await storage.secrets.edit(inbox.isPrivate, async (mail) => {
    await mail.putInbox(inbox);
    await mail.putMessage({ inboxId: inbox.id, id, message: messageOf(1, { content }) });
  });
  const opened: unknown[] = [];
  const seen: unknown[] = [];
  const deps = {
    storage,
    readTab: async () => facts,
    openTab: async (options: object) => void opened.push(options),
    openPrivateWindow: async (target: string) => void opened.push(['private window', target]),
    markSeen: async (...message: string[]) => void seen.push(message),
  };
  return { open: (target: string) => openLink(deps, inbox.id, id, target), opened, seen };
}

describe('opening a link', () => {
  it('opens it right of the tab in which the address was used, and counts the mail as seen', async () => {
    const { open, opened, seen } = await startOpening();
    expect(await open(url)).toEqual({ ok: true });
    expect(opened).toEqual([{ url, windowId: 2, index: 4, openerTabId: 7 }]);
    expect(seen).toEqual([[inboxOf().id, id]]);
  });

  it.each(['http://text.example/path', 'https://html.example/?x=1&y=2'])(
    'opens %s, which stands in the body',
    async (target) => {
      const { open } = await startOpening();
      expect(await open(target)).toEqual({ ok: true });
    },
  );

  it.each([
    'https://evil.example/',
    'https://example.com/other',
    'javascript:alert(1)',
    'data:text/html,x',
    '',
    'nonsense',
  ])('refuses %j', async (target) => {
    const { open, opened, seen } = await startOpening();
    expect(await open(target)).toEqual({ ok: false, trouble: 'invalid-request' });
    expect(opened).toEqual([]);
    expect(seen).toEqual([]);
  });

  it('opens it in the window in front when that tab is gone', async () => {
    const { open, opened } = await startOpening(null);
    await open(url);
    expect(opened).toEqual([{ url }]);
  });

  it('opens a link of a private window in no other', async () => {
    const { open, opened } = await startOpening(null, inboxOf({ tabId: 7, isPrivate: true }));
    await open(url);
    expect(opened).toEqual([['private window', url]]);
  });
});
