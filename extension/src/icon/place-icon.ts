const size = 24;
const leastGap = 4;
const mostGap = 14;
/** As far as an icon moves aside for others in its field. */
const mostSteps = 3;

/** Where the icon's left upper corner stands, in CSS pixels of the window; null when there is no room in the field. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

/** Whether something else than the field, or what it stands in, is at a point. */
function isTaken(field: HTMLInputElement, host: Element, x: number, y: number): boolean {
  // What is at a point is asked of the root that holds the field: a document sees no further than a shadow's host.
  const root = field.getRootNode();
  const sees = root instanceof ShadowRoot ? root : field.ownerDocument;
  const found = sees.elementsFromPoint(x, y);
  const above = found.filter((element) => element !== host);
  const [top] = above;
  return top !== undefined && top !== field && !top.contains(field);
}

/** Some managers draw their icon as the field's background. */
function drawsAtEnd(field: HTMLInputElement): boolean {
  const image = getComputedStyle(field).backgroundImage;
  return image !== 'none' && image.includes('url(');
}

/**
 * The place inside a field's end for its icon: in the middle of its height, and left of (in right-to-left pages right
 * of) whatever is there already.
 */
export function placeIcon(field: HTMLInputElement, host: Element): Place | null {
  const { left, right, top, height, width } = field.getBoundingClientRect();
  if (width < size * 2.5 || height < size * 0.7) return null;
  const { direction, borderTopRightRadius } = getComputedStyle(field);
  const isRtl = direction === 'rtl';
  // A round end leaves no room at its very edge.
  const radius = Math.min(Number.parseFloat(borderTopRightRadius) || 0, height / 2);
  const gap = Math.min(mostGap, Math.max(leastGap, radius / 2.5));
  const middle = top + height / 2;
  const start = drawsAtEnd(field) ? 1 : 0;
  for (let step = start; step <= mostSteps; step += 1) {
    const inset = gap + step * (size + leastGap);
    if (inset + size > width - size) break;
    const x = isRtl ? left + inset : right - inset - size;
    if (!isTaken(field, host, x + size / 2, middle)) return { left: x, top: middle - size / 2 };
  }
  return null;
}
