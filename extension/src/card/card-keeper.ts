import type { Translate } from '../icon/translate.ts';
import type { PageCard } from '../messaging/protocol.ts';
import { askWorker, isChange, type PageBrowser } from '../page/ask-worker.ts';
import { type CardSetting, MailCard } from './mail-card.ts';

interface KeeperSetting extends Pick<CardSetting, 'mode'> {
  readonly browser: PageBrowser;
  readonly translate: Translate;
}

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
  readonly #setting: KeeperSetting;

  constructor(page: Document, setting: KeeperSetting) {
    this.#page = page;
    this.#setting = setting;
    setting.browser.runtime.onMessage.addListener((message) => {
      if (isChange(message)) void this.look();
    });
  }

  /** The extension was updated or removed. */
  isOrphan(): boolean {
    return this.#setting.browser.runtime.id === undefined;
  }

  async look(): Promise<void> {
    const answer = await askWorker(this.#setting.browser, 'page.card', {});
    const card = answer?.card ?? null;
    if (card !== null && card.messageId === this.#card?.shown.messageId) return;
    this.#card?.remove();
    this.#card = card === null ? null : this.#draw(card);
  }

  #draw(card: PageCard): MailCard {
    const { inboxId, messageId, site, kind, leadsTo, opens } = card;
    const { browser, translate, mode } = this.#setting;
    const words = {
      language: translate('locale'),
      name: translate('extension_name'),
      title: translate('card_title', site),
      leadsTo: translate('mail_leadsTo', leadsTo),
      button: translate(opens ? buttons[kind] : 'card_show'),
      close: translate('app_close'),
    };
    const close = (): void => {
      this.#card?.remove();
      this.#card = null;
    };
    return new MailCard(this.#page, card, {
      ...{ words, mode },
      follow: async () => {
        await askWorker(browser, 'page.link', { inboxId, messageId });
        close();
      },
      close: () => {
        close();
        void askWorker(browser, 'page.cardClosed', { inboxId, messageId });
      },
    });
  }
}
