import { describe, expect, it } from 'vitest';
import { contentOf, inboxOf, linkOf, messageId, messageOf } from '../../test/storage-fixture.ts';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import { noticeAction, noticeId, notifyOf, parseNoticeId } from './notices.ts';

const codes = [{ value: '739201', score: 1, reasons: [] }];

const own = (content = contentOf(), n = 1): OwnMessage => ({
  inboxId: inboxOf().id,
  id: messageId(n),
  message: messageOf(n, { content }),
});

function startNotices({
  inbox = inboxOf(),
  withButtons = true,
  popup = false,
}: { inbox?: OwnInbox; withButtons?: boolean; popup?: boolean } = {}) {
  const shown: { id: string; title: string; message: string; buttons?: { title: string }[] }[] = [];
  const deps = {
    notifications: {
      create: async (id: string, options: (typeof shown)[number] | object) => {
        shown.push({ id, title: '', message: '', ...options });
      },
      clear: async () => true,
    },
    withButtons,
    iconUrl: 'icon.png',
    words: {
      link: (site: string) => `link from ${site}`,
      code: (site: string) => `code from ${site}`,
      mail: (site: string) => `mail from ${site}`,
      to: (address: string) => `to ${address}`,
      openLink: (kind: string) => `do ${kind}`,
      copyCode: 'copy',
      show: 'show',
    },
    readInbox: async () => inbox,
    popupIsOpen: async () => popup,
  };
  const tell = (...arrived: OwnMessage[]) =>
    notifyOf(deps, { arrived, completed: [], changed: true });
  return { tell, shown };
}

describe('a notification', () => {
  it('offers to open the link', async () => {
    const { tell, shown } = startNotices();
    await tell(own(contentOf({ links: [linkOf('https://www.example.com/verify')] })));
    expect(shown).toMatchObject([
      {
        id: noticeId(inboxOf().id, messageId(1)),
        title: 'link from example.com',
        message: 'to anna@mayfly.test',
        buttons: [{ title: 'do verify' }],
      },
    ]);
  });

  it('offers to copy the code without showing it', async () => {
    const { tell, shown } = startNotices();
    await tell(own(contentOf({ subject: '739201 is your code', codes })));
    expect(shown).toMatchObject([{ title: 'code from example.com', buttons: [{ title: 'copy' }] }]);
    expect(JSON.stringify(shown)).not.toContain('739201');
  });

  it('names the sender where the address was made for no site', async () => {
    const { tell, shown } = startNotices({ inbox: inboxOf({ site: null }) });
    await tell(own(contentOf({ from: { name: 'Shop', address: 'a@mail.shop.example' } })));
    expect(shown[0]?.title).toBe('mail from mail.shop.example');
  });

  it('has no buttons where the browser has none', async () => {
    const { tell, shown } = startNotices({ withButtons: false });
    await tell(own());
    expect(shown[0]).not.toHaveProperty('buttons');
  });

  it('does not come while the popup shows the mail', async () => {
    const { tell, shown } = startNotices({ popup: true });
    await tell(own());
    expect(shown).toEqual([]);
  });

  it('does not come for mail of private windows, which it would leave on disk', async () => {
    const { tell, shown } = startNotices({ inbox: inboxOf({ isPrivate: true }) });
    await tell(own());
    expect(shown).toEqual([]);
  });

  it('comes for the latest three of a flood', async () => {
    const { tell, shown } = startNotices();
    await tell(...[1, 2, 3, 4, 5].map((n) => own(contentOf(), n)));
    expect(shown.map(({ id }) => parseNoticeId(id)?.messageId)).toEqual([3, 4, 5].map(messageId));
  });
});

describe('the button', () => {
  it('opens a link that leads to the site', () => {
    const url = 'https://login.example.com/verify';
    const mail = own(contentOf({ links: [linkOf(url)], codes }));
    expect(noticeAction(inboxOf(), mail)).toEqual({ kind: 'open-link', url });
  });

  it('only shows a mail whose link leads elsewhere', () => {
    const mail = own(contentOf({ links: [linkOf('https://example.com.evil.test/')] }));
    expect(noticeAction(inboxOf(), mail)).toEqual({ kind: 'show' });
  });

  it('copies a code, and shows a mail without either', () => {
    const mail = own(contentOf({ codes }));
    expect(noticeAction(inboxOf(), mail)).toEqual({ kind: 'copy-code', code: '739201' });
    expect(noticeAction(inboxOf(), own())).toEqual({ kind: 'show' });
  });

  it('belongs to notifications of mail alone', () => {
    expect(parseNoticeId('ready')).toBeNull();
    expect(parseNoticeId('mail')).toBeNull();
    expect(parseNoticeId(noticeId('i', 'm'))).toEqual({ inboxId: 'i', messageId: 'm' });
  });
});
