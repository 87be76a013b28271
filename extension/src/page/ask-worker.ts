import type { PageCard, PageOffers } from '../messaging/protocol.ts';
import { wrap } from '../messaging/wrap.ts';

/** The part of the browser that a page's script uses. */
export interface PageBrowser {
  readonly runtime: {
    readonly id?: string | undefined;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: {
      addListener(listener: (message: unknown) => undefined): void;
      removeListener(listener: (message: unknown) => undefined): void;
    };
  };
}

/** Whether the worker says that there is something new for this page. */
export const isChange = (message: unknown): boolean =>
  typeof message === 'object' &&
  message !== null &&
  Reflect.get(message, 'name') === 'page.changed';

/** What the worker answers to scripts in pages. */
interface Answers {
  readonly 'page.offers': PageOffers;
  readonly 'page.address': { readonly address: string };
  readonly 'page.code': object;
  readonly 'page.card': { readonly card: PageCard | null };
  readonly 'page.cardClosed': object;
  readonly 'page.link': object;
  readonly 'page.off': object;
}

/** Only the worker answers, and the types of its handlers are those of the protocol. */
const isAnswer = <N extends keyof Answers>(reply: unknown, _name: N): reply is Answers[N] =>
  typeof reply === 'object' && reply !== null && Reflect.get(reply, 'ok') === true;

/** Asks the worker; null when it refuses, or is no more. */
export async function askWorker<N extends keyof Answers>(
  { runtime }: PageBrowser,
  name: N,
  payload: object,
): Promise<Answers[N] | null> {
  try {
    const reply = await runtime.sendMessage(wrap(name, payload));
    return isAnswer(reply, name) ? reply : null;
  } catch {
    return null;
  }
}
