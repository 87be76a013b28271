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

async function loadInSteps() {
  // Each step is evaluated by itself, so that a slow phone answers a touch in between.
  await import('@mayfly/shared/contract/inbox');
  return await import('./talk.ts');
}

/** What speaks with the relay: more than half of the page's code. */
export const loadTalk = () => later(loadInSteps());
