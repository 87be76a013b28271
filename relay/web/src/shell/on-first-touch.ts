const signs = ['pointerover', 'pointerdown', 'keydown'] as const;

/** Calls back once, when a person begins to use the page: some moments before the first click. */
export function onFirstTouch(page: Pick<EventTarget, 'addEventListener'>, begin: () => void): void {
  const signal = new AbortController();
  const begun = () => {
    signal.abort();
    begin();
  };
  for (const sign of signs)
    page.addEventListener(sign, begun, { signal: signal.signal, passive: true });
}
