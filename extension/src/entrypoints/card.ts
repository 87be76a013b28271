import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { CardKeeper } from '../card/card-keeper.ts';
import { removeLeftovers } from '../icon/host.ts';
import { translatorOf } from '../icon/translate.ts';

const name = 'mayflyCard';

/** By what it has: each run of this script brings a class of its own. */
const isKeeper = (value: unknown): value is CardKeeper =>
  typeof value === 'object' && value !== null && 'isOrphan' in value;

/** Comes into the page whose site has sent a mail with a link. A second time it looks for what there is to show now. */
export default defineUnlistedScript(() => {
  const known: unknown = Reflect.get(globalThis, name);
  if (isKeeper(known) && !known.isOrphan()) return void known.look();
  removeLeftovers(document, 'card');
  const translate = translatorOf(browser);
  const keeper = new CardKeeper(document, { browser, translate, mode: 'closed' });
  Reflect.set(globalThis, name, keeper);
  void keeper.look();
});
