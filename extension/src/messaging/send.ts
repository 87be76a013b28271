import { browser } from 'wxt/browser';
import { wrap } from './envelope.ts';
import type { MessageName, Payload, Replies } from './protocol.ts';
import { createRouter } from './router.ts';

/** What a page asks of the worker. */
export type WorkerMessage = Exclude<MessageName, 'state.changed'>;

/**
 * Sends a message to the worker, which the browser wakes for it. A worker that dies before it answers counts as an
 * internal fault; what it had begun stands in storage.
 */
export async function sendToWorker<N extends WorkerMessage>(
  name: N,
  payload: Payload<N>,
): Promise<Replies[N] | { readonly ok: false; readonly trouble: 'internal' }> {
  try {
    const reply: unknown = await browser.runtime.sendMessage(wrap(name, payload));
    // Only the router of the worker answers, and its handlers' types are those of the protocol.
    if (reply !== undefined && reply !== null) return reply as Replies[N];
  } catch (error) {
    console.warn('The worker did not answer', error);
  }
  return { ok: false, trouble: 'internal' };
}

/** From the worker to all open pages of the extension. */
export async function tellPages(): Promise<void> {
  // The promise rejects when no page is open, which is the usual case.
  await browser.runtime.sendMessage(wrap('state.changed', {})).catch(() => {});
}

/** Calls back when what is stored has changed, until the returned function is called. */
export function onStateChanged(callback: () => void): () => void {
  const self = { id: browser.runtime.id, root: browser.runtime.getURL('/') };
  const listener = createRouter(
    {
      'state.changed': async () => {
        callback();
        return undefined;
      },
    },
    self,
    console.error,
  );
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
