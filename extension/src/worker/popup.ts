import type { browser as Browser } from 'wxt/browser';

type Api = Pick<typeof Browser, 'action' | 'runtime' | 'tabs'>;

/** The part of `browser.runtime` that tells which pages of the extension are open. */
interface Contexts {
  getContexts(filter: { contextTypes: ('POPUP' | 'SIDE_PANEL')[] }): Promise<readonly object[]>;
}

/** The popup's page, showing a certain message. */
const popupPath = (inboxId: string, messageId: string) =>
  `/popup.html?${new URLSearchParams({ inbox: inboxId, message: messageId }).toString()}` as const;

const plainPopup = '/popup.html';

/**
 * Shows a message in the popup. Where the browser does not open it by itself (Firefox asks for a click of its own),
 * the same page opens in a tab.
 */
export async function showMessage(browser: Api, inboxId: string, messageId: string): Promise<void> {
  const path = popupPath(inboxId, messageId);
  await browser.action.setPopup({ popup: path });
  try {
    await browser.action.openPopup();
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(path) });
  } finally {
    await resetPopup(browser);
  }
}

/** The button's next click opens the popup as usual. */
export async function resetPopup(browser: Pick<Api, 'action'>): Promise<void> {
  await browser.action.setPopup({ popup: plainPopup });
}

/** Or the same in the side panel (Firefox' sidebar): somebody sees there what comes. */
export async function popupIsOpen(runtime: Contexts): Promise<boolean> {
  const open = await runtime.getContexts({ contextTypes: ['POPUP', 'SIDE_PANEL'] });
  return open.length > 0;
}
