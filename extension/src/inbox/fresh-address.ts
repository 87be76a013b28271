import type { FillOutcome, Reply } from '../messaging/protocol.ts';
import { type MakeDeps, makeInbox } from './make-inbox.ts';
import { hotMs } from './schedule.ts';
import type { SiteOf } from './site.ts';

/** What the browser tells about a tab. Its url only where the person has just acted. */
export interface TabFacts {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
  readonly windowId: number;
  readonly index: number;
}

/** Where an address is to be put. */
export interface FillTarget {
  readonly tabId: number;
  /** The frame in which the person clicked; null for wherever the best field is. */
  readonly frameId: number | null;
  /** Of that frame. */
  readonly frameUrl?: string | undefined;
}

export interface FreshDeps extends MakeDeps {
  /** Null when the tab is gone. */
  readonly readTab: (tabId: number) => Promise<TabFacts | null>;
  readonly siteOf: SiteOf;
  readonly fill: (target: FillTarget, address: string) => Promise<FillOutcome>;
  /** There is something new to wait for and to show. */
  readonly onInboxes: () => Promise<void>;
}

/** Makes an inbox, keeps it, and puts its address into the page when there is a target. */
export async function freshAddress(
  deps: FreshDeps,
  target: FillTarget | null,
  isPrivate = false,
): Promise<Reply<{ inboxId: string; address: string; fill: FillOutcome | null }>> {
  const { storage } = deps;
  const tab = target === null ? null : await deps.readTab(target.tabId);
  const relay = await storage.relay.readSettings();
  const site = await deps.siteOf(tab?.url);
  const place = {
    site,
    frameSite: target?.frameUrl === undefined ? site : await deps.siteOf(target.frameUrl),
    tabId: tab?.id ?? null,
    isPrivate: tab?.incognito ?? isPrivate,
  };
  const made = await makeInbox(deps, {
    relay,
    ask: (client, publicKey) => client.createInbox({ publicKey }),
    place,
  });
  if (!made.ok) return made;
  const { inbox } = made.value;
  await storage.relay.writeSettings({ ...relay, connected: true });
  // Waiting begins before the page has its address: the mail may come at once.
  const [fill] = await Promise.all([
    target === null ? null : deps.fill(target, inbox.address),
    deps.onInboxes(),
  ]);
  return { ok: true, inboxId: inbox.id, address: inbox.address, fill };
}

/** Puts an address that exists into a tab. It is hot again: its mail is expected. */
export async function fillAgain(
  deps: FreshDeps,
  inboxId: string,
  target: FillTarget,
): Promise<Reply<{ fill: FillOutcome }>> {
  const inbox = await deps.storage.secrets.readInbox(inboxId);
  if (inbox === null) return { ok: false, trouble: 'not-found' };
  const tab = await deps.readTab(target.tabId);
  const fill = await deps.fill(target, inbox.address);
  if (fill === 'filled') {
    const used = {
      hotUntil: deps.now() + hotMs,
      tabId: target.tabId,
      site: inbox.site ?? (await deps.siteOf(tab?.url)),
    };
    await deps.storage.secrets.edit(inbox.isPrivate, async (mail) => {
      const latest = await mail.inbox(inboxId);
      if (latest !== undefined) await mail.putInbox({ ...latest, ...used });
    });
    await deps.onInboxes();
  }
  return { ok: true, fill };
}
