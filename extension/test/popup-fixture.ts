import { type Content, type Message, messageSchema } from '@mayfly/shared/contract/message';
import type { FillOutcome, Replies } from '../src/messaging/protocol.ts';
import type { WorkerMessage } from '../src/messaging/send.ts';
import type { PairingOffer } from '../src/page/pairing-offer.ts';
import type { PopupDeps } from '../src/popup/popup-deps.ts';
import type { OwnInbox, OwnMessage, RelayState, Trouble } from '../src/storage/model.ts';

/** Monday, 9 o'clock. */
export const now = Date.UTC(2026, 10, 23, 9);
export const minute = 60_000;

export function inboxOf(id: string, over: Partial<OwnInbox> = {}): OwnInbox {
  return {
    id,
    address: `${id}@mayfly.test`,
    token: `token-of-${id}`,
    restoreKey: 'restore',
    relayUrl: 'http://127.0.0.1:3000',
    site: null,
    createdAt: now - 10 * minute,
    expiresAt: now + 50 * minute,
    hotUntil: 0,
    cursor: null,
    ended: false,
    tabId: null,
    isPrivate: false,
    ...over,
  };
}

export function contentOf(over: Partial<Content> = {}): Content {
  return {
    subject: 'Please confirm',
    from: { name: 'Birch Shop', address: 'hello@shop.example' },
    to: [],
    replyTo: [],
    date: null,
    messageId: null,
    headers: [],
    text: 'Welcome!',
    html: null,
    truncated: false,
    preview: 'Welcome!',
    links: [],
    codes: [],
    attachments: [],
    removed: [],
    ...over,
  };
}

export const linkOf = (url: string, over: Partial<Content['links'][number]> = {}) => ({
  url,
  text: 'Confirm my address',
  kind: 'verify' as const,
  score: 0.9,
  reasons: ['the word “confirm”'],
  ...over,
});

export function messageOf(
  inboxId: string,
  name: string,
  content: Content | null,
  over: Partial<Message> = {},
): OwnMessage {
  const id = name.padEnd(20, 'x');
  const message = messageSchema.parse({
    id,
    receivedAt: new Date(now - minute).toISOString(),
    size: 1234,
    state: content === null ? 'unanalysed' : 'analysed',
    seen: false,
    content,
    ...over,
  });
  return { inboxId, id, message };
}

export interface World {
  inboxes: OwnInbox[];
  messages: OwnMessage[];
  relay: RelayState;
  connected: boolean;
  host: string | null;
  tabId: number | null;
  staysOpen: boolean;
  /** Whether the browser shows its side panel; null where it has none. */
  panelOpens: boolean | null;
  online: boolean;
  /** What the page in front offers. */
  offer: PairingOffer | null;
  /** What the person answers when the browser asks for a host. */
  grants: boolean;
  /** No reminder before that time. */
  restsUntil: number;
  copies: boolean;
  start: PopupDeps['start'];
  /** The part of a message that the relay hands out, by its path. */
  parts: Map<string, ArrayBuffer>;
  /** What the worker answers. */
  replies: WorkerReplies;
}

type WorkerReplies = Pick<Replies, WorkerMessage>;

const url = 'http://127.0.0.1:3000';
export const goodReplies: WorkerReplies = {
  'inbox.create': { ok: true, inboxId: 'new', address: 'new@mayfly.test', fill: null },
  'inbox.fill': { ok: true, fill: 'filled' },
  'inbox.unfill': { ok: true, undone: true },
  'inbox.reopen': { ok: true, inboxId: 'back', address: 'back@mayfly.test', found: 'reopened' },
  'inbox.extend': { ok: true, expiresAt: now },
  'inbox.delete': { ok: true },
  'inbox.refresh': { ok: true },
  'message.seen': { ok: true },
  'message.delete': { ok: true },
  'link.open': { ok: true },
  'site.off': { ok: true },
  'everything.import': { ok: true, added: 2 },
  'everything.forget': { ok: true, left: [] },
  'reminder.rest': { ok: true },
  'relay.connect': { ok: true, url, access: 'open', domains: ['mayfly.test'] },
  'relay.pair': { ok: true, url, access: 'private', domains: ['mayfly.test'] },
  'relay.pairWhenAllowed': { ok: true },
  'access.list': { ok: true, items: [] },
  'access.withdraw': { ok: true },
};

