import { INHERITED, plainColor, textColor, type Look, type StyleMemory } from './style.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const BLOCKS = words(
  'address article aside blockquote body center div dl dt dd fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody thead tr ul',
);
export const VOID = words('area base br col embed hr img input link meta param source track wbr');
export const UNSEEN = words(
  'head script style template title noscript select textarea object iframe',
);
/** A second one beside the first closes it (HTML, optional tags). */
export const SELF_CLOSING = words('p li td th tr dt dd option');
const STRONG = words('b strong h1 h2 h3 mark');
const MONOSPACED = words('code pre tt kbd samp');
const HEADING_SIZE: Readonly<Record<string, number>> = { h1: 28, h2: 22, h3: 19 };
const BUTTON_CLASS = /(?:^|[-_\s])(?:btn|button|cta)/i;

export interface Element extends Required<Omit<Look, 'background'>> {
  readonly name: string;
  readonly start: number;
  readonly preformatted: boolean;
  /** Painted behind, where an element says so itself; '' where a rule that is not read here may say so. */
  readonly backdrop: string;
  readonly ownBackground: boolean;
  readonly buttonClass: boolean;
  readonly quote: boolean;
}

export const ROOT: Element = {
  name: '',
  start: 0,
  preformatted: false,
  hidden: false,
  fontSize: 14,
  color: '',
  backdrop: '',
  ownBackground: false,
  buttonClass: false,
  quote: false,
  boxed: false,
  strong: false,
  spaced: false,
  monospaced: false,
};

/** What an element looks like: its tag, its classes, its attributes, its style, in the order in which they win. */
export function readElement(
  name: string,
  attributes: ReadonlyMap<string, string>,
  parent: Element,
  { rules, styles }: { rules: ReadonlyMap<string, Look>; styles: StyleMemory },
  start: number,
): Element {
  const look: Look = { strong: STRONG.has(name), monospaced: MONOSPACED.has(name) };
  const heading = HEADING_SIZE[name];
  if (heading !== undefined) look.fontSize = heading;
  applyClasses(attributes.get('class') ?? '', rules, look);
  const background = attributes.get('bgcolor');
  if (background !== undefined) look.background = plainColor(background.toLowerCase());
  const color = name === 'font' ? attributes.get('color') : undefined;
  if (color !== undefined) look.color = textColor(color.toLowerCase());
  styles.apply(attributes.get('style') ?? '', look);
  return inherit(name, parent, look, attributes, start);
}

function applyClasses(classes: string, rules: ReadonlyMap<string, Look>, look: Look): void {
  if (classes === '' || rules.size === 0) return;
  for (const name of classes.slice(0, 300).toLowerCase().split(/\s+/, 12)) {
    Object.assign(look, rules.get(name));
  }
}

function inherit(
  name: string,
  parent: Element,
  look: Look,
  attributes: ReadonlyMap<string, string>,
  start: number,
): Element {
  const classes = attributes.get('class') ?? '';
  const background = look.background ?? '';
  const pictured =
    attributes.has('background') ||
    (background === '' && classes !== '' && look.background === undefined);
  const backdrop = background !== '' ? background : pictured ? '' : parent.backdrop;
  return {
    name,
    start,
    preformatted: parent.preformatted || name === 'pre',
    hidden: parent.hidden || look.hidden === true || UNSEEN.has(name) || attributes.has('hidden'),
    fontSize: look.fontSize ?? parent.fontSize,
    color: colorOf(name, look.color, parent),
    backdrop,
    ownBackground: background !== '' && background !== parent.backdrop,
    buttonClass: classes !== '' && BUTTON_CLASS.test(classes.slice(0, 300)),
    quote: parent.quote || name === 'blockquote' || classes.includes('gmail_quote'),
    boxed: look.boxed ?? false,
    strong: look.strong === true || (parent.strong && !BLOCKS.has(name)),
    spaced: look.spaced ?? parent.spaced,
    monospaced: look.monospaced === true || parent.monospaced,
  };
}

/** A link has a colour of its own, whatever stands around it, unless it is told to go with that. */
function colorOf(name: string, own: string | undefined, parent: Element): string {
  if (own === INHERITED) return parent.color;
  return own ?? (name === 'a' ? '' : parent.color);
}

/** Sizes and colours are inherited but can be set back: only the innermost element tells. */
export function isUnseen({ hidden, fontSize, color, backdrop }: Element): boolean {
  if (hidden || fontSize <= 1 || color === 'transparent') return true;
  return color !== '' && color === backdrop;
}

export function drawsButton(element: Element): boolean {
  return (
    element.buttonClass || (element.ownBackground && element.boxed) || element.name === 'button'
  );
}

/** A cell with a background of its own around nothing but the link, as mails for old readers draw a button. */
export function isButtonCell(cell: Element, position: number): boolean {
  return (cell.ownBackground || cell.buttonClass) && cell.start === position;
}

export function weigh(element: Element, parent: Element): number {
  let weight = 0;
  if (element.fontSize >= 20 && parent.fontSize < element.fontSize) weight += 2;
  if (element.strong) weight += 1;
  if (element.spaced) weight += 2;
  if (element.monospaced) weight += 1;
  if (element.ownBackground && element.boxed) weight += 1;
  return weight;
}
