import { describe, expect, it } from 'vitest';
import { panelOpener } from './side-panel.ts';

const runtime = {};

describe('panelOpener', () => {
  it('opens the side panel of the window in Chrome', async () => {
    const opened: unknown[] = [];
    const sidePanel = { open: async (options: { windowId: number }) => void opened.push(options) };
    await panelOpener({ runtime, sidePanel })?.(3);
    expect(opened).toEqual([{ windowId: 3 }]);
  });

  it('opens the sidebar in Firefox, within the click', () => {
    let opened = 0;
    const sidebarAction = { open: async () => void (opened += 1) };
    void panelOpener({ runtime, sidebarAction })?.(3);
    expect(opened).toBe(1);
  });

  it('is null where the browser has neither', () => {
    expect(panelOpener({ runtime })).toBeNull();
  });
});
