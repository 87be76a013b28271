import type { PageOffers } from '../messaging/protocol.ts';
import { type FillDeps, fillGroup, isFilled, undoGroup } from '../page/fill-group.ts';
import type { OfferedField } from '../page/offered-fields.ts';
import type { IconActions } from '../page/page-script.ts';
import { drawMenu, fitMenu, type Item, stepInMenu } from './icon-menu.ts';
import { drawMark } from './draw-mark.ts';
import { groundOf, schemeOf } from './ground.ts';
import { createHost, styleHost } from './host.ts';
import { iconStyle } from './icon-style.ts';
import { isCovered } from './is-covered.ts';
import { type Place, placeIcon } from './place-icon.ts';
import type { Translate } from './translate.ts';
import { isTrustworthy } from './trust-click.ts';

/** What all icons of a frame share. */
export interface IconSetting {
  readonly translate: Translate;
  readonly fill: FillDeps;
  /** Closed in pages; open where a test has to look inside. */
  readonly mode: ShadowRootMode;
}

/** One icon at one field, with its menu. The page sees an empty element; all else is in a closed shadow root. */
export class FieldIcon {
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #button: HTMLButtonElement;
  #menu: HTMLElement | null = null;
  #place: Place | null = null;
  #scheme = '';
  #offered: OfferedField;
  #offers: PageOffers;
  readonly #actions: IconActions;
  readonly #setting: IconSetting;

