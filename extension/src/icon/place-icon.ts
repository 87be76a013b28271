/** Of what can be clicked. */
const size = 24;
const leastGap = 4;
const mostGap = 16;
/** As far as an icon moves aside for others in its field. */
const mostInset = 100;
/** What a page draws at a field's end is not wider. */
const mostWidth = 48;
/** What is farther down among a field's neighbours is not drawn over it. */
const mostNeighbours = 12;

/** Where the icon's left upper corner stands, in CSS pixels of the window. */
export interface Place {
  readonly left: number;
  readonly top: number;
  /** How large it is drawn: in a low field smaller than what can be clicked. */
  readonly drawn: number;
}

/** Some managers draw their icon as the field's background; a picture at its other end is in nobody's way. */
function drawsAtEnd({ backgroundImage, backgroundPositionX }: CSSStyleDeclaration, isRtl: boolean) {
  // In pixels or in hundredths; neither where it is counted from the right.
  const isLeft = Number.parseFloat(backgroundPositionX) < 40;
  return backgroundImage.includes('url(') && isLeft === isRtl;
}

/** What is before the field at a point; the field itself where it is not to be seen, as when it is scrolled away. */
function inFront(field: HTMLInputElement, x: number, y: number): Element[] {
  // What is at a point is asked of the root that holds the field: a document sees no further than a shadow's host.
  const root = field.getRootNode();
  const sees = root instanceof ShadowRoot ? root : field.ownerDocument;
  const stack = sees.elementsFromPoint(x, y);
  const depth = stack.indexOf(field);
  // Out of the window nothing is found.
  if (depth < 0) return stack.slice(0, 1).map(() => field);
  return stack.slice(0, depth);
}

/** What would be under an icon at this place, if anything. */
function inTheWay(
  field: HTMLInputElement,
  host: Element,
  x: number,
  middle: number,
): DOMRect | undefined {
  // Clicks go through some things that a page draws over its field; they stand beside it.
  const neighbours = [field.parentNode, field.parentNode?.parentNode]
    .flatMap((parent) => [...(parent?.children ?? [])].slice(0, mostNeighbours))
    .filter((element) => element.getBoundingClientRect().width <= mostWidth);
  return [4, size - 4]
    .flatMap((at) => inFront(field, x + at, middle))
    .concat(neighbours)
    .filter((element) => element !== host && (element === field || !element.contains(field)))
    .map((element) => element.getBoundingClientRect())
    .find(({ left, right, top, bottom }) => {
      return left < x + size && right > x && top < middle && bottom > middle;
    });
}

/**
 * The place inside a field's end for its icon, as far from the end as from above and below, and left of (in
 * right-to-left pages right of) whatever is there already; null when there is no room.
 */
export function placeIcon(field: HTMLInputElement, host: Element): Place | null {
  const { left, right, top, height, width } = field.getBoundingClientRect();
  if (width < size * 2.5 || height < size * 0.7) return null;
  const style = getComputedStyle(field);
  const isRtl = style.direction === 'rtl';
  // A round end leaves no room at its very edge.
  const radius = Math.min(Number.parseFloat(style.borderTopRightRadius) || 0, height / 2);
  const gap = Math.min(mostGap, Math.max(leastGap, (height - size) / 2, radius / 2.5));
  const middle = top + height / 2;
  let inset = drawsAtEnd(style, isRtl) ? gap + size : gap;
  while (inset <= Math.min(mostInset, width - 2 * size)) {
    const x = isRtl ? left + inset : right - inset - size;
    const other = inTheWay(field, host, x, middle);
    if (other === undefined) {
      const drawn = Math.min(size, field.clientHeight);
      return { left: x, top: middle - size / 2, drawn };
    }
    const past = isRtl ? other.right - left : right - other.left;
    inset = Math.max(inset, past) + leastGap;
  }
  return null;
}
