import { isInvisible, isSpace, LIMITS, type Anchor, type Mark, type Meter, type Page } from './page.ts';
import { findActions } from './schema-actions.ts';
import { applyStyle, plainColor, readStyleSheet, type Look } from './style.ts';
import { TextBuilder } from './text-builder.ts';
import { tokenizeHtml } from './tokenize-html.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const BLOCKS = words(
  'address article aside blockquote body center div dl dt dd fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody thead tr ul',
);
const VOID = words('area base br col embed hr img input link meta param source track wbr');
const UNSEEN = words('head script style template title noscript select textarea object iframe');
/** A second one beside the first closes it (HTML, optional tags). */
const SELF_CLOSING = words('p li td th tr dt dd option');
const STRONG = words('b strong h1 h2 h3 mark');
const MONOSPACED = words('code pre tt kbd samp');
const HEADING_SIZE: Readonly<Record<string, number>> = { h1: 28, h2: 22, h3: 19 };
const BUTTON_CLASS = /(?:^|[-_\s])(?:btn|button|cta)/i;
/** How far a closing tag looks back for its partner. */
const LOOK_BACK = 40;

interface Element extends Look {
  readonly name: string;
  readonly start: number;
  readonly preformatted: boolean;
  /** Painted behind: what text of the same colour would vanish in. */
  readonly backdrop: string;
  readonly ownBackground: boolean;
  readonly buttonClass: boolean;
  readonly quote: boolean;
}

interface OpenLink {
  readonly url: string;
  readonly start: number;
  readonly hidden: boolean;
  readonly title: string;
  button: boolean;
  label: string;
  alt: string;
}

const ROOT: Element = {
  name: '',
  start: 0,
  preformatted: false,
  hidden: false,
  backdrop: 'ffffff',
  ownBackground: false,
  buttonClass: false,
  quote: false,
  boxed: false,
  strong: false,
  spaced: false,
  monospaced: false,
};

/** Reads an HTML mail as its reader would see it. One pass, bounded by LIMITS. */
export function readHtml(html: string, meter: Meter = { steps: 0 }): Page {
  const reader = new HtmlReader(meter);
  tokenizeHtml(html.slice(0, LIMITS.html), reader);
  return reader.finish();
}

class HtmlReader {
  private readonly out = new TextBuilder();
  private readonly stack: Element[] = [];
  private readonly anchors: Anchor[] = [];
  private readonly marks: Mark[] = [];
  private readonly quotes: Mark[] = [];
  private readonly actions: string[] = [];
  private rules: ReadonlyMap<string, string> = new Map();
  private hidden = '';
  private sheet = '';
  private script: string | null = null;
  private link: OpenLink | null = null;
  private readonly meter: Meter;

  constructor(meter: Meter) {
    this.meter = meter;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.meter.steps += 1;
    this.readAction(attributes);
    if (BLOCKS.has(name) || name === 'br') this.out.line();
    else if (name === 'td' || name === 'th') this.out.space();
    if (name === 'img' && this.link) this.link.alt ||= attributes.get('alt') ?? '';
    if (VOID.has(name)) return;
    if (SELF_CLOSING.has(name) && this.top().name === name) this.pop();
    if (name === 'script') this.script = attributes.get('type')?.includes('ld+json') ? '' : null;
    if (this.stack.length >= LIMITS.depth) return;
    const element = this.element(name, attributes);
    this.stack.push(element);
    if (name === 'a') this.openLink(element, attributes);
    else if (this.link && drawsButton(element)) this.link.button = true;
  }

  close(name: string): void {
    this.meter.steps += 1;
    if (name === 'style') this.readSheet();
    if (name === 'script') this.readScript();
    if (BLOCKS.has(name)) this.out.line();
    else if (name === 'td' || name === 'th') this.out.space();
    if (name === 'a') this.closeLink();
    const lowest = Math.max(0, this.stack.length - LOOK_BACK);
    for (let at = this.stack.length - 1; at >= lowest; at -= 1) {
      this.meter.steps += 1;
      if (this.stack[at]?.name !== name) continue;
      while (this.stack.length > at) this.pop();
      return;
    }
  }

  text(text: string): void {
    this.meter.steps += text.length;
    const { name, hidden, preformatted } = this.top();
    if (name === 'style') this.sheet = (this.sheet + text).slice(0, 100_000);
    else if (name === 'script') this.script = this.script === null ? null : (this.script + text).slice(0, 20_000);
    else if (hidden) this.addHidden(text);
    else this.out.add(text, preformatted);
  }

  finish(): Page {
    this.closeLink();
    while (this.stack.length > 0) this.pop();
    const { anchors, marks, quotes, hidden, actions } = this;
    return { text: this.out.toString(), anchors, marks, quotes, hidden: hidden.trim(), actions };
  }

  private top(): Element {
    return this.stack.at(-1) ?? ROOT;
  }

  private element(name: string, attributes: ReadonlyMap<string, string>): Element {
    const parent = this.top();
    const look: Look = { hidden: false, boxed: false, strong: STRONG.has(name), spaced: false, monospaced: MONOSPACED.has(name) };
    const heading = HEADING_SIZE[name];
    if (heading !== undefined) look.fontSize = heading;
    const classes = attributes.get('class') ?? '';
    if (classes !== '') this.applyClasses(classes, look);
    const background = attributes.get('bgcolor');
    if (background !== undefined) look.background = plainColor(background.toLowerCase());
    const color = name === 'font' ? attributes.get('color') : undefined;
    if (color !== undefined) look.color = plainColor(color.toLowerCase());
    const style = attributes.get('style');
    if (style !== undefined) applyStyle(style, look);
    return inherit(name, parent, look, attributes, this.out.position);
  }

