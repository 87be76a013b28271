/** How a message travels: its name, and what it carries. Scripts in pages use it, so no library stands behind it. */
export interface Envelope {
  readonly mayfly: 1;
  readonly name: string;
  readonly payload: unknown;
}

export const wrap = (name: string, payload: unknown): Envelope => ({ mayfly: 1, name, payload });
