/** An entry of the menu. */
export interface Item {
  readonly words: string;
  /** In a line of its own, smaller. */
  readonly detail?: string;
  readonly style: 'main' | 'plain' | 'quiet';
  /** False when it did not work. */
  readonly act: () => Promise<boolean>;
}

/** What the menu keeps from the window's edge, and from its field. */
const [windowEdge, fieldGap] = [8, 6];

type Press = (event: Event, act: Item['act']) => void;

function drawItem(page: Document, item: Item, press: Press): HTMLButtonElement {
  const button = page.createElement('button');
  button.type = 'button';
  button.className = `item ${item.style}`;
  button.setAttribute('role', 'menuitem');
  button.textContent = item.words;
  if (item.detail !== undefined) {
    const detail = page.createElement('small');
    detail.textContent = item.detail;
    button.append(detail);
  }
  button.addEventListener('click', (event) => press(event, item.act));
  return button;
}

/** A menu with an entry for each item; `press` decides whether a click counts. */
export function drawMenu(page: Document, items: readonly Item[], press: Press): HTMLElement {
  const menu = page.createElement('div');
  menu.className = 'menu';
  menu.setAttribute('role', 'menu');
  menu.append(...items.map((item) => drawItem(page, item, press)));
  return menu;
}

/** As near to `wanted` as the window allows. */
const within = (wanted: number, size: number, window: number): number =>
  Math.max(windowEdge, Math.min(wanted, window - windowEdge - size));

/** Puts a menu under its field, in line with the icon; above it where there is more room. */
export function fitMenu(menu: HTMLElement, icon: HTMLElement, field: HTMLElement): void {
  const { width, height } = menu.getBoundingClientRect();
  const at = icon.getBoundingClientRect();
  const { top, bottom } = field.getBoundingClientRect();
  const isRtl = getComputedStyle(field).direction === 'rtl';
  const left = within(isRtl ? at.left : at.right - width, width, innerWidth);
  const below = Math.max(bottom, at.bottom) + fieldGap;
  const above = Math.min(top, at.top) - fieldGap - height;
  const isUp = below + height > innerHeight && above > innerHeight - bottom - height;
  menu.style.left = `${left - at.left}px`;
  menu.style.top = `${within(isUp ? above : below, height, innerHeight) - at.top}px`;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Moves the focus by an arrow key; false for every other key. */
export function stepInMenu(menu: HTMLElement, focused: Element | null, key: string): boolean {
  const step = steps[key];
  if (step === undefined) return false;
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === focused);
  buttons.at((at + step) % buttons.length)?.focus();
  return true;
}
