/** What shows a page beside the tabs. Chrome has the one, Firefox the other; some browsers have none. */
interface SideApi {
  readonly runtime: unknown;
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

export type OpenPanel = (windowId: number) => Promise<void>;

/**
 * Opens the side panel of a window; null where there is none. The browser obeys within a click alone: nothing may be
 * awaited before.
 */
export function panelOpener({ sidePanel, sidebarAction }: SideApi): OpenPanel | null {
  if (sidePanel !== undefined) return (windowId) => sidePanel.open({ windowId });
  return sidebarAction === undefined ? null : () => sidebarAction.open();
}
