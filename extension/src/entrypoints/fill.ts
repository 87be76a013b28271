import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Choice } from '../page/choose-field.ts';
import { fillField } from '../page/fill-field.ts';
import { settled } from '../page/settled.ts';
import { shadowReader } from '../page/shadow-reader.ts';

type Choose = (anyFocused: boolean) => Choice | null;

/** Both scripts are of one build. */
const isChoose = (value: unknown): value is Choose => typeof value === 'function';

/** What page.js, which is always there before, has left. */
function chooser(): Choose {
  const choose: unknown = Reflect.get(Object(Reflect.get(globalThis, 'mayflyPage')), 'choose');
  return isChoose(choose) ? choose : () => null;
}

/** Goes into the page that a person has just acted on by menu, shortcut or popup, after page.js. */
export default defineUnlistedScript(() => {
  const surroundings = {
    page: document,
    shadowOf: shadowReader(browser),
    settled,
    choose: chooser(),
  };
  Reflect.set(globalThis, 'mayflyFill', (address: string, anyFocused: boolean) =>
    fillField(surroundings, address, anyFocused),
  );
});
