import { hotMs } from '../inbox/schedule.ts';
import type { Reply } from '../messaging/protocol.ts';
import type { Mail } from '../storage/database.ts';
import type { Storage } from '../storage/storage.ts';
import type { ExportFile } from '@mayfly/shared/keeping/export-file';

export interface ImportDeps {
  readonly storage: Storage;
  readonly now: () => number;
  /** There is something new to wait for and to show. */
  readonly onInboxes: () => Promise<void>;
}

type FiledInbox = ExportFile['inboxes'][number];

/** True when it was not here. What is here stays, but for a longer life and the token that goes with it. */
async function merge(mail: Mail, filed: FiledInbox, now: number): Promise<boolean> {
  const here = await mail.inbox(filed.id);
  if (here === undefined) {
    const fresh = { hotUntil: now + hotMs, cursor: null, tabId: null, isPrivate: false };
    await mail.putInbox({ ...filed, ...fresh });
    return true;
  }
  const isSame = here.address === filed.address && here.relayUrl === filed.relayUrl;
  if (isSame && filed.expiresAt > here.expiresAt) {
    const { token, expiresAt, ended, readOnly } = filed;
    await mail.putInbox({ ...here, token, expiresAt, ended, readOnly });
  }
  return false;
}

/** A relay that the person has connected stays; without one theirs of before comes back, with the right to use it. */
async function adoptRelay({ relay, secrets }: Storage, file: ExportFile): Promise<void> {
  const { connected } = await relay.readSettings();
  if (connected || file.relayUrl === null) return;
  for (const { relayUrl, token } of file.access) await secrets.writeAccessToken(relayUrl, token);
  const accessToken = await secrets.readAccessToken(file.relayUrl);
  await relay.writeSettings({ url: file.relayUrl, accessToken, connected: true });
}

/** Brings back what a file has, beside what is here. */
export async function importFile(
  { storage, now, onInboxes }: ImportDeps,
  file: ExportFile,
): Promise<Reply<{ added: number }>> {
  const added = await storage.secrets.edit(false, async (mail) => {
    let count = 0;
    for (const filed of file.inboxes) if (await merge(mail, filed, now())) count += 1;
    return count;
  });
  await adoptRelay(storage, file);
  await storage.sites.addOff(file.offSites);
  await onInboxes();
  return { ok: true, added };
}
