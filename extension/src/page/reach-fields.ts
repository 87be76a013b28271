/** A page with more elements with a shadow root than this is searched no further. */
const mostRoots = 200;

type Root = Document | ShadowRoot;

/** The shadow root of an element, where the browser lets an extension see closed ones, too. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

/** By name: elements of frames are of another realm. */
const isFrame = (element: Element): element is HTMLIFrameElement => element.localName === 'iframe';

/** The document of a frame of the same origin, or an element's shadow root; null for all else. */
function innerRoot(element: Element, shadowOf: ShadowOf, intoFrames = true): Root | null {
  if (!isFrame(element)) return shadowOf(element);
  if (!intoFrames) return null;
  try {
    return element.contentDocument;
  } catch {
    return null;
  }
}

/** The document, the shadow roots in it, and the documents of its frames of the same origin, and so on inwards. */
export function reachableRoots(page: Document, shadowOf: ShadowOf, intoFrames: boolean): Root[] {
  const roots: Root[] = [page];
  for (let next = 0; next < roots.length && roots.length < mostRoots; next += 1) {
    for (const element of roots[next]?.querySelectorAll('*') ?? []) {
      const inner = innerRoot(element, shadowOf, intoFrames);
      if (inner !== null) roots.push(inner);
    }
  }
  return roots;
}

/** The element that has the focus, also within shadow roots and frames of the same origin. */
export function focusedElement(page: Document, shadowOf: ShadowOf): Element | null {
  let focused = page.activeElement;
  for (;;) {
    if (focused === null) return null;
    const deeper: Element | null = innerRoot(focused, shadowOf)?.activeElement ?? null;
    if (deeper === null) return focused;
    focused = deeper;
  }
}
