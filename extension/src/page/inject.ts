import type { browser } from 'wxt/browser';
import { z } from 'zod';
import type { FillTarget } from '../inbox/fresh-address.ts';
import type { FillOutcome } from '../messaging/protocol.ts';

/** The part of the browser that is used. */
export type Scripting = Pick<typeof browser.scripting, 'executeScript'>;

const outcomeSchema: z.ZodType<FillOutcome> = z.enum([
  'filled',
  'no-field',
  'not-reachable',
  'not-kept',
]);

/** Runs in the page, where nothing of this file exists. */
function callFill(address: string, anyFocused: boolean): unknown {
  const fill: unknown = Reflect.get(globalThis, 'mayflyFill');
  return typeof fill === 'function'
    ? Reflect.apply(fill, undefined, [address, anyFocused])
    : undefined;
}

/**
 * Puts an address into a page by a script that is injected for it. The browser lets it only where the person has just
 * acted; everywhere else, and on pages that no extension may touch, the answer is `not-reachable`.
 */
export function createFill(scripting: Scripting) {
  return async ({ tabId, frameId }: FillTarget, address: string): Promise<FillOutcome> => {
    const target = frameId === null ? { tabId } : { tabId, frameIds: [frameId] };
    try {
      await scripting.executeScript({ target, files: ['/page.js', '/fill.js'] });
      // In a frame that was pointed at, whatever has the focus is meant.
      const args: [string, boolean] = [address, frameId !== null];
      const [injected] = await scripting.executeScript({ target, func: callFill, args });
      const outcome = outcomeSchema.safeParse(injected?.result);
      return outcome.success ? outcome.data : 'not-reachable';
    } catch {
      return 'not-reachable';
    }
  };
}
