import { markSeen } from '../inbox/inbox-actions.ts';
import { noticeAction } from '../inbox/notices.ts';
import { openLink } from '../inbox/open-link.ts';
import type { Reply } from '../messaging/protocol.ts';
import { copyOffscreen } from './clipboard.ts';
import type { Worker } from './create-worker.ts';
import { showMessage } from './popup.ts';

export function openMessageLink(worker: Worker, inboxId: string, messageId: string, url: string) {
  const { browser, storage, readTab } = worker;
  const deps = {
    storage,
    readTab,
    openTab: (options: Parameters<typeof browser.tabs.create>[0]) => browser.tabs.create(options),
    openPrivateWindow: (target: string) => browser.windows.create({ url: target, incognito: true }),
    markSeen: (inbox: string, message: string) => markSeen(worker.actions, inbox, message),
  };
  return openLink(deps, inboxId, messageId, url);
}

const notFound: Reply<object> = { ok: false, trouble: 'not-found' };

/**
 * Does what one click on a message's notice is for, worked out afresh from what is stored: opens its link, copies its
 * code where that was offered, or shows it where it needs a second look.
 */
export async function followMessage(
  worker: Worker,
  inboxId: string,
  messageId: string,
): Promise<Reply<object>> {
  const { storage, browser } = worker;
  const inbox = await storage.secrets.readInbox(inboxId);
  const own = await storage.secrets.readMessage(inboxId, messageId);
  if (inbox === null || own === null) return notFound;
  const action = noticeAction(inbox, own);
  if (action.kind === 'open-link') return openMessageLink(worker, inboxId, messageId, action.url);
  if (action.kind === 'copy-code') await copyOffscreen(browser, action.code);
  else await showMessage(browser, inboxId, messageId);
  return { ok: true };
}
