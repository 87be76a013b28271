import type { Sender } from './protocol.ts';

/** What the browser tells about the sender of a message; all of it is the browser's word, not the sender's. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** Of the frame; `null` as a word where the frame has none of its own. */
  readonly origin?: string | undefined;
  readonly tab?: SenderTab | undefined;
  /** 0 is the page itself, all others are frames in it. */
  readonly frameId?: number | undefined;
}

/** The tab of a content script. Its url stands there only where the extension may reach it. */
export interface SenderTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito?: boolean | undefined;
}

/** The extension as it knows itself: its id and the URL of its root, with a slash at the end. */
export interface Self {
  readonly id: string;
  readonly root: string;
}

/** The worker's script in Chrome, the page that Firefox makes for it. */
const workerPaths = new Set(['background.js', '_generated_background_page.html']);

/** Who sent a message; null for anybody who is not part of this extension. */
export function senderKind(sender: SenderFacts, self: Self): Sender | null {
  if (sender.id !== self.id || sender.url === undefined) return null;
  if (!sender.url.startsWith(self.root)) return sender.tab === undefined ? null : 'content-script';
  const path = sender.url.slice(self.root.length).replace(/[?#].*$/, '');
  if (workerPaths.has(path)) return 'worker';
  return path.endsWith('.html') ? 'extension-page' : null;
}
