import { i18n } from '#i18n';
import { ref, shallowRef } from 'vue';
import { parseRelayUrl } from '../inbox/relay-url.ts';
import { troubleText } from '../ui/trouble-text.ts';
import type { SetupDeps } from './setup-deps.ts';

export interface Connected {
  readonly url: string;
  readonly access: 'open' | 'private';
  readonly domains: readonly string[];
}

/** Granted at installation; asking again would only raise the question why. */
const grantedHosts = new Set(['127.0.0.1', 'localhost']);

function needsAsking(url: string): boolean {
  return !grantedHosts.has(URL.parse(url)?.hostname ?? '');
}

/** Joins this browser to a relay, and says in one sentence why that did not work. */
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
    const token = accessToken.trim() === '' ? null : accessToken.trim();
    const reply = await deps.send('relay.connect', { url: place.url, accessToken: token });
    if (!reply.ok) return troubleText(reply.trouble);
    connected.value = reply;
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
