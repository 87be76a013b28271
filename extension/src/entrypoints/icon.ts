import { browser } from 'wxt/browser';
import type { Translate } from '../icon/field-icon.ts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createIcons } from '../icon/icons.ts';

/** Comes into a frame that has a field for an icon, after page.js, and is asked for by it. */
export default defineUnlistedScript(() => {
  const page: unknown = Reflect.get(globalThis, 'mayflyPage');
  const take: unknown = typeof page === 'object' && page !== null && Reflect.get(page, 'takeIcons');
  // WXT's types know the keys of its own form of the locales, not those that the browser sees.
  const i18n: { getMessage(name: string, substitution?: string): string } = browser.i18n;
  const translate: Translate = (name, word) => i18n.getMessage(name, word);
  if (typeof take === 'function') Reflect.apply(take, undefined, [createIcons(translate)]);
});
