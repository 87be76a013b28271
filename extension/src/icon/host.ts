/** What a page does not get to hear of what happens inside. */
const silenced =
  'click mousedown mouseup pointerdown pointerup keydown keyup keypress focusin focusout'.split(
    ' ',
  );

/** Without a sheet of its own (older Firefox refuses it to extensions) a style element does the same. */
function addStyle(root: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.ownerDocument.createElement('style');
    style.textContent = text;
    root.append(style);
  }
}

const mark = 'data-mayfly';

export interface HostOptions {
  readonly name: 'icon' | 'card';
  readonly mode: ShadowRootMode;
  readonly style: string;
}

/**
 * An element that is all the page sees of something of ours, and its shadow root, where that lives. As a manual popover
 * it stands in the top layer.
 */
export function createHost(
  page: Document,
  { name, mode, style }: HostOptions,
): [HTMLElement, ShadowRoot] {
  const host = page.createElement('div');
  host.popover = 'manual';
  host.setAttribute(mark, name);
  const root = host.attachShadow({ mode });
  addStyle(root, style);
  // A press on it must not take the cursor out of the page's field.
  root.addEventListener('mousedown', (event) => event.preventDefault());
  for (const name of silenced) root.addEventListener(name, (event) => event.stopPropagation());
  return [host, root];
}

/** What an extension that was updated has left in the page: Firefox ends its scripts before they can clean up. */
export function removeLeftovers(page: Document, name: HostOptions['name']): void {
  for (const host of page.querySelectorAll(`[${mark}=${name}]`)) host.remove();
}

const plain: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  display: 'block',
  'z-index': '2147483647',
};

/** Puts the host at its place, whatever rules the page has for such elements. */
export function styleHost(host: HTMLElement, place: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries({ ...plain, ...place }))
    if (host.style.getPropertyValue(name) !== value || name === 'all')
      host.style.setProperty(name, value, 'important');
}
