import { onUnmounted, shallowRef } from 'vue';
import type { OwnInbox, OwnMessage, RelaySettings, RelayState } from '../storage/model.ts';
import { firstChoice, nextChoice } from './choose-inbox.ts';
import type { CurrentTab, PopupDeps } from './popup-deps.ts';

/** What is shown, read at one time. */
export interface Snapshot {
  readonly settings: RelaySettings;
  readonly relay: RelayState;
  readonly tab: CurrentTab;
  readonly inboxes: readonly OwnInbox[];
  /** Unseen messages by inbox. */
  readonly unseen: ReadonlyMap<string, number>;
  /** No reminder to save the addresses before that time. */
  readonly restsUntil: number;
  /** The chosen inbox, and its messages from the newest on. */
  readonly inbox: OwnInbox | null;
  readonly messages: readonly OwnMessage[];
}

type Source = Pick<
  PopupDeps,
  | 'listInboxes'
  | 'listMessages'
  | 'countUnseen'
  | 'readRelaySettings'
  | 'readRelayState'
  | 'readReminderRest'
  | 'currentTab'
  | 'onTabChanged'
  | 'onStateChanged'
  | 'now'
>;

export interface Wishes {
  /** The inbox to begin with. */
  readonly start: string | null;
  /** Whether another tab in front may bring the inbox of its site. */
  readonly followsTab: () => boolean;
  readonly onArrived: (messages: OwnMessage[]) => void;
}

const isOtherPage = (a: CurrentTab, b: CurrentTab) => a.id !== b.id || a.host !== b.host;

/** @param left the tab that was in front before, when its successor may bring another inbox. */
async function readSnapshot(
  source: Source,
  chosenId: string | null,
  left: CurrentTab | null,
): Promise<Snapshot> {
  const [settings, relay, tab, inboxes, unseen, restsUntil] = await Promise.all([
    source.readRelaySettings(),
    source.readRelayState(),
    source.currentTab(),
    source.listInboxes(),
    source.countUnseen(),
    source.readReminderRest(),
  ]);
  const chosen = inboxes.find(({ id }) => id === chosenId) ?? null;
  const now = source.now();
  const inbox =
    left !== null && isOtherPage(left, tab)
      ? nextChoice(inboxes, chosen, tab, now)
      : (chosen ?? firstChoice(inboxes, tab, now));
  const messages = inbox === null ? [] : await source.listMessages(inbox.id);
  return { settings, relay, tab, inboxes, unseen, restsUntil, inbox, messages };
}

/** New messages of the inbox that is shown, when nothing else has changed about what is shown. */
export function arrivedSince(before: Snapshot, after: Snapshot): OwnMessage[] {
  if (before.inbox?.id !== after.inbox?.id) return [];
  const known = new Set(before.messages.map(({ id }) => id));
  return after.messages.filter(({ id, message }) => !known.has(id) && !message.seen);
}

/** What storage says about one inbox and all others, read again whenever the worker says that it has changed. */
export function useMailboxes(source: Source, { start, followsTab, onArrived }: Wishes) {
  const snapshot = shallowRef<Snapshot | null>(null);
  const place = { chosenId: start, readings: 0 };

  async function reload(): Promise<void> {
    place.readings += 1;
    const mine = place.readings;
    const left = followsTab() ? (snapshot.value?.tab ?? null) : null;
    const latest = await readSnapshot(source, place.chosenId, left);
    // A later reading knows more than this one.
    if (mine !== place.readings) return;
    const before = snapshot.value;
    snapshot.value = latest;
    // From now on this inbox stays, even when a newer one turns up.
    place.chosenId = latest.inbox?.id ?? null;
    if (before !== null) onArrived(arrivedSince(before, latest));
  }

  async function choose(inboxId: string | null): Promise<void> {
    place.chosenId = inboxId;
    await reload();
  }

  onUnmounted(source.onStateChanged(() => void reload()));
  onUnmounted(source.onTabChanged(() => void reload()));
  return { snapshot, reload, choose };
}
