import type { browser as Browser } from 'wxt/browser';
import { allSites } from '../messaging/all-sites.ts';
import { wrap } from '../messaging/wrap.ts';
import type { SenderFacts } from '../messaging/sender-kind.ts';
import type { SiteOf } from '../inbox/site.ts';

const scriptId = 'page';
/** They look for fields that something can be offered for. */
export const watchFiles = ['/page.js', '/watch.js'] as const;

type Api = Pick<typeof Browser, 'permissions' | 'scripting' | 'tabs'>;

/** Puts the scripts into pages that are open already. */
async function injectIntoOpenTabs({ scripting, tabs }: Api): Promise<void> {
  const open = await tabs.query({ url: ['http://*/*', 'https://*/*'] });
  const targets = open.flatMap(({ id }) =>
    id === undefined ? [] : [{ tabId: id, allFrames: true }],
  );
  // Some pages are closed to all extensions.
  await Promise.allSettled(
    targets.map((target) => scripting.executeScript({ target, files: [...watchFiles] })),
  );
}

/** Brings the scripts that every page gets in line with the grant: there with it, gone without it. */
export async function syncPageScripts(browser: Api): Promise<void> {
  const { scripting, permissions } = browser;
  const isGranted = await permissions.contains(allSites);
  const registered = await scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (!isGranted) {
    if (registered.length > 0) await scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  if (registered.length === 0) {
    await scripting.registerContentScripts([
      {
        id: scriptId,
        js: [...watchFiles],
        matches: allSites.origins,
        allFrames: true,
        // Frames without a URL of their own (srcdoc, about:blank) count as their maker's.
        matchOriginAsFallback: true,
        runAt: 'document_idle',
        persistAcrossSessions: true,
      },
    ]);
  }
  await injectIntoOpenTabs(browser);
}

/** The icons come into a frame only once it has a field for one; false when the browser did not let them. */
export async function injectIcons({ scripting }: Api, sender: SenderFacts): Promise<boolean> {
  const tabId = sender.tab?.id;
  if (tabId === undefined) return false;
  const target = { tabId, frameIds: [sender.frameId ?? 0] };
  return scripting.executeScript({ target, files: ['/icon.js'] }).then(
    () => true,
    () => false,
  );
}

/** Tells the scripts in a tab that there is something new for them; most tabs have none. */
export async function tellTab({ tabs }: Pick<Api, 'tabs'>, tabId: number): Promise<void> {
  await tabs.sendMessage(tabId, wrap('page.changed', {})).catch(() => {});
}

/** Tells the open pages of some sites that there is something new for their fields. */
export async function tellSites(
  browser: Api,
  siteOf: SiteOf,
  sites: ReadonlySet<string | null>,
): Promise<void> {
  if (!(await browser.permissions.contains(allSites))) return;
  for (const { id, url } of await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] })) {
    if (id === undefined || !sites.has(await siteOf(url))) continue;
    await tellTab(browser, id);
  }
}
