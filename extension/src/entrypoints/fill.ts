import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createFiller } from '../page/fill-field.ts';
import { ownPage } from '../page/own-page.ts';
import { settled } from '../page/settled.ts';
import { shadowReader } from '../page/shadow-reader.ts';

/** Goes into the page that a person has just acted on by menu, shortcut or popup, after page.js. */
export default defineUnlistedScript(() => {
  const page = ownPage();
  if (page === null) return;
  const { choose, before } = page;
  const surroundings = { page: document, shadowOf: shadowReader(browser), settled, choose, before };
  Reflect.set(globalThis, 'mayflyFill', createFiller(surroundings));
});
