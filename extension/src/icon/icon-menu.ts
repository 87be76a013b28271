/** An entry of the menu. */
export interface Item {
  readonly words: string;
  /** In a line of its own, smaller. */
  readonly detail?: string;
  readonly style: 'main' | 'plain' | 'quiet';
  /** False when it did not work. */
  readonly act: () => Promise<boolean>;
}

/** What the menu keeps from the window's edge. */
const windowEdge = 8;

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

/** Brings a menu within the window: shifted to the side, and above the icon where there is no room below. */
export function fitMenu(menu: HTMLElement, icon: HTMLElement): void {
  const { bottom, left, right } = menu.getBoundingClientRect();
  const { top } = icon.getBoundingClientRect();
  menu.classList.toggle('up', bottom > innerHeight && top > innerHeight / 2);
  const shift =
    left < windowEdge ? windowEdge - left : Math.min(0, innerWidth - windowEdge - right);
  if (shift !== 0) menu.style.setProperty('right', `${-shift}px`);
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
