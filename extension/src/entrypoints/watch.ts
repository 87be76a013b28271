import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ownPage } from '../page/own-page.ts';

/** Follows page.js where the person has allowed icons in fields: begins to look for fields. */
export default defineUnlistedScript(() => ownPage()?.watch());
