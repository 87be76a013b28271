import { z } from 'zod';

/** What the page in front offers: access to the relay that it is a page of. */
export interface PairingOffer {
  readonly tabId: number;
  /** Of the relay, by the browser's word on where the tab is. */
  readonly url: string;
  /** As the address bar shows it. */
  readonly host: string;
  readonly code: string;
}

interface Injection<A extends unknown[]> {
  target: { tabId: number };
  func: (...args: A) => unknown;
  args?: A;
}

/** The part of the browser that looks into the tab in front. */
interface Api {
  readonly tabs: {
    query(which: {
      active: true;
      currentWindow: true;
    }): Promise<readonly { id?: number | undefined; url?: string | undefined }[]>;
  };
  readonly scripting: {
    executeScript<A extends unknown[]>(
      injection: Injection<A>,
    ): Promise<readonly { result?: unknown }[]>;
  };
}

/** Of what the page says only this is taken. */
const saidSchema = z.object({ origin: z.string(), code: z.string().regex(/^[\w-]{1,128}$/) });

/** Runs in the page. */
function readMeta(): { origin: string; code: string | null } {
  const meta = document.querySelector('head > meta[name="mayfly-pair"]');
  return { origin: location.origin, code: meta?.getAttribute('content') ?? null };
}

/** Runs in the page, if it is still the one that made the offer. */
function endOffer(origin: string): void {
  const meta = document.querySelector('head > meta[name="mayfly-pair"]');
  if (meta === null || location.origin !== origin) return;
  meta.remove();
  document.dispatchEvent(new Event('mayfly-paired'));
}

/** The folder of a page is the address of its relay, which may have a path. */
const relayUrlOf = ({ origin, pathname }: URL): string =>
  `${origin}${pathname.replace(/\/[^/]*$/, '')}`;

/** What the tab in front offers, where a click on the toolbar has let the extension look. */
export async function readPairingOffer({ scripting, tabs }: Api): Promise<PairingOffer | null> {
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  const page = URL.parse(tab?.url ?? '');
  if (tab?.id === undefined || page === null || !/^https?:$/.test(page.protocol)) return null;
  try {
    const target = { tabId: tab.id };
    const [answer] = await scripting.executeScript({ target, func: readMeta });
    const said = saidSchema.safeParse(answer?.result);
    // It may have gone elsewhere meanwhile.
    if (!said.success || said.data.origin !== page.origin) return null;
    return { tabId: tab.id, url: relayUrlOf(page), host: page.host, code: said.data.code };
  } catch {
    return null;
  }
}

/** Tells the page that its offer was taken. */
export async function endPairingOffer(
  { scripting }: Pick<Api, 'scripting'>,
  offer: Pick<PairingOffer, 'tabId' | 'url'>,
): Promise<void> {
  const args: [string] = [new URL(offer.url).origin];
  const target = { tabId: offer.tabId };
  await scripting.executeScript({ target, func: endOffer, args }).catch(() => {});
}
