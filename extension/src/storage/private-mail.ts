import type { Mail } from './database.ts';
import type { OwnInbox, OwnMessage } from './model.ts';

/** The part of `storage.session` that is used. The browser keeps it in memory and never writes it to disk. */
export interface MemoryArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Runs one at a time, over all pages and the worker. */
export type Exclusively = <T>(work: () => Promise<T>) => Promise<T>;

interface Held {
  readonly inboxes: Map<string, OwnInbox>;
  /** By inbox and id. */
  readonly messages: Map<string, OwnMessage>;
}

const key = 'private';

function isHeld(value: unknown): value is { inboxes: OwnInbox[]; messages: OwnMessage[] } {
  return typeof value === 'object' && value !== null && 'inboxes' in value && 'messages' in value;
}

async function load(area: MemoryArea): Promise<Held> {
  const stored = (await area.get(key))[key];
  const { inboxes, messages } = isHeld(stored) ? stored : { inboxes: [], messages: [] };
  return {
    inboxes: new Map(inboxes.map((inbox) => [inbox.id, inbox])),
    messages: new Map(messages.map((message) => [keyOf(message.inboxId, message.id), message])),
  };
}

const keyOf = (inboxId: string, id: string) => `${inboxId} ${id}`;

/** What a message is without its body. The relay still has the whole. */
function withoutBody(own: OwnMessage): OwnMessage {
  const { content } = own.message;
  if (!content) return own;
  const slim = { ...content, html: null, headers: [], truncated: true };
  return { ...own, message: { ...own.message, content: slim } };
}

async function save(area: MemoryArea, held: Held): Promise<void> {
  const inboxes = [...held.inboxes.values()];
  const messages = [...held.messages.values()];
  if (inboxes.length + messages.length === 0) return area.remove(key);
  try {
    await area.set({ [key]: { inboxes, messages } });
  } catch {
    // The browser gives this area a few megabytes; links and codes must fit in any case.
    await area.set({ [key]: { inboxes, messages: messages.map(withoutBody) } });
  }
}

function countUnseen(messages: Iterable<OwnMessage>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { inboxId, message } of messages) {
    if (!message.seen) counts.set(inboxId, (counts.get(inboxId) ?? 0) + 1);
  }
  return counts;
}

function mailOf(held: Held): Mail {
  const messagesOf = (inboxId: string) =>
    [...held.messages.values()].filter((message) => message.inboxId === inboxId);
  const removeMessages = (inboxId: string) => {
    for (const message of messagesOf(inboxId)) held.messages.delete(keyOf(inboxId, message.id));
  };
  return {
    inbox: async (id) => held.inboxes.get(id),
    inboxes: async () => [...held.inboxes.values()],
    putInbox: async (inbox) => void held.inboxes.set(inbox.id, inbox),
    removeInbox: async (id) => {
      removeMessages(id);
      held.inboxes.delete(id);
    },
    message: async (inboxId, id) => held.messages.get(keyOf(inboxId, id)),
    messages: async (inboxId) => messagesOf(inboxId),
    countMessages: async () => held.messages.size,
    unseen: async () => countUnseen(held.messages.values()),
    putMessage: async (own) => void held.messages.set(keyOf(own.inboxId, own.id), own),
    removeMessage: async (inboxId, id) => void held.messages.delete(keyOf(inboxId, id)),
    removeMessages: async (inboxId) => removeMessages(inboxId),
  };
}

/** Like `transact`, for what belongs to private windows: it lives in memory, as long as the browser does. */
export function transactInMemory<T>(
  area: MemoryArea,
  exclusively: Exclusively,
  mode: 'readonly' | 'readwrite',
  work: (mail: Mail) => Promise<T>,
): Promise<T> {
  return exclusively(async () => {
    const held = await load(area);
    const result = await work(mailOf(held));
    if (mode === 'readwrite') await save(area, held);
    return result;
  });
}
