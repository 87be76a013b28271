interface VisibilityInit extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
const tracking: VisibilityInit = { trackVisibility: true, delay: 100 };

/** In a page's first moments the browser says that nothing is seen: it is asked again. */
const mostAsked = 4;
const askAgainMs = 200;
/** A page that draws no frame gets no answer. */
const noAnswerMs = 500;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Whether a host is drawn with nothing above it; null where the browser does not tell. */
function look(host: HTMLElement): Promise<boolean | null> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      observer.disconnect();
      resolve(last !== undefined && 'isVisible' in last ? last.isVisible === true : null);
    }, tracking);
    if (!('trackVisibility' in observer)) return resolve(null);
    observer.observe(host);
    setTimeout(() => {
      observer.disconnect();
      resolve(null);
    }, noAnswerMs);
  });
}

/**
 * Whether something is drawn above a host, even what lets clicks through to it (Intersection Observer v2, in Chrome
 * alone; elsewhere the answer is no). Asked at a click only: to be told all the time costs a busy page two per cent.
 * A covered host comes to the top, so that the person sees it before the next click.
 */
export async function isCovered(host: HTMLElement): Promise<boolean> {
  for (let asked = 0; asked < mostAsked; asked += 1) {
    if ((await look(host)) !== false) return false;
    await pause(askAgainMs);
  }
  host.hidePopover();
  host.showPopover();
  return true;
}
