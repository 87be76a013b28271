import createDOMPurify, { type WindowLike } from 'dompurify';
import { hostToTell, openableUrl } from './link-host.ts';

export interface SafeHtmlOptions {
  /** `held`: nothing is fetched from anywhere, and the images that would be are counted. */
  readonly images: 'held' | 'shown';
  /** Content ids of the mail's own images (RFC 2392) and the `data:` URLs that stand for them. */
  readonly inlineImages?: ReadonlyMap<string, string>;
}

export interface SafeHtml {
  readonly body: string;
  /** The mail's own style sheets. The frame's policy keeps them from fetching anything. */
  readonly styles: string;
  /** Images that the mail would fetch from elsewhere. */
  readonly remoteImages: number;
}

const tagsNotForMail = [
  ...['form', 'input', 'button', 'select', 'option', 'optgroup', 'textarea', 'fieldset', 'legend'],
  ...['label', 'output', 'datalist', 'meter', 'progress', 'dialog', 'details', 'summary', 'menu'],
  ...['audio', 'video', 'source', 'track', 'picture', 'template', 'slot'],
];
const attributesNotForMail = [
  ...['srcset', 'sizes', 'ping', 'poster', 'action', 'formaction', 'autofocus', 'tabindex'],
  ...[
    'accesskey',
    'contenteditable',
    'popover',
    'popovertarget',
    'is',
    'slot',
    'download',
    'usemap',
  ],
];
const dataImage = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]/iu;
const linkable = new Set(['http:', 'https:', 'mailto:']);
/** Counts, it does not clean: what a style would fetch is stopped by the frame's policy. */
const remoteInStyle = /url\(\s{0,8}["']?\s{0,8}(?:https?:)?\/\//giu;

/** Marked important and inline, so that no style of the mail hides it. */
const noteStyle = [
  'all:initial',
  'display:inline-block',
  'margin:0 3px',
  'padding:0 5px',
  'border:1px solid #9a5b00',
  'border-radius:4px',
  'background:#fff6e0',
  'color:#5c3600',
  'font:600 12px/1.5 system-ui,sans-serif',
  'overflow-wrap:anywhere',
]
  .map((rule) => `${rule} !important`)
  .join(';');

/** What a person reads in a link; an image that is held back shows its alternative text. */
function visibleText(anchor: Element): string {
  const images = [...anchor.querySelectorAll('img')].map(
    (image) => image.getAttribute('alt') ?? '',
  );
  return [anchor.textContent, ...images].join(' ');
}

function secureLink(anchor: Element): void {
  const href = anchor.getAttribute('href');
  const url = href === null ? null : URL.parse(href.trim());
  if (url === null || !linkable.has(url.protocol)) {
    anchor.removeAttribute('href');
    return;
  }
  anchor.setAttribute('target', '_blank');
  anchor.setAttribute('rel', 'noopener noreferrer');
  const host = hostToTell(url, visibleText(anchor));
  if (host === null) return;
  const note = anchor.ownerDocument.createElement('span');
  note.setAttribute('style', noteStyle);
  note.textContent = `→ ${host}`;
  anchor.after(note);
}

function contentIdOf(source: string): string | null {
  if (!/^cid:/iu.test(source)) return null;
  const id = source.slice(4);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** What stands where an image is not shown: its words, or a mark where a link would be left without any. */
function standInFor(image: Element): Element {
  const stand = image.ownerDocument.createElement('span');
  const words = (image.getAttribute('alt') ?? '').trim();
  const isAllOfLink = image.closest('a')?.textContent.trim() === '';
  stand.textContent = words === '' && isAllOfLink ? '▨' : words;
  if (stand.textContent !== '') stand.className = 'mf-held';
  return stand;
}

/** Leaves an image where it may be shown; true when it would come from elsewhere. */
function secureImage(image: Element, options: SafeHtmlOptions): boolean {
  const source = (image.getAttribute('src') ?? '').trim();
  const contentId = contentIdOf(source);
  const own = contentId === null ? undefined : options.inlineImages?.get(contentId);
  if (own !== undefined) image.setAttribute('src', own);
  const remote = openableUrl(source) !== null;
  const keep =
    own !== undefined || dataImage.test(source) || (remote && options.images === 'shown');
  if (!keep) image.replaceWith(standInFor(image));
  return remote;
}

function secureBackground(element: Element, options: SafeHtmlOptions): boolean {
  const remote = openableUrl(element.getAttribute('background') ?? '') !== null;
  if (!remote || options.images === 'held') element.removeAttribute('background');
  return remote;
}

/** Fonts and further sheets: no images, and never fetched. */
const notImages = /@import[^;]{0,2000}|@font-face[^}]{0,5000}/giu;

function remoteImagesInStyles(root: ParentNode): number {
  const styles = [...root.querySelectorAll('[style]')].map(
    (one) => one.getAttribute('style') ?? '',
  );
  const sheets = [...root.querySelectorAll('style')].map((one) => one.textContent);
  const rules = [...styles, ...sheets].join('\n').replace(notImages, '');
  return rules.match(remoteInStyle)?.length ?? 0;
}

function parseClean(window: WindowLike, html: string): DocumentFragment {
  const purify = createDOMPurify(window);
  // Content ids of the mail's own images are needed until they are replaced; relative addresses never are.
  return purify.sanitize(html, {
    USE_PROFILES: { html: true },
    WHOLE_DOCUMENT: true,
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: tagsNotForMail,
    FORBID_ATTR: attributesNotForMail,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^(?:https?|mailto|cid):/iu,
  });
}

/** The body's own colours and spacing, carried by an element that stands inside our body. */
function bodyAsBlock(root: DocumentFragment): HTMLElement {
  const block = root.ownerDocument.createElement('div');
  const body = root.querySelector('body');
  if (body === null) {
    block.append(root);
    return block;
  }
  for (const name of ['style', 'dir', 'lang', 'align', 'background']) {
    const value = body.getAttribute(name);
    if (value !== null) block.setAttribute(name, value);
  }
  // On a body these say what they do not say on other elements.
  const ground = body.getAttribute('bgcolor');
  const ink = body.getAttribute('text');
  if (ground !== null) block.style.backgroundColor = ground;
  if (ink !== null) block.style.color = ink;
  block.append(...body.childNodes);
  return block;
}

/** What `background` said on the body: elsewhere than on tables it says nothing. */
function paintBody(block: HTMLElement): void {
  const url = openableUrl(block.getAttribute('background') ?? '');
  // A parsed address has no quotation mark left in it.
  if (url !== null) block.style.backgroundImage = `url("${url.href}")`;
}

/**
 * Cleans the HTML of a mail for the sandboxed frame: no script, no form, no frame; links to http, https and mailto
 * only, each in a new tab without referrer; the host written after a link whose text names another.
 */
export function safeHtml(window: WindowLike, html: string, options: SafeHtmlOptions): SafeHtml {
  const root = parseClean(window, html);
  const remoteStyles = remoteImagesInStyles(root);
  const sheets = [...root.querySelectorAll('style')];
  const styles = sheets.map((sheet) => sheet.textContent).join('\n');
  for (const sheet of sheets) sheet.remove();
  const body = bodyAsBlock(root);
  for (const anchor of body.querySelectorAll('a, area')) secureLink(anchor);
  const images = [...body.querySelectorAll('img')].filter((image) => secureImage(image, options));
  const boxes = [...body.querySelectorAll('[background]')];
  if (body.hasAttribute('background')) boxes.push(body);
  const backgrounds = boxes.filter((box) => secureBackground(box, options));
  paintBody(body);
  return {
    body: body.outerHTML,
    styles,
    remoteImages: images.length + backgrounds.length + remoteStyles,
  };
}
