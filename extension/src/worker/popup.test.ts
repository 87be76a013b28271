import { describe, expect, it } from 'vitest';
import { popupIsOpen } from './popup.ts';

/** A browser in which pages of these kinds are open. */
const withOpen = (...kinds: string[]) => ({
  getContexts: async ({ contextTypes }: { contextTypes: readonly string[] }) =>
    kinds.filter((kind) => contextTypes.includes(kind)).map((contextType) => ({ contextType })),
});

describe('popupIsOpen', () => {
  it.each(['POPUP', 'SIDE_PANEL'])('is true with a %s', async (kind) => {
    expect(await popupIsOpen(withOpen('BACKGROUND', kind))).toBe(true);
  });

  it('is false with the settings alone', async () => {
    expect(await popupIsOpen(withOpen('BACKGROUND', 'TAB', 'OFFSCREEN_DOCUMENT'))).toBe(false);
  });
});
