import { computed, ref, watch } from 'vue';
import type { Inboxes } from '../inbox/inboxes.ts';

const reading = 'mayfly-reading';

/** Which address is chosen and which mail is open. The browser's own way back closes the mail. */
export function useChosen({ find, mailboxes, ordered }: Inboxes) {
  const chosenId = ref<string | null>(null);
  const openId = ref<string | null>(null);
  const inbox = computed(
    () => find(chosenId.value ?? '') ?? ordered.value.living[0] ?? ordered.value.past[0] ?? null,
  );
  const messages = computed(() => mailboxes.value.get(inbox.value?.id ?? '') ?? []);
  const openMessage = computed(() => messages.value.find(({ id }) => id === openId.value) ?? null);

  function open(messageId: string): void {
    if (openId.value === null) history.pushState({ [reading]: true }, '');
    openId.value = messageId;
  }

  function close(): void {
    if (openId.value === null) return;
    openId.value = null;
    const state: unknown = history.state;
    if (typeof state === 'object' && state !== null && reading in state) history.back();
  }

  addEventListener('popstate', () => (openId.value = null));
  // A mail that was deleted elsewhere is open no longer.
  watch(openMessage, (now) => now === null && close());
  return {
    ...{ inbox, messages, openMessage, open, close },
    choose(inboxId: string): void {
      close();
      chosenId.value = inboxId;
    },
  };
}

export type Chosen = ReturnType<typeof useChosen>;
