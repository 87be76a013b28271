/** After a look the next one waits this many times as long as it took, and at least so long: a hundredth of the time. */
const restShare = 100;
const leastRestMs = 250;

/**
 * Calls `look` now and after changes of a page, seldom enough to cost about a hundredth of its time, however often it
 * changes. One timer at a time, and only behind a change. Returns what ends it.
 */
export function watchPage(page: Document, look: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;
  const run = (): void => {
    timer = undefined;
    const started = performance.now();
    look();
    const ended = performance.now();
    notBefore = ended + Math.max(leastRestMs, restShare * (ended - started));
  };
  const changed = (): void => {
    timer ??= setTimeout(run, Math.max(0, notBefore - performance.now()));
  };
  const observer = new MutationObserver(changed);
  observer.observe(page, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['type', 'hidden', 'disabled', 'readonly', 'open', 'autocomplete'],
  });
  // Fields in shadow roots, and those that a style makes visible, change nothing that is observed.
  page.addEventListener('focusin', changed, true);
  page.addEventListener('transitionend', changed, true);
  run();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    page.removeEventListener('focusin', changed, true);
    page.removeEventListener('transitionend', changed, true);
  };
}
