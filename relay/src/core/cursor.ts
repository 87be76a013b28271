import { type Cursor, cursorSchema } from '@mayfly/shared/contract/message';
import type { InboxId } from '@mayfly/shared/contract/inbox';

/**
 * A place in an inbox's count of changes. While a long list is read page by page, `since` stays where that began:
 * what came after it is still new to this reader, though later pages begin further on.
 */
export interface CursorPlace {
  readonly seq: number;
  readonly since: number;
}

export const startOfInbox: CursorPlace = { seq: 0, since: 0 };

const digits = 9;

/** The random half of the id tells inboxes apart; a part of it is enough to notice a mix-up. */
function inboxMark(id: InboxId): string {
  return id.slice(-8);
}

function encodeNumber(n: number): string {
  return n.toString(36).padStart(digits, '0');
}

export function encodeCursor(id: InboxId, place: CursorPlace): Cursor {
  const since = place.since === place.seq ? '' : encodeNumber(place.since);
  return cursorSchema.parse(`1${inboxMark(id)}${encodeNumber(place.seq)}${since}`);
}

/** Null for the cursor of another inbox, or what is no cursor at all. */
export function decodeCursor(id: InboxId, cursor: string): CursorPlace | null {
  const match = /^1([a-z0-9]{8})([a-z0-9]{9})([a-z0-9]{9})?$/.exec(cursor);
  if (match?.[1] !== inboxMark(id)) return null;
  const seq = Number.parseInt(match[2] ?? '', 36);
  const since = match[3] === undefined ? seq : Number.parseInt(match[3], 36);
  return since <= seq ? { seq, since } : null;
}
