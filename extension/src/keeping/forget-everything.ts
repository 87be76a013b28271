import { type ActionDeps, deleteInbox } from '../inbox/inbox-actions.ts';
import { isLiving } from '../inbox/schedule.ts';
import type { Waiting } from '../inbox/waiting.ts';
import type { Reply } from '../messaging/protocol.ts';
import type { OwnInbox } from '../storage/model.ts';

export interface ForgetDeps {
  readonly actions: ActionDeps;
  readonly waiting: Pick<Waiting, 'stop'>;
  readonly now: () => number;
  /** An address has gone; open pages read how many are left. */
  readonly onProgress: () => Promise<void>;
  /** Takes away what the browser itself has kept, and shows that nothing is left. */
  readonly clearBrowser: (inboxes: readonly OwnInbox[]) => Promise<void>;
}

/** Ends the living inboxes where they are. Resolves to the addresses for which that could not be done. */
async function endAtRelays({ actions, now, onProgress }: ForgetDeps): Promise<string[]> {
  const { storage } = actions;
  const left: string[] = [];
  const silent = new Set<string>();
  for (const inbox of await storage.secrets.listInboxes()) {
    const { id, address, relayUrl } = inbox;
    if (!isLiving(inbox, now())) continue;
    const isAsked = !silent.has(relayUrl);
    if (isAsked && (await deleteInbox({ ...actions, onInboxes: onProgress }, id)).ok) continue;
    left.push(address);
    // Whoever waits for a relay that does not answer should not wait once for each address.
    if (isAsked && (await storage.relay.readContact(relayUrl)).trouble !== null)
      silent.add(relayUrl);
  }
  return left;
}

/**
 * Leaves nothing behind. While addresses are left at a relay everything else stays: the person decides. Nothing else
 * may be under way in the worker, or it could write something back.
 */
export async function forgetEverything(
  deps: ForgetDeps,
  atRelay: boolean,
): Promise<Reply<{ left: readonly string[] }>> {
  const { storage, onInboxes } = deps.actions;
  await deps.waiting.stop();
  const left = atRelay ? await endAtRelays(deps) : [];
  if (left.length > 0) await onInboxes();
  else {
    const inboxes = await storage.secrets.listInboxes();
    await storage.forget();
    await deps.clearBrowser(inboxes);
  }
  return { ok: true, left };
}
