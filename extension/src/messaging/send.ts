import { browser } from 'wxt/browser';
import { wrap } from './wrap.ts';
import type { MessageName, Payload, Replies } from './protocol.ts';
import { createRouter, handlerOf } from './router.ts';
import type { Self } from './sender-kind.ts';

/** This extension, as the browser names it to those that get a message from it. */
export const readSelf = (): Self => ({
  id: browser.runtime.id,
  root: browser.runtime.getURL('/'),
});

/** What the worker answers. */
type AnsweredMessage = Exclude<MessageName, 'state.changed' | 'clipboard.write' | 'page.changed'>;

/** What a page of the extension asks of the worker. */
export type WorkerMessage = Exclude<AnsweredMessage, `page.${string}`>;

/** What a script in another page asks of the worker. */
export type ScriptMessage = Extract<AnsweredMessage, `page.${string}`>;

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
  } catch {
    // Told like every other fault of our own.
  }
  return { ok: false, trouble: 'internal' };
}

/** From the worker to all open pages of the extension. */
export async function tellPages(): Promise<void> {
  // The promise rejects when no page is open, which is the usual case.
  await browser.runtime.sendMessage(wrap('state.changed', {})).catch(() => {});
}

type PageMessage = Exclude<MessageName, AnsweredMessage>;

/** Answers a message of the worker in a page, until the returned function is called. */
export function answerWorker<N extends PageMessage>(
  name: N,
  handle: (payload: Payload<N>) => Promise<Replies[N]>,
): () => void {
  const listener = createRouter<N>(handlerOf(name, handle), readSelf(), () => {});
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Calls back when what is stored has changed, until the returned function is called. */
export function onStateChanged(callback: () => void): () => void {
  return answerWorker('state.changed', async () => {
    callback();
    return undefined;
  });
}
