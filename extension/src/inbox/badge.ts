import type { OwnInbox, RelayState } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import { isLiving } from './schedule.ts';

/** The parts of `browser.action` that are used. */
export interface BadgeAction {
  setBadgeText(details: { text: string; tabId?: number }): Promise<void>;
  setBadgeBackgroundColor(details: { color: string; tabId?: number }): Promise<void>;
  setTitle(details: { title: string; tabId?: number }): Promise<void>;
}

export interface BadgeWords {
  readonly idle: string;
  unseen(count: number): string;
  trouble(trouble: NonNullable<RelayState['trouble']>): string;
}

export interface BadgeDeps {
  readonly storage: Storage;
  readonly action: BadgeAction;
  readonly words: BadgeWords;
  readonly now: () => number;
}

const mailColor = '#1d6f5c';
const troubleColor = '#b3412e';

const shown = (count: number) => (count === 0 ? '' : count > 99 ? '99+' : String(count));

type Counts = ReadonlyMap<string, number>;

const sum = (inboxes: readonly OwnInbox[], counts: Counts) =>
  inboxes.reduce((total, inbox) => total + (counts.get(inbox.id) ?? 0), 0);

/** Mail in private windows shows on its own tab alone, which closes with them. */
export async function paintTabs(
  { action, words }: BadgeDeps,
  inboxes: readonly OwnInbox[],
  counts: Counts,
): Promise<void> {
  const byTab = Map.groupBy(inboxes, (inbox) => inbox.tabId);
  for (const [tabId, ofTab] of byTab) {
    if (tabId === null) continue;
    const count = sum(ofTab, counts);
    // The tab may have been closed meanwhile.
    await Promise.allSettled([
      action.setBadgeText({ text: shown(count), tabId }),
      action.setBadgeBackgroundColor({ color: mailColor, tabId }),
      action.setTitle({ title: count === 0 ? words.idle : words.unseen(count), tabId }),
    ]);
  }
}

/** Shows on the button how much mail nobody has seen, or that the relay of a living inbox does not answer. */
export async function paintBadge(deps: BadgeDeps): Promise<void> {
  const { storage, action, words } = deps;
  const [inboxes, counts, { trouble }] = await Promise.all([
    storage.secrets.listInboxes(),
    storage.secrets.countUnseen(),
    storage.relay.readState(),
  ]);
  const count = sum(
    inboxes.filter((inbox) => !inbox.isPrivate),
    counts,
  );
  const waits = inboxes.some((inbox) => isLiving(inbox, deps.now()));
  const troubled = trouble !== null && waits && count === 0;
  await Promise.all([
    action.setBadgeText({ text: troubled ? '!' : shown(count) }),
    action.setBadgeBackgroundColor({ color: troubled ? troubleColor : mailColor }),
    action.setTitle({
      title: troubled ? words.trouble(trouble) : count === 0 ? words.idle : words.unseen(count),
    }),
  ]);
  await paintTabs(
    deps,
    inboxes.filter((inbox) => inbox.isPrivate),
    counts,
  );
}