  constructor(
    offered: OfferedField,
    offers: PageOffers,
    actions: IconActions,
    setting: IconSetting,
  ) {
    this.#offered = offered;
    this.#offers = offers;
    this.#actions = actions;
    this.#setting = setting;
    const page = offered.field.ownerDocument;
    [this.#host, this.#root] = createHost(page, {
      name: 'icon',
      mode: setting.mode,
      style: iconStyle,
    });
    this.#button = page.createElement('button');
    this.#button.type = 'button';
    this.#button.className = 'icon';
    this.#button.lang = this.#translate('locale');
    this.#button.setAttribute('aria-haspopup', 'menu');
    this.#button.setAttribute('aria-expanded', 'false');
    this.#button.setAttribute('aria-keyshortcuts', 'Alt+ArrowDown');
    this.#button.append(drawMark(page));
    this.#root.append(this.#button);
    this.#button.addEventListener('click', (event) => this.#onClick(event));
    this.#root.addEventListener('keydown', (event) => this.#onKey(event));
    this.#root.addEventListener('focusout', (event) => this.#onLeave(event));
    this.#attach();
    this.update(offered, offers);
  }

  #translate(name: string, substitution?: string): string {
    return this.#setting.translate(name, substitution);
  }

  get #isFilled(): boolean {
    return isFilled(this.#offered.field, this.#setting.fill.before);
  }

  /** A modal dialog makes all outside of it deaf, so its icons stand inside. */
  #attach(): void {
    const { field } = this.#offered;
    const parent = field.closest('dialog[open]') ?? field.ownerDocument.documentElement;
    if (this.#host.parentElement !== parent) parent.append(this.#host);
    if (!this.#host.matches(':popover-open')) this.#host.showPopover();
  }

  update(offered: OfferedField, offers: PageOffers): void {
    this.#offered = offered;
    this.#offers = offers;
    const isCode = offered.kind === 'one-time-code';
    const label = isCode ? 'inline_codeLabel' : 'inline_label';
    this.#button.setAttribute('aria-label', this.#translate(label));
    this.#button.title = `${this.#translate(label)} (Alt+↓)`;
    this.#button.classList.toggle('code', isCode);
    this.#scheme = schemeOf(offered.field);
    this.#button.style.setProperty('--ground', groundOf(offered.field));
    this.place();
  }

  /** Follows the field; hides where the field cannot be seen or has no room. */
  place(): void {
    const { field } = this.#offered;
    if (!field.isConnected) return this.#hide();
    const place = field.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      ? placeIcon(field, this.#host)
      : null;
    if (place === null) return this.#hide();
    this.#place = place;
    this.#attach();
    this.#button.style.setProperty('--drawn', `${place.drawn}px`);
    styleHost(this.#host, {
      'color-scheme': this.#scheme,
      left: `${place.left}px`,
      top: `${place.top}px`,
      width: '24px',
      height: '24px',
    });
  }

  #hide(): void {
    this.#place = null;
    this.#closeMenu();
    this.#host.style.setProperty('display', 'none', 'important');
  }

  remove(): void {
    this.#host.remove();
  }

  #mayAct(event: Event): boolean {
    if (this.#place === null) return false;
    return isTrustworthy(event, this.#host, { ...this.#place, width: 24, height: 24 });
  }

  #onClick(event: MouseEvent): void {
    // The second click of a double click is no choice of its own.
    if (event.detail > 1 || !this.#mayAct(event)) return;
    if (this.#menu?.role === 'menu') this.#closeMenu();
    // A code that waits is what the person came for: no question.
    else if (this.#offered.kind === 'one-time-code' && !this.#isFilled)
      void this.#run(() => this.#fillCode());
    else this.#openMenu(event.detail === 0);
  }

  /** Opens the menu for a key that was pressed in the field. */
  openByKey(event: Event): void {
    if (!this.#mayAct(event)) return;
    event.preventDefault();
    this.#openMenu(true);
  }

  async #fill(which: 'fresh' | 'site'): Promise<boolean> {
    const address = await this.#actions.address(which);
    return address !== null && (await fillGroup(this.#offered, address, this.#setting.fill));
  }

  async #fillCode(): Promise<boolean> {
    const { code } = this.#offers;
    if (code === null) return false;
    if (!(await fillGroup(this.#offered, code.value, this.#setting.fill))) return false;
    await this.#actions.codeUsed();
    return true;
  }

  #codeItems(): Item[] {
    const { code } = this.#offers;
    if (code === null) return [];
    const words = this.#translate('inline_code', code.value);
    return [{ words, style: 'main', act: () => this.#fillCode() }];
  }

  #addressItems(): Item[] {
    const { address } = this.#offers;
    const fresh: Item = {
      words: this.#translate('inline_fresh'),
      style: address === null ? 'main' : 'plain',
      act: () => this.#fill('fresh'),
    };
    if (address === null) return [fresh];
    const words = this.#translate('inline_site');
    return [{ words, detail: address, style: 'main', act: () => this.#fill('site') }, fresh];
  }

  #items(): Item[] {
    const isCode = this.#offered.kind === 'one-time-code';
    const items = isCode ? this.#codeItems() : this.#addressItems();
    const undo: Item = {
      words: this.#translate('inline_undo'),
      style: 'plain',
      act: () => undoGroup(this.#offered, this.#setting.fill),
    };
    const off: Item = {
      words: this.#translate('inline_off'),
      style: 'quiet',
      act: async () => {
        await this.#actions.turnOff();
        return true;
      },
    };
    return [...items, ...(this.#isFilled ? [undo] : []), off];
  }

  /** Shows a menu, or a note in its place. */
  #show(menu: HTMLElement): void {
    this.#closeMenu();
    menu.lang = this.#translate('locale');
    menu.dir = 'auto';
    this.#menu = menu;
    this.#root.append(menu);
    fitMenu(menu, this.#host, this.#offered.field);
  }

  #openMenu(focusVisible: boolean): void {
    const menu = drawMenu(this.#host.ownerDocument, this.#items(), (event, act) => {
      if (this.#mayAct(event)) void this.#run(act);
    });
    menu.setAttribute('aria-label', this.#button.ariaLabel ?? '');
    this.#show(menu);
    this.#button.setAttribute('aria-expanded', 'true');
    menu.querySelector('button')?.focus({ focusVisible });
  }

  async #run(act: () => Promise<boolean>): Promise<void> {
    for (const button of this.#menu?.querySelectorAll('button') ?? []) button.disabled = true;
    if (await isCovered(this.#host)) return this.#tell('inline_covered');
    const worked = await act();
    this.#closeMenu();
    if (worked) this.#offered.field.focus();
    else this.#tell('inline_failed');
  }

  /** What went wrong, until the next click or key. */
  #tell(name: string): void {
    const note = this.#host.ownerDocument.createElement('div');
    note.className = 'menu note';
    note.setAttribute('role', 'alert');
    note.textContent = this.#translate(name);
    this.#show(note);
    this.#button.focus();
  }

  #closeMenu(): void {
    const menu = this.#menu;
    this.#menu = null;
    menu?.remove();
    this.#button.setAttribute('aria-expanded', 'false');
  }

  /** A person who goes elsewhere has no use for the menu. */
  #onLeave(event: Event): void {
    const to = event instanceof FocusEvent ? event.relatedTarget : null;
    if (!(to instanceof Node) || !this.#root.contains(to)) this.#closeMenu();
  }

  #onKey(event: Event): void {
    if (!(event instanceof KeyboardEvent) || this.#menu === null) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.#closeMenu();
      this.#offered.field.focus();
      // Tab goes on from there.
      if (event.key === 'Tab') return;
    } else if (!stepInMenu(this.#menu, this.#root.activeElement, event.key)) return;
    event.preventDefault();
  }
}
