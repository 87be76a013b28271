import type { SetupDeps } from '../src/relay/setup-deps.ts';
import type { Replies } from '../src/messaging/protocol.ts';
import type { RelaySettings, RelayState } from '../src/storage/model.ts';
import { goodReplies, now } from './popup-fixture.ts';

interface World {
  settings: RelaySettings;
  state: RelayState;
  /** What the person answers when the browser asks for a host. */
  grants: boolean;
  /** Whether the extension may reach all sites. */
  isGranted: boolean;
  /** What the worker answers to `relay.connect`. */
  answer: Replies['relay.connect'];
}

const repliesWith = (answer: World['answer']): typeof goodReplies => ({
  ...goodReplies,
  'relay.connect': answer,
});

/** The surroundings of the settings and the first-run page. */
export function createSetupWorld(over: Partial<World> = {}) {
  const world: World = {
    settings: { url: 'http://127.0.0.1:3000', accessToken: null, connected: false },
    state: { trouble: null, nextTryAt: null, lastSuccessAt: null },
    grants: true,
    isGranted: false,
    answer: goodReplies['relay.connect'],
    ...over,
  };
  const sent: { name: string; payload: unknown }[] = [];
  const asked: string[] = [];
  const deps: SetupDeps = {
    readRelaySettings: async () => world.settings,
    readRelayState: async () => world.state,
    send: async (name, payload) => {
      sent.push({ name, payload });
      return repliesWith(world.answer)[name];
    },
    onStateChanged: () => () => {},
    requestHost: async (pattern) => {
      asked.push(pattern);
      return world.grants;
    },
    hasGrant: async () => world.isGranted,
    requestGrant: async () => (world.isGranted = world.grants),
    removeGrant: async () => !(world.isGranted = false),
    readOffSites: async () => ['shop.example'],
    fillShortcut: async () => 'Alt+Shift+M',
    isFirefox: false,
    version: '0.1.0',
    now: () => now,
  };
  return { world, deps, sent, asked };
}
