import type { KeepingDeps } from '../src/keeping/keeping-deps.ts';
import type { SetupDeps } from '../src/relay/setup-deps.ts';
import type { Replies } from '../src/messaging/protocol.ts';
import type { Kept, RelaySettings, RelayState } from '../src/storage/model.ts';
import { goodReplies, now } from './popup-fixture.ts';

interface World {
  settings: RelaySettings;
  state: RelayState;
  /** What the person answers when the browser asks for a host. */
  grants: boolean;
  /** Whether the extension may reach all sites. */
  isGranted: boolean;
  /** What the worker answers to `relay.connect` and `relay.pair`. */
  answer: Replies['relay.connect'];
  /** What it answers about who has access. */
  listed: Replies['access.list'];
  withdrawn: Replies['access.withdraw'];
  /** What lies in the browser. */
  kept: Kept;
  /** Relays that the browser withholds, as match patterns. */
  closed: string[];
  /** What the worker answers when everything is to be forgotten. */
  forgotten: Replies['everything.forget'] | Promise<Replies['everything.forget']>;
}

const nothing: Kept = {
  inboxes: [],
  messageCount: 0,
  relay: { url: 'http://127.0.0.1:3000', accessToken: null, connected: false },
  access: [],
  offSites: [],
};

const repliesOf = async (world: World): Promise<typeof goodReplies> => ({
  ...goodReplies,
  'relay.connect': world.answer,
  'relay.pair': world.answer,
  'access.list': world.listed,
  'access.withdraw': world.withdrawn,
  'everything.forget': await world.forgotten,
});

/** What the browser allows and saves, and what it was asked for. */
function browserOf(world: World) {
  const asked: string[] = [];
  const saved: { text: string; name: string }[] = [];
  const browser = {
    requestHost: async (pattern: string) => {
      asked.push(pattern);
      if (world.grants) world.closed = world.closed.filter((one) => one !== pattern);
      return world.grants;
    },
    mayReach: async (pattern: string) => !world.closed.includes(pattern),
    hasGrant: async () => world.isGranted,
    requestGrant: async () => (world.isGranted = world.grants),
    removeGrant: async () => !(world.isGranted = false),
    saveFile: (text: string, name: string) => void saved.push({ text, name }),
  };
  return { browser, asked, saved };
}

/** The surroundings of the settings and the first-run page. */
export function createSetupWorld(over: Partial<World> = {}) {
  const world: World = {
    settings: { url: 'http://127.0.0.1:3000', accessToken: null, connected: false },
    state: { trouble: null, nextTryAt: null, lastSuccessAt: null },
    grants: true,
    isGranted: false,
    answer: goodReplies['relay.connect'],
    listed: goodReplies['access.list'],
    withdrawn: goodReplies['access.withdraw'],
    kept: nothing,
    closed: [],
    forgotten: { ok: true, left: [] },
    ...over,
  };
  const sent: { name: string; payload: unknown }[] = [];
  const { browser, asked, saved } = browserOf(world);
  const listeners = new Set<() => void>();
  const deps: SetupDeps & KeepingDeps = {
    ...browser,
    readRelaySettings: async () => world.settings,
    readRelayState: async () => world.state,
    send: async (name, payload) => {
      sent.push({ name, payload });
      return (await repliesOf(world))[name];
    },
    onStateChanged: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    readOffSites: async () => ['shop.example'],
    fillShortcut: async () => 'Alt+Shift+M',
    isFirefox: false,
    version: '0.1.0',
    now: () => now,
    readKept: async () => world.kept,
  };
  const changed = () => {
    for (const listener of listeners) listener();
  };
  return { world, deps, sent, asked, saved, changed };
}
