interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
const tracking: VisibilityInit = { trackVisibility: true, delay: 100 };

/**
 * Tells whether something is drawn above a host, even what lets clicks through to it (Intersection Observer v2, in
 * Chrome alone; elsewhere the answer is no). Ends with the host.
 */
export function watchCover(host: HTMLElement): () => boolean {
  let isCovered = false;
  const observer = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last !== undefined && 'isVisible' in last)
      isCovered = last.isIntersecting && last.isVisible === false;
  }, tracking);
  if ('trackVisibility' in observer) observer.observe(host);
  return () => isCovered;
}
