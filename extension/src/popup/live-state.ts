import { watchLive } from '../inbox/live.ts';
import { relayClients } from '../inbox/relay-clients.ts';
import { onStateChanged } from '../messaging/send.ts';
import { listInboxes } from '../storage/read.ts';
import { openStorage } from '../storage/storage.ts';

/**
 * Follows the inboxes of an open page for as long as it is open. Returns what `onStateChanged` is, except that its
 * callbacks hear of what this page itself has received, too.
 */
export function followLive(signal: AbortSignal): typeof onStateChanged {
  const callbacks = new Set<() => void>();
  const deps = {
    storage: openStorage(),
    clientFor: relayClients(),
    listInboxes,
    onStateChanged,
    onChange: () => callbacks.forEach((callback) => callback()),
    now: () => Date.now(),
    transport: 'auto' as const,
  };
  // What fails here fails in the worker, too, which says so.
  watchLive(deps, signal).catch(() => {});
  return (callback) => {
    callbacks.add(callback);
    const stop = onStateChanged(callback);
    return () => {
      callbacks.delete(callback);
      stop();
    };
  };
}
