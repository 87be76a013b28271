import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CardKeeper } from '../card/card-keeper.ts';
import { removeLeftovers } from '../icon/host.ts';

const name = 'mayflyCard';

/** Comes into the page whose site has sent a mail with a link. A second time it looks for what there is to show now. */
export default defineUnlistedScript(() => {
  const known: unknown = Reflect.get(globalThis, name);
  if (known instanceof CardKeeper && !known.isOrphan()) return void known.look();
  removeLeftovers(document, 'card');
  // WXT's types know the keys of its own form of the locales, not those that the browser sees.
  const i18n: { getMessage(name: string, substitution?: string): string } = browser.i18n;
  const translate = (key: string, word?: string) => i18n.getMessage(key, word);
  const keeper = new CardKeeper(document, { browser, translate, mode: 'closed' });
  Reflect.set(globalThis, name, keeper);
  void keeper.look();
});
