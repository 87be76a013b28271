import type { Fragment } from '@mayfly/shared/ui/inbox-link';
import type { Keeping } from '../storage/model.ts';

/** All that the page needs from the browser. */
export interface PageDeps {
  readonly keeping: Keeping;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  /** Of the relay that served the page, without a slash at the end. */
  readonly relayUrl: string;
  readonly now: () => number;
  /** False when the browser did not allow it. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly saveFile: (octets: BlobPart, name: string) => void;
  /** What the page was opened with. */
  readonly start: Fragment | null;
  /** Calls back when another link of that kind is opened in the same page. */
  readonly onFragment: (callback: (fragment: Fragment) => void) => void;
}
