import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { chooseField } from '../page/choose-field.ts';
import { isVisible } from '../page/field-types.ts';
import { leaveOwnPage, ownPage } from '../page/own-page.ts';
import { Watcher } from '../page/page-script.ts';
import { shadowReader } from '../page/shadow-reader.ts';

/**
 * Goes into the page that a person has just acted on, and with the grant into every page. It leaves one object in the
 * extension's own world of that page, where the page's scripts cannot see it; a second time it changes nothing.
 */
export default defineUnlistedScript(() => {
  if (ownPage()?.isOrphan() === false) return;
  const surroundings = { page: document, shadowOf: shadowReader(browser), isVisible };
  const script = new Watcher(surroundings, browser);
  const choose = (anyFocused: boolean) => chooseField(surroundings, anyFocused);
  leaveOwnPage(Object.assign(script, { choose, before: new WeakMap() }));
});
