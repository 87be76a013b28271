import { browser } from 'wxt/browser';
import type { Translate } from '../icon/field-icon.ts';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { removeLeftovers } from '../icon/host.ts';
import { createIcons } from '../icon/icons.ts';
import { ownPage } from '../page/own-page.ts';
import { settled } from '../page/settled.ts';

/** Comes into a frame that has a field for an icon, after page.js, and is asked for by it. */
export default defineUnlistedScript(() => {
  const page = ownPage();
  // WXT's types know the keys of its own form of the locales, not those that the browser sees.
  const i18n: { getMessage(name: string, substitution?: string): string } = browser.i18n;
  const translate: Translate = (name, word) => i18n.getMessage(name, word);
  page?.takeIcons(() => {
    removeLeftovers(document, 'icon');
    return createIcons({ translate, fill: { settled, before: page.before }, mode: 'closed' });
  });
});
