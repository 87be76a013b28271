import {
  BLOCKS,
  drawsButton,
  isButtonCell,
  isUnseen,
  readElement,
  ROOT,
  SELF_CLOSING,
  UNSEEN,
  VOID,
  weigh,
  type Element,
} from './html-element.ts';
import {
  isInvisible,
  isSpace,
  LIMITS,
  type Anchor,
  type Mark,
  type Meter,
  type Page,
} from './page.ts';
import { findActions } from './schema-actions.ts';
import { readStyleSheet, StyleMemory, type Look } from './style.ts';
import { TextBuilder } from './text-builder.ts';
import { tokenizeHtml } from './tokenize-html.ts';

/** How far a closing tag looks back for its partner. */
const LOOK_BACK = 40;

interface OpenLink {
  readonly url: string;
  readonly start: number;
  readonly hidden: boolean;
  readonly title: string;
  button: boolean;
  label: string;
  alt: string;
}

/** Reads an HTML mail as its reader would see it. One pass, bounded by LIMITS and by the characters that are wanted. */
export function readHtml(html: string, meter: Meter = { steps: 0 }, characters = Infinity): Page {
  const reader = new HtmlReader(meter);
  tokenizeHtml(html.slice(0, LIMITS.html), reader, () => reader.length >= characters);
  return reader.finish();
}

class HtmlReader {
  private readonly out = new TextBuilder();
  private readonly stack: Element[] = [];
  private readonly anchors: Anchor[] = [];
  private readonly marks: Mark[] = [];
  private readonly quotes: Mark[] = [];
  private readonly actions: string[] = [];
  readonly rules = new Map<string, Look>();
  readonly styles = new StyleMemory();
  private hidden = '';
  private sheet = '';
  private script: string | null = null;
  private link: OpenLink | null = null;
  private readonly meter: Meter;

  constructor(meter: Meter) {
    this.meter = meter;
  }

  /** Of the visible text so far. */
  get length(): number {
    return this.out.end;
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.meter.steps += 1;
    if (this.out.full) return;
    this.readAction(attributes);
    if (BLOCKS.has(name) || name === 'br') this.out.line();
    else if (name === 'td' || name === 'th') this.out.space();
    if (name === 'img' && this.link) this.link.alt ||= attributes.get('alt') ?? '';
    if (VOID.has(name)) return;
    if (SELF_CLOSING.has(name) && this.top().name === name) this.pop();
    if (name === 'script') this.script = attributes.get('type')?.includes('ld+json') ? '' : null;
    if (this.stack.length >= LIMITS.depth) return;
    const element = readElement(name, attributes, this.top(), this, this.out.position);
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
    const top = this.top();
    const { name, preformatted } = top;
    if (name === 'style') this.sheet = (this.sheet + text).slice(0, 100_000);
    else if (name === 'script')
      this.script = this.script === null ? null : (this.script + text).slice(0, 20_000);
    else if (isUnseen(top)) this.addHidden(text);
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

  private openLink(element: Element, attributes: ReadonlyMap<string, string>): void {
    this.closeLink();
    const url = cleanUrl(attributes.get('href') ?? '');
    if (url === '' || this.anchors.length >= LIMITS.anchors) return;
    const cell = this.stack.at(-2);
    const button =
      drawsButton(element) ||
      attributes.get('role') === 'button' ||
      (cell !== undefined && isButtonCell(cell, this.out.position));
    const title = attributes.get('title') ?? '';
    this.link = {
      url,
      title,
      start: this.out.position,
      hidden: isUnseen(element),
      button,
      label: '',
      alt: '',
    };
  }

  private closeLink(): void {
    const link = this.link;
    if (!link) return;
    this.link = null;
    const { url, start, button, hidden } = link;
    const label = (this.out.since(start) || link.alt || link.title).slice(0, LIMITS.label).trim();
    const end = Math.max(start, this.out.end);
    this.anchors.push({
      url,
      label: isUrlText(label) ? '' : label,
      start,
      end,
      button,
      bare: isUrlText(label),
      hidden,
    });
  }

  private pop(): void {
    const element = this.stack.pop();
    if (!element) return;
    const mark = { start: element.start, end: this.out.end, weight: weigh(element, this.top()) };
    if (mark.end <= mark.start) return;
    if (element.quote && !this.top().quote) this.quotes.push(mark);
    if (mark.weight > 0 && mark.end - mark.start <= 60 && this.marks.length < LIMITS.marks)
      this.marks.push(mark);
  }

  private readSheet(): void {
    this.meter.steps += this.sheet.length;
    if (this.sheet !== '' && this.rules.size < 1_000)
      for (const [name, look] of readStyleSheet(this.sheet)) this.rules.set(name, look);
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

/**
 * As a browser reads it (URL Standard, basic URL parser): nothing up to the space around it, no line breaks inside it.
 * '' for one that is too long: cut short it would lead elsewhere.
 */
function cleanUrl(url: string): string {
  if (url.length > LIMITS.url) return '';
  const whole = url.replace(/[\t\n\r]/g, '');
  let [start, end] = [0, whole.length];
  while (start < end && whole.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && whole.charCodeAt(end - 1) <= 0x20) end -= 1;
  return whole.slice(start, end).trim();
}

function isUrlText(label: string): boolean {
  return /^(?:https?:\/\/|www\.)\S*/i.test(label);
}
