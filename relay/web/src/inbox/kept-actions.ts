import type { OwnInbox } from '../storage/model.ts';
import type { State } from './state.ts';

/** What changes in this browser alone. */
export function createKeptActions(state: State, follow: () => void) {
  const { inboxes, mailboxes, write } = state;

  /** Keeps it, in the place of one with its id. */
  async function adopt(inbox: OwnInbox): Promise<OwnInbox> {
    inboxes.value = [...inboxes.value.filter(({ id }) => id !== inbox.id), inbox];
    await write({ putInboxes: [inbox] });
    follow();
    return inbox;
  }

  async function forget(id: string): Promise<void> {
    inboxes.value = inboxes.value.filter((inbox) => inbox.id !== id);
    mailboxes.value = new Map([...mailboxes.value].filter(([inboxId]) => inboxId !== id));
    await write({ removeInboxes: [id] });
    follow();
  }

  /** How many of them were not here. What is here stays. */
  async function bringBack(all: readonly OwnInbox[], token: string | null): Promise<number> {
    const known = new Set(inboxes.value.map(({ id }) => id));
    const fresh = all.filter(({ id }) => !known.has(id));
    inboxes.value = [...inboxes.value, ...fresh];
    const access = state.access.value ?? token;
    state.access.value = access;
    await write({ putInboxes: fresh, access });
    follow();
    return fresh.length;
  }

  return {
    ...{ adopt, forget, bringBack },
    /** Here alone: at the relay they end by themselves. */
    async forgetAll(): Promise<void> {
      const removeInboxes = inboxes.value.map(({ id }) => id);
      inboxes.value = [];
      mailboxes.value = new Map();
      state.access.value = null;
      await write({ removeInboxes, access: null });
      follow();
    },
    async keepAccess(token: string | null): Promise<void> {
      state.access.value = token;
      await write({ access: token });
    },
  };
}

export type KeptActions = ReturnType<typeof createKeptActions>;
