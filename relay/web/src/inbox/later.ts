import { NetworkError } from '@mayfly/shared/client/client-error';

/**
 * A part of the page that comes after its first view.
 * @throws NetworkError when it cannot be loaded
 */
export async function later<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (cause) {
    throw new NetworkError(cause);
  }
}

/** What speaks with the relay: more than half of the page's code. */
export const loadTalk = () => later(import('./talk.ts'));
