/** What matters of an element's style. Undefined: as its parent has it. */
export interface Look {
  hidden?: boolean;
  /** CSS pixels. */
  fontSize?: number;
  /** `INHERITED`, `transparent`, or as `plainColor` spells it; '' is the reader's own. */
  color?: string;
  background?: string;
  /** Padding, border or rounded corners: what makes a link with a background a button. */
  boxed?: boolean;
  strong?: boolean;
  spaced?: boolean;
  monospaced?: boolean;
}

const MAX_RULES = 400;
const MAX_STYLE = 2_000;

/** Mails repeat a few styles at every element. */
export class StyleMemory {
  readonly #known = new Map<string, Look>();

  /** As `applyStyle`. */
  apply(style: string, look: Look): void {
    if (style === '') return;
    let known = this.#known.get(style);
    if (known === undefined) {
      known = {};
      applyStyle(style, known);
      if (this.#known.size < MAX_RULES) this.#known.set(style, known);
    }
    Object.assign(look, known);
  }
}

/** Reads declarations such as `display:none; color:#fff` and adds them to `look`. */
export function applyStyle(style: string, look: Look): void {
  for (const declaration of style.slice(0, MAX_STYLE).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace('!important', '')
      .trim()
      .toLowerCase();
    applyDeclaration(name, value, look);
  }
}

function applyDeclaration(name: string, value: string, look: Look): void {
  switch (name) {
    case 'display':
      if (value === 'none') look.hidden = true;
      break;
    case 'visibility':
      if (value === 'hidden' || value === 'collapse') look.hidden = true;
      break;
    case 'opacity':
    case 'max-height':
    case 'max-width':
      if (isZero(value)) look.hidden = true;
      break;
    case 'font-size':
      applyFontSize(value, look);
      break;
    case 'color':
      look.color = textColor(value);
      break;
    case 'background':
    case 'background-color':
      look.background = plainColor(value);
      break;
    case 'background-image':
      if (value !== 'none') look.background = value;
      break;
    default:
      applyShape(name, value, look);
  }
}

function applyShape(name: string, value: string, look: Look): void {
  if (name === 'border') {
    if (Number.parseFloat(value) !== 0 && value !== 'none') look.boxed = true;
  } else if (name === 'border-radius' || name.startsWith('padding')) {
    if (!isZero(value)) look.boxed = true;
  } else if (name === 'font-weight') {
    look.strong = value === 'bold' || value === 'bolder' || Number.parseInt(value, 10) >= 600;
  } else if (name === 'letter-spacing') {
    look.spaced = Number.parseFloat(value) >= (value.endsWith('em') ? 0.1 : 2);
  } else if (name === 'font-family') {
    look.monospaced =
      value.startsWith('mono') || value.includes('courier') || value.includes('monospace');
  } else if (name === 'left' || name === 'text-indent') {
    if (Number.parseFloat(value) <= -999) look.hidden = true;
  }
}

function isZero(value: string): boolean {
  return Number.parseFloat(value) === 0 && !value.includes(' ');
}

function applyFontSize(value: string, look: Look): void {
  const size = Number.parseFloat(value);
  if (!Number.isFinite(size)) return;
  const em = value.endsWith('em');
  const pixels = em
    ? size * 16
    : value.endsWith('%')
      ? size * 0.16
      : value.endsWith('pt')
        ? size * 1.33
        : size;
  look.fontSize = pixels;
}

const NAMED: Readonly<Record<string, string>> = { white: 'ffffff', black: '000000' };

/** As the parent has it, also where something in between has a colour of its own, as links have. */
export const INHERITED = 'inherit';

/** Of a text: unlike a background it cannot be left out, only be taken from elsewhere. */
export function textColor(value: string): string {
  const [first = ''] = value.split(' ', 1);
  if (first === 'inherit' || first === 'currentcolor' || first === 'unset') return INHERITED;
  return first === 'transparent' ? first : plainColor(value);
}

/** One spelling for one colour: six hex digits, or the value as it is. '' for none. */
export function plainColor(value: string): string {
  const first = value.split(' ')[0] ?? '';
  if (first === 'transparent' || first === 'none' || first === 'inherit' || first === '') return '';
  if (first.startsWith('#') && first.length === 4) {
    return [...first.slice(1)].map((digit) => digit + digit).join('');
  }
  if (first.startsWith('#')) return first.slice(1, 7);
  if (value.startsWith('rgb')) return fromRgb(value);
  return NAMED[first] ?? first;
}

function fromRgb(value: string): string {
  const numbers = value
    .slice(value.indexOf('(') + 1, 40)
    .split(/[ ,/)]+/)
    .map((part) => Number.parseInt(part, 10));
  return numbers
    .slice(0, 3)
    .map((part) => (Number.isFinite(part) ? part : 0).toString(16).padStart(2, '0'))
    .join('');
}

/**
 * The declarations that a style sheet gives to single classes (`.preheader`, `a.button`), media queries left out:
 * they speak of screens that the reader may not have.
 */
export function readStyleSheet(css: string): Map<string, Look> {
  const rules = new Map<string, Look>();
  let depth = 0;
  let from = 0;
  let selector = '';
  for (let at = 0; at < css.length && rules.size < MAX_RULES; at += 1) {
    const code = css.charCodeAt(at);
    if (code === 0x7b) {
      if (depth === 0) selector = css.slice(from, at);
      depth += 1;
      from = at + 1;
    } else if (code === 0x7d) {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && !selector.includes('@')) addRule(rules, selector, css.slice(from, at));
      from = at + 1;
    }
  }
  return rules;
}

function addRule(rules: Map<string, Look>, selectors: string, body: string): void {
  for (const selector of selectors.slice(-400).split(',')) {
    const plain = selector
      .slice(selector.lastIndexOf('*/') + 1)
      .replace(/^\//, '')
      .trim();
    const dot = plain.lastIndexOf('.');
    if (dot < 0 || /[\s>+~:#[]/.test(plain)) continue;
    const name = plain.slice(dot + 1).toLowerCase();
    const look = rules.get(name) ?? {};
    applyStyle(body, look);
    rules.set(name, look);
  }
}
