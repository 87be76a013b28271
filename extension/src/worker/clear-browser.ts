import { paintTabs } from '../inbox/badge.ts';
import type { OwnInbox } from '../storage/model.ts';
import type { Worker } from './create-worker.ts';
import { syncPageScripts } from './page-scripts.ts';

/** Gives back the hosts that the person has allowed; what the manifest asks for cannot be given back. */
async function returnHosts({ permissions, runtime }: Worker['browser']): Promise<void> {
  const fixed: unknown = runtime.getManifest().host_permissions;
  const { origins = [] } = await permissions.getAll();
  const given = origins.filter((origin) => !Array.isArray(fixed) || !fixed.includes(origin));
  if (given.length > 0) await permissions.remove({ origins: given });
}

/** Takes away what the browser keeps for the extension beside its storage. */
export async function clearBrowser(
  { browser, badge, show, onFault }: Pick<Worker, 'browser' | 'badge' | 'show' | 'onFault'>,
  inboxes: readonly OwnInbox[],
): Promise<void> {
  const notices = Object.keys(await browser.notifications.getAll());
  await Promise.all([
    browser.alarms.clearAll(),
    ...notices.map((id) => browser.notifications.clear(id)),
    // All other mail shows on every tab alike.
    paintTabs(
      badge,
      inboxes.filter(({ isPrivate }) => isPrivate),
      new Map(),
    ),
    returnHosts(browser).catch(onFault),
  ]);
  await syncPageScripts(browser);
  await show();
}
