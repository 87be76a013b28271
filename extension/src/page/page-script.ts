import type { PageOffers } from '../messaging/protocol.ts';
import { askWorker, isChange, type PageBrowser } from './ask-worker.ts';
import type { Surroundings } from './choose-field.ts';
import { findOffered, type OfferedField } from './offered-fields.ts';
import { watchPage } from './watch-page.ts';

/** What an icon asks of the worker. */
export interface IconActions {
  /** A fresh address, or that of the site; null when there is none to be had. */
  readonly address: (which: 'fresh' | 'site') => Promise<string | null>;
  /** The code that was offered stands in its field. */
  readonly codeUsed: () => Promise<void>;
  readonly turnOff: () => Promise<void>;
}

/** Shows icons at fields; the part that is loaded only where there are any. */
export interface Icons {
  show(fields: readonly OfferedField[], offers: PageOffers, actions: IconActions): void;
  remove(): void;
}

export interface PageScript {
  watch(): void;
  takeIcons(create: () => Icons): void;
  /** Whether the extension that it belongs to was updated or removed: then nobody answers it any more. */
  isOrphan(): boolean;
}

/** A question that the worker did not answer is asked again, a few times: it may have ended under it. */
const askAgainMs = 1000;

const nothing: PageOffers = { isOff: true, address: null, code: null };

/** Looks for fields that something can be offered for, asks the worker what, and lets icons show it. */
export class Watcher implements PageScript {
  #icons: Icons | null = null;
  #offers = nothing;
  #fields: readonly OfferedField[] = [];
  #stop: (() => void) | null = null;
  #triesLeft = 3;
  readonly #surroundings: Surroundings;
  readonly #browser: PageBrowser;

  constructor(surroundings: Surroundings, browser: PageBrowser) {
    this.#surroundings = surroundings;
    this.#browser = browser;
  }

  watch(): void {
    if (this.#stop !== null) return;
    const { onMessage } = this.#browser.runtime;
    const listener = (message: unknown): undefined => {
      if (isChange(message)) void this.#ask();
    };
    onMessage.addListener(listener);
    const stopWatching = watchPage(this.#surroundings.page, () => this.#look());
    this.#stop = () => {
      stopWatching();
      onMessage.removeListener(listener);
    };
  }

  /** Two questions under way at once bring two scripts with icons; the second has nothing to do. */
  takeIcons(create: () => Icons): void {
    if (this.#icons !== null) return;
    this.#icons = create();
    this.#show();
  }

  isOrphan(): boolean {
    return this.#browser.runtime.id === undefined;
  }

  /** Whoever comes after it starts afresh. */
  #end(): void {
    this.#stop?.();
    this.#icons?.remove();
  }

  #look(): void {
    if (this.isOrphan()) return this.#end();
    const before = this.#fields;
    this.#fields = findOffered(this.#surroundings);
    const isNew = this.#fields.some(({ field }) => !before.some((other) => other.field === field));
    if (isNew) void this.#ask();
    else this.#show();
  }

  async #ask(): Promise<void> {
    if (this.isOrphan()) return this.#end();
    if (this.#fields.length === 0) return;
    const payload = { wantsIcon: this.#icons === null };
    const offers = await askWorker(this.#browser, 'page.offers', payload);
    if (offers !== null) this.#offers = offers;
    else if ((this.#triesLeft -= 1) >= 0) setTimeout(() => void this.#ask(), askAgainMs);
    this.#show();
  }

  #show(): void {
    const { isOff, address, code } = this.#offers;
    const fields = this.#fields.filter(({ kind }) => {
      if (isOff) return false;
      if (kind === 'one-time-code') return code !== null;
      return kind === 'new-email' || address !== null;
    });
    this.#icons?.show(fields, this.#offers, this.#actions);
  }

  readonly #actions: IconActions = {
    address: async (which) => {
      const reply = await askWorker(this.#browser, 'page.address', { which });
      void this.#ask();
      return reply?.address ?? null;
    },
    codeUsed: async () => {
      const { code } = this.#offers;
      if (code === null) return;
      const { inboxId, messageId } = code;
      await askWorker(this.#browser, 'page.code', { inboxId, messageId });
    },
    turnOff: async () => {
      await askWorker(this.#browser, 'page.off', {});
      await this.#ask();
    },
  };
}
