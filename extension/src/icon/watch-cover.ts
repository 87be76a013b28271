interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
const tracking: VisibilityInit = { trackVisibility: true, delay: 100 };

/** For less than this the browser may just not know better: in a page's first moments it says that nothing is seen. */
const longMs = 600;
/** A cover that goes away under the finger has been there. */
const afterMs = 500;
/** The browser looks anew when it draws; a page that rests has to be asked, for some seconds. */
const askAgainMs = 250;
const mostAsked = 20;

/**
 * Tells whether something has been drawn above a host, even what lets clicks through to it (Intersection Observer v2, in
 * Chrome alone; elsewhere the answer is no). Ends with the host.
 */
export function watchCover(host: HTMLElement): () => boolean {
  let coveredSince: number | null = null;
  let uncoveredAt = Number.NEGATIVE_INFINITY;
  let asked = 0;
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last === undefined || !('isVisible' in last)) return;
    const now = performance.now();
    if (!last.isIntersecting || last.isVisible === true) {
      if (coveredSince !== null && now - coveredSince > longMs) uncoveredAt = now;
      [coveredSince, asked] = [null, 0];
      return;
    }
    coveredSince ??= now;
    if (asked < mostAsked) setTimeout(askAgain, askAgainMs);
  }, tracking);
  const askAgain = (): void => {
    asked += 1;
    observer.unobserve(host);
    if (host.isConnected) observer.observe(host);
  };
  if ('trackVisibility' in observer) {
    observer.observe(host);
    host.addEventListener('pointerenter', askAgain);
  }
  return () => {
    const now = performance.now();
    return (coveredSince !== null && now - coveredSince > longMs) || now - uncoveredAt < afterMs;
  };
}
