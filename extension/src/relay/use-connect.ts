import { i18n } from '#i18n';
import { ref, shallowRef } from 'vue';
import { pairingCodeOf } from '../inbox/pairing-link.ts';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';
import type { ConnectedRelay } from '../messaging/protocol.ts';
import { troubleText } from '../ui/trouble-text.ts';
import type { SetupDeps } from './setup-deps.ts';

export interface Connected extends ConnectedRelay {
  /** By a pairing link. */
  readonly isPaired: boolean;
}

/** Granted at installation; asking again would only raise the question why. */
const grantedHosts = new Set(['127.0.0.1', 'localhost']);

export function needsAsking(url: string): boolean {
  return !grantedHosts.has(URL.parse(url)?.hostname ?? '');
}

/** Joins this browser to a relay, by its address or a pairing link, and says in one sentence why that did not work. */
export function useConnect(deps: Pick<SetupDeps, 'send' | 'requestHost'>) {
  const connecting = ref(false);
  const error = ref<string | null>(null);
  const connected = shallowRef<Connected | null>(null);

  async function tryConnect(input: string, accessToken: string): Promise<string | null> {
    const place = parseRelayUrl(input);
    if (place === null) return i18n.t('options.badUrl');
    // First of all, while the browser still knows that a person clicked.
    if (needsAsking(place.url) && !(await deps.requestHost(place.pattern))) {
      return i18n.t('options.denied', [URL.parse(place.url)?.host ?? place.url]);
    }
    const { url } = place;
    const code = pairingCodeOf(input);
    const token = accessToken.trim() === '' ? null : accessToken.trim();
    const reply = await (code === null
      ? deps.send('relay.connect', { url, accessToken: token })
      : deps.send('relay.pair', { url, code }));
    if (!reply.ok) return troubleText(reply.trouble);
    connected.value = { ...reply, isPaired: code !== null };
    return null;
  }

  async function connect(input: string, accessToken: string): Promise<void> {
    if (connecting.value) return;
    connecting.value = true;
    error.value = null;
    connected.value = null;
    try {
      error.value = await tryConnect(input, accessToken);
    } finally {
      connecting.value = false;
    }
  }

  return { connecting, error, connected, connect };
}
