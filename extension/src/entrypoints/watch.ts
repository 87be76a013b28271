import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Follows page.js where the person has allowed icons in fields: begins to look for fields. */
export default defineUnlistedScript(() => {
  const page: unknown = Reflect.get(globalThis, 'mayflyPage');
  const watch: unknown = typeof page === 'object' && page !== null && Reflect.get(page, 'watch');
  if (typeof watch === 'function') Reflect.apply(watch, undefined, []);
});
