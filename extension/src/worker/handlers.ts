import { listAccess, withdrawAccess } from '../inbox/accesses.ts';
import { connectRelay } from '../inbox/connect-relay.ts';
import { fillAgain, freshAddress } from '../inbox/fresh-address.ts';
import { deleteInbox, deleteMessage, extendInbox, markSeen } from '../inbox/inbox-actions.ts';
import { reopenInbox } from '../inbox/reopen-inbox.ts';
import { hotMs, isLiving } from '../inbox/schedule.ts';
import { forgetEverything } from '../keeping/forget-everything.ts';
import { importFile } from '../keeping/import-file.ts';
import type { Handlers } from '../messaging/router.ts';
import { tellPages, type WorkerMessage } from '../messaging/send.ts';
import type { OwnInbox } from '../storage/model.ts';
import { clearBrowser } from './clear-browser.ts';
import type { Worker } from './create-worker.ts';
import { openMessageLink } from './follow-message.ts';
import { setOff } from './page-handlers.ts';

/** Every living inbox is waited for as after a fill: somebody looks for mail. */
async function heatAll({ storage, now }: Worker): Promise<void> {
  for (const isPrivate of [false, true]) {
    await storage.secrets.edit(isPrivate, async (mail) => {
      for (const inbox of await mail.inboxes()) {
        if (isLiving(inbox, now())) await mail.putInbox({ ...inbox, hotUntil: now() + hotMs });
      }
    });
  }
}

async function refresh(worker: Worker) {
  await heatAll(worker);
  await worker.waiting.askNow();
  await worker.waiting.restart();
  const { trouble } = await worker.storage.relay.readState();
  return trouble === null ? ({ ok: true } as const) : ({ ok: false, trouble } as const);
}

function forget(worker: Worker, atRelay: boolean) {
  const deps = {
    ...worker,
    onProgress: tellPages,
    clearBrowser: (inboxes: readonly OwnInbox[]) => clearBrowser(worker, inboxes),
  };
  return forgetEverything(deps, atRelay);
}

async function restReminder({ storage, now }: Worker, saved: boolean) {
  await (saved ? storage.reminder.saved(now()) : storage.reminder.dismissed(now()));
  return { ok: true } as const;
}

/** What the worker does for the pages of the extension. */
export function createHandlers(worker: Worker): Handlers<WorkerMessage> {
  const { fresh, actions } = worker;
  return {
    'inbox.create': ({ tabId, isPrivate }) =>
      freshAddress(fresh, tabId === null ? null : { tabId, frameId: null }, isPrivate),
    'inbox.fill': ({ inboxId, tabId }) => fillAgain(fresh, inboxId, { tabId, frameId: null }),
    'inbox.unfill': async ({ tabId }) => ({ ok: true, undone: await worker.filler.undo(tabId) }),
    'inbox.reopen': ({ inboxId, tabId }) => reopenInbox(fresh, inboxId, tabId),
    'inbox.extend': ({ inboxId, ttlMinutes }) => extendInbox(actions, inboxId, ttlMinutes),
    'inbox.delete': ({ inboxId }) => deleteInbox(actions, inboxId),
    'inbox.refresh': () => refresh(worker),
    'message.seen': ({ inboxId, messageId }) => markSeen(actions, inboxId, messageId),
    'message.delete': ({ inboxId, messageId }) => deleteMessage(actions, inboxId, messageId),
    'link.open': ({ inboxId, messageId, url }) => openMessageLink(worker, inboxId, messageId, url),
    'site.off': ({ site, isOff }) => setOff(worker, site, isOff),
    'everything.import': ({ file }) => importFile(worker, file),
    'everything.forget': ({ atRelay }) => forget(worker, atRelay),
    'reminder.rest': ({ saved }) => restReminder(worker, saved),
    'access.list': () => listAccess(worker),
    'access.withdraw': ({ id }) => withdrawAccess(worker, id),
    'relay.pair': ({ url, code }) => worker.pairing.pair(url, code),
    'relay.pairWhenAllowed': async ({ pairing }) => {
      await worker.pairing.waitForHost(pairing);
      return { ok: true };
    },
    'relay.connect': ({ url, accessToken }) => connectRelay(worker, url, accessToken),
  };
}
