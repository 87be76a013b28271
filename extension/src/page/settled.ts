/** A turn of the event loop that no browser delays in a page that cannot be seen, unlike timers and frames. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function frame(view: Window): Promise<void> {
  return new Promise((resolve) => view.requestAnimationFrame(() => resolve()));
}

/** Resolves when the page has had the chance to act on an event and to show it. */
export async function settled(page: Document): Promise<void> {
  await macrotask();
  const view = page.defaultView;
  // A hidden page draws no frames.
  if (view === null || page.visibilityState === 'hidden') return macrotask();
  await frame(view);
  await frame(view);
}
