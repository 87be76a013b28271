import { i18n } from '#i18n';
import { onMounted, ref, shallowRef } from 'vue';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';
import { needsAsking } from '../relay/use-connect.ts';
import { troubleText } from '../ui/trouble-text.ts';
import type { PairingOffer } from '../page/pairing-offer.ts';
import type { PopupDeps } from './popup-deps.ts';
import type { Notices } from '@mayfly/shared/ui/use-notice';

interface Needs {
  readonly deps: Pick<PopupDeps, 'readPairingOffer' | 'endPairingOffer' | 'requestHost' | 'send'>;
  readonly notices: Notices;
  readonly reload: () => Promise<void>;
}

/** Whether the browser lets the extension talk to the relay; asks the person where it has to. */
async function isAllowed(
  { requestHost, send }: Needs['deps'],
  { url, code, tabId }: PairingOffer,
): Promise<boolean> {
  const place = parseRelayUrl(url);
  if (place === null || !needsAsking(url)) return place !== null;
  // Nothing is waited for before the question: it needs the person's click.
  const waits = send('relay.pairWhenAllowed', { pairing: { url, code, tabId } });
  const isGranted = await requestHost(place.pattern);
  await waits;
  if (!isGranted) await send('relay.pairWhenAllowed', { pairing: null });
  return isGranted;
}

/** What was asked about is what is still in front. */
const isSame = (one: PairingOffer, other: PairingOffer | null): boolean =>
  other?.tabId === one.tabId && other.url === one.url && other.code === one.code;

/** The pairing that the page in front offers, and what comes of it. */
export function usePairing({ deps, notices, reload }: Needs) {
  const offer = shallowRef<PairingOffer | null>(null);
  const isPairing = ref(false);

  async function tryPairing(taken: PairingOffer): Promise<string | null> {
    if (!(await isAllowed(deps, taken))) return i18n.t('options.denied', [taken.host]);
    if (!isSame(taken, await deps.readPairingOffer())) return i18n.t('pairing.gone');
    const reply = await deps.send('relay.pair', { url: taken.url, code: taken.code });
    return reply.ok ? null : troubleText(reply.trouble);
  }

  async function pair(): Promise<void> {
    const taken = offer.value;
    if (taken === null || isPairing.value) return;
    isPairing.value = true;
    notices.clear();
    try {
      const problem = await tryPairing(taken);
      offer.value = null;
      if (problem !== null) return notices.bad(problem);
      await Promise.all([deps.endPairingOffer(taken), reload()]);
      notices.good(i18n.t('pairing.done', [taken.host]));
    } finally {
      isPairing.value = false;
    }
  }

  onMounted(async () => {
    offer.value = await deps.readPairingOffer();
  });
  return { offer, isPairing, pair, decline: () => void (offer.value = null) };
}

export type Pairing = ReturnType<typeof usePairing>;
