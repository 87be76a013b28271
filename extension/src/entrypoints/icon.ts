import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { removeLeftovers } from '../icon/host.ts';
import { createIcons } from '../icon/icons.ts';
import { translatorOf } from '../icon/translate.ts';
import { ownPage } from '../page/own-page.ts';
import { settled } from '../page/settled.ts';

/** Comes into a frame that has a field for an icon, after page.js, and is asked for by it. */
export default defineUnlistedScript(() => {
  const page = ownPage();
  page?.takeIcons(() => {
    removeLeftovers(document, 'icon');
    const fill = { settled, before: page.before };
    return createIcons({ translate: translatorOf(browser), fill, mode: 'closed' });
  });
});
