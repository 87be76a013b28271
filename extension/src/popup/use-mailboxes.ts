import { computed, onUnmounted, shallowRef } from 'vue';
import type { OwnInbox, OwnMessage, RelaySettings, RelayState } from '../storage/model.ts';
import { firstChoice } from './choose-inbox.ts';
import type { CurrentTab, PopupDeps } from './popup-deps.ts';

type Messages = ReadonlyMap<string, readonly OwnMessage[]>;

export interface Snapshot {
  readonly settings: RelaySettings;
  readonly relay: RelayState;
  readonly tab: CurrentTab;
  readonly inboxes: readonly OwnInbox[];
  readonly messages: Messages;
}

type Source = Pick<
  PopupDeps,
  | 'listInboxes'
  | 'listMessages'
  | 'readRelaySettings'
  | 'readRelayState'
  | 'currentTab'
  | 'onStateChanged'
  | 'now'
>;

export function unreadIn(messages: Messages, inboxId: string): number {
  return messages.get(inboxId)?.filter(({ message }) => !message.seen).length ?? 0;
}

/** Messages that an earlier reading did not have. */
export function arrivedSince(before: Snapshot, after: Snapshot): OwnMessage[] {
  return [...after.messages].flatMap(([inboxId, messages]) => {
    const known = new Set(before.messages.get(inboxId)?.map(({ id }) => id));
    return messages.filter(({ id, message }) => !known.has(id) && !message.seen);
  });
}

async function readSnapshot(source: Source, show: (snapshot: Snapshot) => void): Promise<void> {
  const [settings, relay, tab, inboxes] = await Promise.all([
    source.readRelaySettings(),
    source.readRelayState(),
    source.currentTab(),
    source.listInboxes(),
  ]);
  const first = firstChoice(inboxes, tab.host, source.now());
  const lists = inboxes.map(
    async ({ id }) => [id, await source.listMessages(id)] as const satisfies [string, unknown],
  );
  const firstList = lists[inboxes.findIndex((inbox) => inbox === first)];
  // What a person looks at first does not wait for what they may look at later.
  if (firstList) {
    show({ settings, relay, tab, inboxes, messages: new Map([await firstList]) });
  }
  show({ settings, relay, tab, inboxes, messages: new Map(await Promise.all(lists)) });
}

/** What storage says, read again whenever the worker says that it has changed. */
export function useMailboxes(source: Source, onArrived: (messages: OwnMessage[]) => void) {
  const snapshot = shallowRef<Snapshot | null>(null);
  let complete: Snapshot | null = null;
  let reading = 0;

  async function reload(): Promise<void> {
    const mine = ++reading;
    let latest: Snapshot | null = null;
    await readSnapshot(source, (shown) => {
      latest = shown;
      // After the first time nothing is shown by halves: counts would flicker.
      if (mine === reading && complete === null) snapshot.value = shown;
    });
    if (mine !== reading || latest === null) return;
    snapshot.value = latest;
    if (complete !== null) onArrived(arrivedSince(complete, latest));
    complete = latest;
  }

  onUnmounted(source.onStateChanged(() => void reload()));
  return { snapshot, inboxes: computed(() => snapshot.value?.inboxes ?? []), reload };
}
