import { openableUrl } from '@mayfly/shared/ui/link-host';
import type { Content } from '@mayfly/shared/contract/message';
import type { Reply } from '../messaging/protocol.ts';
import type { Storage } from '../storage/storage.ts';
import type { TabFacts } from './fresh-address.ts';

export interface OpenLinkDeps {
  readonly storage: Storage;
  readonly readTab: (tabId: number) => Promise<TabFacts | null>;
  readonly openTab: (options: {
    url: string;
    windowId?: number;
    index?: number;
    openerTabId?: number;
  }) => Promise<unknown>;
  /** A window of its kind, for a private link whose tab is gone. */
  readonly openPrivateWindow: (url: string) => Promise<unknown>;
  readonly markSeen: (inboxId: string, messageId: string) => Promise<unknown>;
}

/** Whether a url stands in a mail exactly so; in HTML an ampersand may be written as an entity. */
function standsIn(content: Content, url: string): boolean {
  if (content.links.some((link) => link.url === url)) return true;
  const { text, html } = content;
  const asEntity = url.replaceAll('&', '&amp;');
  return [text, html].some(
    (body) => body !== null && (body.includes(url) || body.includes(asEntity)),
  );
}

/**
 * Opens a link of a message beside the tab in which the address was used. As its opener that tab also hands its
 * container on (Firefox), without a permission of its own. Nothing is opened that does not stand in the message.
 */
export async function openLink(
  deps: OpenLinkDeps,
  inboxId: string,
  messageId: string,
  url: string,
): Promise<Reply<object>> {
  const inbox = await deps.storage.secrets.readInbox(inboxId);
  const own = await deps.storage.secrets.readMessage(inboxId, messageId);
  if (inbox === null || own === null) return { ok: false, trouble: 'not-found' };
  const { content } = own.message;
  if (openableUrl(url) === null || !content || !standsIn(content, url)) {
    return { ok: false, trouble: 'invalid-request' };
  }
  const tab = inbox.tabId === null ? null : await deps.readTab(inbox.tabId);
  if (tab?.id !== undefined && tab.incognito === inbox.isPrivate) {
    const { windowId, index, id } = tab;
    await deps.openTab({ url, windowId, index: index + 1, openerTabId: id });
  } else if (inbox.isPrivate) await deps.openPrivateWindow(url);
  else await deps.openTab({ url });
  await deps.markSeen(inboxId, messageId);
  return { ok: true };
}
