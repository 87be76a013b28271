import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { relayClients } from '../inbox/relay-clients.ts';
import { createRouter, type Enter } from '../messaging/router.ts';
import { readSelf } from '../messaging/send.ts';
import { openStorage } from '../storage/storage.ts';
import { createWorker } from '../worker/create-worker.ts';
import {
  menuId,
  onAlarm,
  onFreshAddress,
  onHostsAllowed,
  onInstalled,
  onNotificationButton,
  onNotificationClicked,
  onStartup,
  onWake,
} from '../worker/events.ts';
import { createGate } from '../worker/gate.ts';
import { createHandlers } from '../worker/handlers.ts';
import { createPageHandlers } from '../worker/page-handlers.ts';
import { syncPageScripts } from '../worker/page-scripts.ts';
import { workerWords } from '../worker/words.ts';

const freshCommand = 'fresh-address';

function start(): void {
  // eslint-disable-next-line no-console -- the one place where a fault of the worker can be seen
  const onFault = (error: unknown) => console.error(error);
  const worker = createWorker({
    browser,
    storage: openStorage(),
    clientFor: relayClients(),
    words: workerWords(),
    now: () => Date.now(),
    random: () => Math.random(),
    onFault,
  });
  const gate = createGate();
  const run = (work: () => Promise<void>) => void gate.pass(work).catch(onFault);
  // Whatever is under way while everything is forgotten could write it back.
  const enter: Enter = (name, work) =>
    name === 'everything.forget' ? gate.alone(work) : gate.pass(work);

  const handlers = { ...createHandlers(worker), ...createPageHandlers(worker) };
  browser.runtime.onMessage.addListener(createRouter(handlers, readSelf(), onFault, enter));
  browser.runtime.onInstalled.addListener(({ reason }) => run(() => onInstalled(worker, reason)));
  browser.runtime.onStartup.addListener(() => run(() => onStartup(worker)));
  browser.permissions.onAdded.addListener(() => run(() => onHostsAllowed(worker)));
  browser.permissions.onRemoved.addListener(() => run(() => syncPageScripts(browser)));
  browser.alarms.onAlarm.addListener(({ name }) => run(() => onAlarm(worker, name)));
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId, frameUrl }, tab) => {
    const tabId = tab?.id;
    if (menuItemId !== menuId || tabId === undefined) return;
    run(() => onFreshAddress(worker, { tabId, frameId: frameId ?? 0, frameUrl }));
  });
  browser.commands.onCommand.addListener((command, tab) => {
    const tabId = tab?.id;
    if (command !== freshCommand || tabId === undefined) return;
    run(() => onFreshAddress(worker, { tabId, frameId: null }));
  });
  browser.notifications.onClicked.addListener((id) => run(() => onNotificationClicked(worker, id)));
  // Firefox has no buttons on notifications.
  browser.notifications.onButtonClicked?.addListener((id) =>
    run(() => onNotificationButton(worker, id)),
  );
  run(() => onWake(worker));
}

/** A module, so that its code is shared with the pages; every listener is there before the first event. */
export default defineBackground({ type: 'module', main: start });
