const effects = 'filter transform scale translate rotate clip-path mask-image'.split(' ');

const hasEffect = (style: CSSStyleDeclaration, names: readonly string[]): boolean =>
  names.some((name) => !['none', 'auto', ''].includes(style.getPropertyValue(name)));

/** Whether the page has changed how the host looks: what is clicked must be what is seen. */
function isDisguised(element: Element): boolean {
  const style = getComputedStyle(element);
  return (
    Number(style.opacity) < 1 ||
    style.visibility !== 'visible' ||
    style.display === 'none' ||
    style.mixBlendMode !== 'normal' ||
    hasEffect(style, effects)
  );
}

/** Everything that an element is drawn within. */
function* ancestorsOf(element: Element): Generator<Element> {
  for (
    let place: Element | null = element.parentElement;
    place !== null;
    place = place.parentElement
  )
    yield place;
}

/** Whether what holds the host makes it hard to see. A dialog may be moved; nothing may be see-through. */
function isFaded(element: Element): boolean {
  const style = getComputedStyle(element);
  return Number(style.opacity) < 0.9 || hasEffect(style, ['filter', 'clip-path']);
}

/** The points of a rectangle that must belong to the host: its middle, and near its corners. */
function pointsOf({ left, top, width, height }: DOMRect): { x: number; y: number }[] {
  const shares = [0.5, 0.2, 0.8];
  return shares.flatMap((x) => shares.map((y) => ({ x: left + x * width, y: top + y * height })));
}

/** Where a host was put, in CSS pixels of the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Whether an event on the host comes from a person who sees it: made by the browser, and the host neither transparent,
 * covered, moved nor scaled by the page. Pages are no friends: a click on what looks like their own button must fill nothing.
 */
export function isTrustworthy(event: Event, host: HTMLElement, expected: Box): boolean {
  if (!event.isTrusted || !host.isConnected) return false;
  if (isDisguised(host) || [...ancestorsOf(host)].some(isFaded)) return false;
  const rect = host.getBoundingClientRect();
  const isMoved =
    Math.abs(rect.left - expected.left) > 2 ||
    Math.abs(rect.top - expected.top) > 2 ||
    Math.abs(rect.width - expected.width) > 1 ||
    Math.abs(rect.height - expected.height) > 1;
  if (isMoved) return false;
  return pointsOf(rect).every(({ x, y }) => {
    const found = host.ownerDocument.elementFromPoint(x, y);
    return found === host || found === null;
  });
}
