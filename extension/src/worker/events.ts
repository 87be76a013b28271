import { freshAddress, type FillTarget } from '../inbox/fresh-address.ts';
import { alarmName } from '../inbox/waiting.ts';
import { parseNoticeId } from '../inbox/notices.ts';
import { endPairingOffer } from '../page/pairing-offer.ts';
import { noticeIcon, type Worker } from './create-worker.ts';
import { followMessage } from './follow-message.ts';
import { syncPageScripts } from './page-scripts.ts';
import { popupIsOpen, resetPopup, showMessage } from './popup.ts';

export const menuId = 'fresh-address';
const readyNotice = 'ready';

/** Says where no page of ours is open what came of what the person asked for. */
async function tell(worker: Worker, title: string, message: string): Promise<void> {
  const iconUrl = noticeIcon(worker.browser);
  await worker.browser.notifications.create(readyNotice, {
    type: 'basic',
    iconUrl,
    title,
    message,
  });
}

/** A fresh address by menu or shortcut. */
export async function onFreshAddress(worker: Worker, target: FillTarget): Promise<void> {
  const { words, browser } = worker;
  const made = await freshAddress(worker.fresh, target);
  if (!made.ok) {
    await browser.action.setBadgeText({ text: '!' });
    await browser.action.setTitle({ title: words.badge.trouble(made.trouble) });
    await tell(worker, words.failedTitle, words.failedText(made.trouble));
  } else if (made.fill !== null && made.fill !== 'filled') {
    await tell(worker, words.readyTitle, words.readyText(made.address, made.fill));
  }
}

/** The browser lets the extension talk to further hosts. */
export async function onHostsAllowed(worker: Worker): Promise<void> {
  const { browser, words } = worker;
  await syncPageScripts(browser);
  const resumed = await worker.pairing.resume();
  if (resumed === null) return;
  const { pairing, answer } = resumed;
  if (answer.ok) await endPairingOffer(browser, pairing);
  // A popup that is still open says it.
  if (await popupIsOpen(browser.runtime)) return;
  const host = new URL(pairing.url).host;
  const text = answer.ok ? words.pairedText(host) : words.failedText(answer.trouble);
  await tell(worker, words.name, text);
}

export async function onAlarm(worker: Worker, name: string): Promise<void> {
  if (name === alarmName) await worker.waiting.resume();
}

export async function onNotificationClicked(worker: Worker, id: string): Promise<void> {
  const { browser } = worker;
  await browser.notifications.clear(id);
  const message = parseNoticeId(id);
  if (message !== null) await showMessage(browser, message.inboxId, message.messageId);
}

/** The one button of a notification (Chrome). What it does is worked out afresh from what is stored. */
export async function onNotificationButton(worker: Worker, id: string): Promise<void> {
  const place = parseNoticeId(id);
  if (place === null) return;
  await worker.browser.notifications.clear(id);
  await followMessage(worker, place.inboxId, place.messageId);
}

async function createMenu({ browser, words }: Worker): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: menuId, title: words.menuItem, contexts: ['editable'] });
}

export async function onInstalled(worker: Worker, reason: string): Promise<void> {
  await Promise.all([createMenu(worker), syncPageScripts(worker.browser)]);
  if (reason === 'install') {
    await worker.browser.tabs.create({ url: worker.browser.runtime.getURL('/welcome.html') });
  }
}

/** A new run of the browser: tabs have other numbers now, and what the button showed is gone. */
export async function onStartup(worker: Worker): Promise<void> {
  await worker.storage.secrets.edit(false, async (mail) => {
    for (const inbox of await mail.inboxes()) await mail.putInbox({ ...inbox, tabId: null });
  });
  await createMenu(worker);
}

/** Each life of the worker begins with this, whatever woke it. */
export async function onWake(worker: Worker): Promise<void> {
  await resetPopup(worker.browser);
  await worker.show();
  await worker.waiting.resume();
}
