import { browser } from 'wxt/browser';
import type { Kept, OwnInbox, OwnMessage, RelaySettings, RelayState } from './model.ts';
import { openStorage } from './storage.ts';

/** The inboxes that this page may show, the newest first: those of private windows in private windows only. */
export async function listInboxes(): Promise<readonly OwnInbox[]> {
  const [inboxes, { incognito }] = await Promise.all([
    openStorage().secrets.listInboxes(),
    browser.windows.getCurrent(),
  ]);
  return inboxes.filter((inbox) => inbox.isPrivate === incognito);
}

/** The newest first. */
export function listMessages(inboxId: string): Promise<readonly OwnMessage[]> {
  return openStorage().secrets.listMessages(inboxId);
}

/** How many messages nobody has seen, by inbox; inboxes without one are missing. */
export function countUnseen(): Promise<ReadonlyMap<string, number>> {
  return openStorage().secrets.countUnseen();
}

export function readRelaySettings(): Promise<RelaySettings> {
  return openStorage().relay.readSettings();
}

export function readRelayState(): Promise<RelayState> {
  return openStorage().relay.readState();
}

/** Sites without icons in their fields. */
export function readOffSites(): Promise<readonly string[]> {
  return openStorage().sites.readOff();
}

/** The person is not to be reminded to save their addresses before that time. */
export function readReminderRest(): Promise<number> {
  return openStorage().reminder.readRestsUntil();
}

export async function readKept(): Promise<Kept> {
  const { secrets, relay, sites } = openStorage();
  const [inboxes, messageCount, settings, access, offSites] = await Promise.all([
    secrets.listInboxes(),
    secrets.countMessages(),
    relay.readSettings(),
    secrets.listAccess(),
    sites.readOff(),
  ]);
  return { inboxes, messageCount, relay: settings, access, offSites };
}
