import type { browser as Browser } from 'wxt/browser';
import { wrap } from '../messaging/wrap.ts';

const page = 'offscreen.html';

/** A service worker has no clipboard: a hidden page copies for it (Chrome). Only ever after a click. */
export async function copyOffscreen(browser: typeof Browser, text: string): Promise<void> {
  await browser.offscreen.createDocument({
    url: page,
    reasons: ['CLIPBOARD'],
    justification: 'Copies the code when the notification’s button is pressed.',
  });
  try {
    await browser.runtime.sendMessage(wrap('clipboard.write', { text }));
  } finally {
    await browser.offscreen.closeDocument();
  }
}