  private applyClasses(classes: string, look: Look): void {
    for (const name of classes.slice(0, 300).toLowerCase().split(/\s+/)) {
      const rule = this.rules.get(name);
      if (rule !== undefined) applyStyle(rule, look);
    }
  }

  private openLink(element: Element, attributes: ReadonlyMap<string, string>): void {
    this.closeLink();
    const url = cleanUrl(attributes.get('href') ?? '');
    if (url === '' || this.anchors.length >= LIMITS.anchors) return;
    const cell = this.stack.at(-2);
    const button = drawsButton(element) || attributes.get('role') === 'button' || (cell !== undefined && isButtonCell(cell, this.out.position));
    const title = attributes.get('title') ?? '';
    this.link = { url, title, start: this.out.position, hidden: element.hidden, button, label: '', alt: '' };
  }

  private closeLink(): void {
    const link = this.link;
    if (!link) return;
    this.link = null;
    const { url, start, button, hidden } = link;
    const label = (this.out.since(start) || link.alt || link.title).slice(0, LIMITS.label).trim();
    const end = Math.max(start, this.out.end);
    this.anchors.push({ url, label: isUrlText(label) ? '' : label, start, end, button, bare: isUrlText(label), hidden });
  }

  private pop(): void {
    const element = this.stack.pop();
    if (!element) return;
    const mark = { start: element.start, end: this.out.end, weight: weigh(element, this.top()) };
    if (mark.end <= mark.start) return;
    if (element.quote && !this.top().quote) this.quotes.push(mark);
    if (mark.weight > 0 && mark.end - mark.start <= 60 && this.marks.length < LIMITS.marks) this.marks.push(mark);
  }

  private readSheet(): void {
    if (this.sheet !== '') this.rules = new Map([...this.rules, ...readStyleSheet(this.sheet)]);
    this.meter.steps += this.sheet.length;
    this.sheet = '';
  }

  private readScript(): void {
    if (this.script) this.actions.push(...findActions(this.script));
    this.script = null;
  }

  /** Microdata: `<div itemprop="potentialAction" itemtype="…/ViewAction"><link itemprop="target" href="…">`. */
  private readAction(attributes: ReadonlyMap<string, string>): void {
    const property = attributes.get('itemprop');
    if (property !== 'target' && property !== 'url' && property !== 'handler.url') return;
    const url = cleanUrl(attributes.get('href') ?? attributes.get('content') ?? '');
    if (/^https?:/i.test(url) && this.actions.length < 10) this.actions.push(url);
  }

  private addHidden(text: string): void {
    if (this.hidden.length >= LIMITS.hidden || UNSEEN.has(this.top().name)) return;
    let word = '';
    for (const char of text.slice(0, LIMITS.hidden)) {
      const code = char.codePointAt(0) ?? 0;
      if (!isInvisible(code)) word += isSpace(code) ? ' ' : char;
    }
    this.hidden = `${this.hidden} ${word.replace(/ {2,}/g, ' ')}`.slice(0, LIMITS.hidden);
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
  const backdrop = background === '' ? parent.backdrop : background;
  const color = look.color ?? parent.color;
  const vanishes = look.color !== undefined && look.color === backdrop && name !== 'a';
  const fontSize = look.fontSize ?? parent.fontSize;
  return {
    name,
    start,
    preformatted: parent.preformatted || name === 'pre',
    hidden: parent.hidden || look.hidden || UNSEEN.has(name) || attributes.has('hidden') || vanishes,
    backdrop,
    ownBackground: background !== '' && background !== parent.backdrop,
    buttonClass: BUTTON_CLASS.test(classes.slice(0, 300)),
    quote: parent.quote || name === 'blockquote' || classes.includes('gmail_quote'),
    boxed: look.boxed,
    strong: look.strong || (parent.strong && !BLOCKS.has(name)),
    spaced: look.spaced || parent.spaced,
    monospaced: look.monospaced || parent.monospaced,
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(color === undefined ? {} : { color }),
  };
}

function drawsButton(element: Element): boolean {
  return element.buttonClass || (element.ownBackground && element.boxed) || element.name === 'button';
}

/** A cell with a background of its own around nothing but the link, as mails for old readers draw a button. */
function isButtonCell(cell: Element, position: number): boolean {
  return (cell.ownBackground || cell.buttonClass) && cell.start === position;
}

function weigh(element: Element, parent: Element): number {
  let weight = 0;
  if ((element.fontSize ?? 14) >= 20 && (parent.fontSize ?? 14) < (element.fontSize ?? 14)) weight += 2;
  if (element.strong) weight += 1;
  if (element.spaced) weight += 2;
  if (element.monospaced) weight += 1;
  if (element.ownBackground && element.boxed) weight += 1;
  return weight;
}

/** As a browser reads it: white space around it and line breaks inside it do not count. */
function cleanUrl(url: string): string {
  return url.slice(0, LIMITS.url).replace(/[\t\n\r]/g, '').trim();
}

function isUrlText(label: string): boolean {
  return /^(?:https?:\/\/|www\.)\S*/i.test(label);
}
