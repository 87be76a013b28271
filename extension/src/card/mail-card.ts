import { drawMark } from '../icon/draw-mark.ts';
import { schemeOf } from '../icon/ground.ts';
import { createHost, styleHost } from '../icon/host.ts';
import { isCovered } from '../icon/is-covered.ts';
import { type Box, isTrustworthy } from '../icon/trust-click.ts';
import type { PageCard } from '../messaging/protocol.ts';
import { cardStyle } from './card-style.ts';

/** The words of one card. */
interface CardWords {
  /** Of what is said, as in a lang attribute. */
  readonly language: string;
  readonly name: string;
  readonly title: string;
  readonly leadsTo: string;
  readonly button: string;
  readonly close: string;
}

export interface CardSetting {
  readonly words: CardWords;
  readonly follow: () => Promise<void>;
  readonly close: () => void;
  /** Closed in pages; open where a test has to look inside. */
  readonly mode: ShadowRootMode;
}

function element<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = page.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** With room for a new line behind the dots of hosts. */
const breakable = (words: string): string => words.replace(/\.(?=\S)/g, '.\u200b');

/** A small card in the page's corner that offers the link of a mail. The page sees an empty element. */
export class MailCard {
  readonly shown: PageCard;
  readonly #host: HTMLElement;
  #box: Box = { left: 0, top: 0, width: 0, height: 0 };
  readonly #onResize = (event: Event): void => {
    if (event.isTrusted) this.#measure();
  };

  constructor(page: Document, shown: PageCard, setting: CardSetting) {
    this.shown = shown;
    const { mode } = setting;
    const [host, root] = createHost(page, { name: 'card', mode, style: cardStyle });
    this.#host = host;
    root.append(this.#draw(page, setting));
    root.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') setting.close();
    });
    page.documentElement.append(host);
    host.showPopover();
    styleHost(host, {
      ...{ top: '16px', 'inset-inline-end': '16px', width: 'max-content' },
      'color-scheme': schemeOf(page.body),
    });
    this.#measure();
    addEventListener('resize', this.#onResize);
  }

  #draw(page: Document, { words, follow, close: onClose }: CardSetting): HTMLElement {
    const card = element(page, 'section', 'card');
    card.lang = words.language;
    card.dir = 'auto';
    card.setAttribute('aria-label', words.name);
    const text = element(page, 'div', 'words');
    text.setAttribute('role', 'status');
    text.append(
      element(page, 'p', 'title', breakable(words.title)),
      element(page, 'p', 'leads', breakable(words.leadsTo)),
    );
    const close = element(page, 'button', 'close', '×');
    close.setAttribute('aria-label', words.close);
    close.addEventListener('click', () => onClose());
    const go = element(page, 'button', 'go', words.button);
    go.addEventListener('click', (event) => {
      if (!isTrustworthy(event, this.#host, this.#box)) return;
      go.disabled = true;
      void this.#follow(go, follow);
    });
    card.append(drawMark(page), text, close, go);
    return card;
  }

  async #follow(go: HTMLButtonElement, follow: () => Promise<void>): Promise<void> {
    if (await isCovered(this.#host)) go.disabled = false;
    else await follow();
  }

  #measure(): void {
    const { left, top, width, height } = this.#host.getBoundingClientRect();
    this.#box = { left, top, width, height };
  }

  remove(): void {
    removeEventListener('resize', this.#onResize);
    this.#host.remove();
  }
}
