import { type Fragment, readFragment } from '@mayfly/shared/ui/inbox-link';

/** Reads what the page's address asks for and clears it there and in the history. */
export function takeFragment(): Fragment | null {
  const fragment = readFragment(location.hash);
  if (fragment !== null) history.replaceState(null, '', location.pathname + location.search);
  return fragment;
}
