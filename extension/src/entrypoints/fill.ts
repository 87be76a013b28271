import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isVisible } from '../page/field-types.ts';
import { fillField } from '../page/fill-field.ts';
import { settled } from '../page/settled.ts';
import { shadowReader } from '../page/shadow-reader.ts';

/**
 * Injected into the page that a person has just acted on. It leaves one function in the extension's own world of that
 * page, where the page's scripts cannot see it.
 */
export default defineUnlistedScript(() => {
  const surroundings = { page: document, shadowOf: shadowReader(browser), isVisible, settled };
  Reflect.set(globalThis, 'mayflyFill', (address: string, anyFocused: boolean) =>
    fillField(surroundings, address, anyFocused),
  );
});
