import type { PageCard } from '../messaging/protocol.ts';
import { askWorker, isChange, type PageBrowser } from '../page/ask-worker.ts';
import { MailCard } from './mail-card.ts';

type Translate = (name: string, substitution?: string) => string;

const buttons: Readonly<Record<PageCard['kind'], string>> = {
  verify: 'mail_verify',
  'magic-link': 'mail_magicLink',
  reset: 'mail_reset',
  invite: 'mail_invite',
  subscribe: 'mail_subscribe',
};

/** Shows in one page what there is to show, and takes it away when it is done with. */
export class CardKeeper {
  #card: MailCard | null = null;
  readonly #page: Document;
  readonly #browser: PageBrowser;
  readonly #translate: Translate;

  constructor(page: Document, browser: PageBrowser, translate: Translate) {
    this.#page = page;
    this.#browser = browser;
    this.#translate = translate;
    browser.runtime.onMessage.addListener((message) => {
      if (isChange(message)) void this.look();
    });
  }

  /** The extension was updated or removed. */
  isOrphan(): boolean {
    return this.#browser.runtime.id === undefined;
  }

  async look(): Promise<void> {
    const answer = await askWorker(this.#browser, 'page.card', {});
    const card = answer?.card ?? null;
    if (card !== null && card.messageId === this.#card?.shown.messageId) return;
    this.#card?.remove();
    this.#card = card === null ? null : this.#draw(card);
  }

  #draw(card: PageCard): MailCard {
    const { inboxId, messageId, site, kind, leadsTo, opens } = card;
    const words = {
      title: this.#translate('card_title', site),
      leadsTo: this.#translate('mail_leadsTo', leadsTo),
      button: this.#translate(opens ? buttons[kind] : 'card_show'),
      close: this.#translate('app_close'),
    };
    const close = (): void => {
      this.#card?.remove();
      this.#card = null;
    };
    return new MailCard(this.#page, card, words, {
      follow: async () => {
        await askWorker(this.#browser, 'page.link', { inboxId, messageId });
        close();
      },
      close: () => {
        close();
        void askWorker(this.#browser, 'page.cardClosed', { messageId });
      },
    });
  }
}
