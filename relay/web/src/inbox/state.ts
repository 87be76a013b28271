import type { Client } from '@mayfly/shared/client/client';
import { ref, shallowRef } from 'vue';
import type { Change, Keeping, OwnInbox, OwnMessage } from '../storage/model.ts';
import type { Contact } from './follow.ts';
import { loadTalk } from './later.ts';
import { groupMessages, type Mailboxes } from './message-store.ts';

export interface InboxesDeps {
  readonly keeping: Keeping;
  readonly relayUrl: string;
  readonly now: () => number;
  /** Tells the other tabs of this page that there is something new, and hears it from them. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  readonly onArrived: (inbox: OwnInbox, messages: readonly OwnMessage[]) => void;
}

/** What is shown, and the same as it is kept. */
export function createState({ keeping, relayUrl, now, channel }: InboxesDeps) {
  const inboxes = shallowRef<readonly OwnInbox[]>([]);
  const mailboxes = shallowRef<Mailboxes>(new Map());
  const access = ref<string | null>(null);
  const loaded = ref(false);
  const contact = shallowRef<Contact>({ state: 'connecting' });
  /** The browser refused to keep what was to be kept. */
  const keepFailed = ref(false);
  return {
    ...{ inboxes, mailboxes, access, loaded, contact, keepFailed },
    time: ref(now()),
    find: (id: string) => inboxes.value.find((inbox) => inbox.id === id),
    client: async (): Promise<Client> => {
      const { createClient } = await loadTalk();
      return createClient({ baseUrl: relayUrl, accessToken: access.value ?? undefined });
    },
    load: async (): Promise<void> => {
      const kept = await keeping.load();
      inboxes.value = kept.inboxes;
      mailboxes.value = groupMessages(kept.messages);
      access.value = kept.access;
      loaded.value = true;
    },
    write: async (change: Change): Promise<void> => {
      try {
        await keeping.write(change);
        channel.postMessage('changed');
      } catch {
        keepFailed.value = true;
      }
    },
    /** The inbox as it is now; nothing when it has been forgotten meanwhile. */
    replace: (id: string, over: Partial<OwnInbox>): OwnInbox[] => {
      inboxes.value = inboxes.value.map((inbox) =>
        inbox.id === id ? { ...inbox, ...over } : inbox,
      );
      return inboxes.value.filter((inbox) => inbox.id === id);
    },
  };
}

export type State = ReturnType<typeof createState>;
