import type { browser } from 'wxt/browser';
import { z } from 'zod';
import type { FillTarget } from '../inbox/fresh-address.ts';
import type { FillOutcome } from '../messaging/protocol.ts';
import type { Filler, FrameLook } from './fill-field.ts';

/** The part of the browser that is used. */
export type Scripting = Pick<typeof browser.scripting, 'executeScript'>;

/** What stands in the pages of a tab that menu, shortcut and popup fill. */
export interface TabFiller {
  readonly fill: (target: FillTarget, address: string) => Promise<FillOutcome>;
  /** Takes the last fill back; false when there was none, or the page does not let it. */
  undo(tabId: number): Promise<boolean>;
}

const outcomeSchema: z.ZodType<FillOutcome> = z.enum([
  'filled',
  'no-field',
  'not-reachable',
  'not-kept',
]);
const lookSchema: z.ZodType<FrameLook> = z.object({
  standing: z.enum(['field', 'frame', 'elsewhere']),
  finds: z.boolean(),
});

interface Looked extends FrameLook {
  readonly frameId: number;
}

const files = ['/page.js', '/fill.js'] satisfies `/${string}`[];

/** Runs in the page, where nothing of this file exists. */
function callFiller(method: keyof Filler, args: readonly unknown[]): unknown {
  const filler: unknown = Reflect.get(globalThis, 'mayflyFill');
  const call: unknown = typeof filler === 'object' && filler && Reflect.get(filler, method);
  return typeof call === 'function' ? Reflect.apply(call, filler, args) : undefined;
}

async function lookAtFrames(scripting: Scripting, tabId: number): Promise<Looked[]> {
  const args: [keyof Filler, readonly unknown[]] = ['look', []];
  const target = { tabId, allFrames: true };
  const answers = await scripting.executeScript({ target, func: callFiller, args });
  return answers.flatMap(({ frameId, result }) => {
    const look = lookSchema.safeParse(result);
    return look.success ? [{ frameId, ...look.data }] : [];
  });
}

/**
 * The frame that is meant when nobody has pointed at one: where the cursor stands, else the first with a field for a new
 * address. A cursor in a frame that cannot be reached means that frame, and no field elsewhere.
 */
export function chooseFrame(looks: readonly Looked[]): number | 'not-reachable' {
  const top = looks.find(({ frameId }) => frameId === 0);
  if (top === undefined) return 'not-reachable';
  if (top.standing === 'frame') {
    return looks.find(({ standing }) => standing === 'field')?.frameId ?? 'not-reachable';
  }
  if (top.standing === 'field' || top.finds) return 0;
  return looks.find(({ finds }) => finds)?.frameId ?? 0;
}

/**
 * Fills pages by a script that is injected for it. The browser lets it only where the person has just acted, or with
 * the grant; everywhere else, and on pages that no extension may touch, the answer is `not-reachable`.
 */
export function createTabFiller(scripting: Scripting): TabFiller {
  const call = async (tabId: number, frameId: number, method: keyof Filler, args: unknown[]) => {
    const target = { tabId, frameIds: [frameId] };
    const [injected] = await scripting.executeScript({
      ...{ target, func: callFiller },
      args: [method, args] satisfies [keyof Filler, readonly unknown[]],
    });
    return injected?.result;
  };
  return {
    async fill({ tabId, frameId }, address) {
      const target = frameId === null ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
      try {
        await scripting.executeScript({ target, files });
        const chosen = frameId ?? chooseFrame(await lookAtFrames(scripting, tabId));
        if (chosen === 'not-reachable') return chosen;
        // In a frame that was pointed at, whatever has the focus is meant.
        const outcome = await call(tabId, chosen, 'fill', [address, frameId !== null]);
        return outcomeSchema.catch('not-reachable').parse(outcome);
      } catch {
        return 'not-reachable';
      }
    },
    async undo(tabId) {
      try {
        const target = { tabId, allFrames: true };
        const args: [keyof Filler, readonly unknown[]] = ['undo', []];
        const answers = await scripting.executeScript({ target, func: callFiller, args });
        return answers.some(({ result }) => result === true);
      } catch {
        return false;
      }
    },
  };
}
