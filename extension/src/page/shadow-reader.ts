import type { ShadowOf } from './reach-fields.ts';

/** Chrome's way to a closed shadow root; Firefox has a property on the element. */
interface ChromeDom {
  readonly dom?: { openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null };
}

/** Reads an element's shadow root, also a closed one: the browsers open those to extensions alone. */
export function shadowReader(browser: ChromeDom): ShadowOf {
  const viaChrome = browser.dom?.openOrClosedShadowRoot;
  return (element) => {
    if (
      'openOrClosedShadowRoot' in element &&
      element.openOrClosedShadowRoot instanceof ShadowRoot
    ) {
      return element.openOrClosedShadowRoot;
    }
    // Chrome throws at elements that are not of this frame or not HTML.
    if (viaChrome !== undefined && element instanceof HTMLElement) return viaChrome(element);
    return element.shadowRoot;
  };
}