export const failing = (trouble: Trouble) => ({ ok: false as const, trouble });
export const filling = (fill: FillOutcome) => ({ ok: true as const, fill });

const untroubled: Omit<World, 'parts'> = {
  inboxes: [],
  messages: [],
  relay: { trouble: null, nextTryAt: null, lastSuccessAt: now },
  connected: true,
  host: null,
  tabId: 7,
  staysOpen: false,
  panelOpens: true,
  online: true,
  offer: null,
  grants: true,
  restsUntil: 0,
  copies: true,
  start: null,
  replies: goodReplies,
};

type Reading = Pick<
  PopupDeps,
  | 'listInboxes'
  | 'listMessages'
  | 'countUnseen'
  | 'readRelaySettings'
  | 'readRelayState'
  | 'readReminderRest'
>;

function readingOf(world: World): Reading {
  return {
    listInboxes: async () => world.inboxes,
    listMessages: async (inboxId) => world.messages.filter((one) => one.inboxId === inboxId),
    countUnseen: async () => {
      const unseen = world.messages.filter(({ message }) => !message.seen);
      const groups = Map.groupBy(unseen, ({ inboxId }) => inboxId);
      return new Map([...groups].map(([inboxId, some]) => [inboxId, some.length]));
    },
    readRelaySettings: async () => ({ url, accessToken: null, connected: world.connected }),
    readRelayState: async () => world.relay,
    readReminderRest: async () => world.restsUntil,
  };
}

/** Callbacks that a test calls. */
function createSignal() {
  const callbacks = new Set<() => void>();
  return {
    on: (callback: () => void) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    tell: () => callbacks.forEach((callback) => callback()),
  };
}

const windowId = 3;

function openerIn({ panelOpens }: World, opened: number[]): PopupDeps['openPanel'] {
  if (panelOpens === null) return null;
  return async (id) => {
    if (!panelOpens) throw new Error('No click');
    opened.push(id);
  };
}

/** What is asked of the browser, and what came of it. */
function browserOf(world: World) {
  const copied: string[] = [];
  const saved: string[] = [];
  const closed: string[] = [];
  const opened: number[] = [];
  const asked: string[] = [];
  /** Tabs whose offers were taken. */
  const ended: number[] = [];
  const tabs = createSignal();
  const deps = {
    currentTab: async () => ({ id: world.tabId, windowId, host: world.host, isPrivate: false }),
    onTabChanged: tabs.on,
    staysOpen: world.staysOpen,
    openPanel: openerIn(world, opened),
    copyText: async (text: string) => {
      if (world.copies) copied.push(text);
      return world.copies;
    },
    openPage: (url: string) => void closed.push(`page ${url}`),
    saveFile: (_bytes: ArrayBuffer, name: string) => void saved.push(name),
    openOptions: (part?: string) =>
      void closed.push(part === undefined ? 'options' : `options#${part}`),
    closePopup: () => void closed.push('popup'),
    readPairingOffer: async () => world.offer,
    endPairingOffer: async ({ tabId }: PairingOffer) => void ended.push(tabId),
    requestHost: async (pattern: string) => {
      asked.push(pattern);
      return world.grants;
    },
    isOnline: () => world.online,
  } satisfies Partial<PopupDeps>;
  const goToTab = (tabId: number, host: string | null) => {
    Object.assign(world, { tabId, host });
    tabs.tell();
  };
  return { deps, copied, saved, closed, opened, asked, ended, goToTab };
}

/** A popup's surroundings that a test can look at and change. */
export function createWorld({ replies, ...over }: PartialWorld = {}) {
  const world: World = {
    ...untroubled,
    parts: new Map(),
    ...over,
    replies: { ...goodReplies, ...replies },
  };
  const sent: { name: string; payload: unknown }[] = [];
  const state = createSignal();
  const browser = browserOf(world);
  const deps: PopupDeps = {
    ...readingOf(world),
    ...browser.deps,
    send: async (name, payload) => {
      sent.push({ name, payload });
      return world.replies[name];
    },
    onStateChanged: state.on,
    fetchPart: async (_inbox, _messageId, part) => world.parts.get(part) ?? null,
    start: world.start,
    now: () => now,
  };
  return { ...browser, world, deps, sent, changed: state.tell };
}

/** What is different about a world; the rest is untroubled. */
export type PartialWorld = Partial<Omit<World, 'replies'>> & { replies?: Partial<WorkerReplies> };
