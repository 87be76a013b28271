import type { Contact } from '../storage/items.ts';
import type { OwnInbox } from '../storage/model.ts';

const minute = 60_000;

/** How long the worker waits with an open request after an address was used. */
export const hotMs = 10 * minute;
/** An inbox counts as living this long past its end: the clocks of browser and relay differ. */
export const clockSlackMs = minute;

/** When an inbox that is no longer hot is looked at: minutes after it was; then every hour. */
const lookMinutes = [1, 5, 15, 30, 60];
const laterMinutes = 60;

export const isLiving = (inbox: OwnInbox, now: number) =>
  !inbox.ended && inbox.expiresAt + clockSlackMs > now;

export const isHot = (inbox: OwnInbox, now: number) => isLiving(inbox, now) && inbox.hotUntil > now;

function nextLook(inbox: OwnInbox, now: number): number {
  const passed = (now - inbox.hotUntil) / minute;
  const next =
    lookMinutes.find((at) => at > passed) ?? Math.ceil((passed + 1) / laterMinutes) * laterMinutes;
  // At its end there is still something to do: its mail goes.
  return Math.min(inbox.hotUntil + next * minute, inbox.expiresAt + clockSlackMs);
}

/**
 * When the worker must be woken next; null when nothing lives. While an inbox is hot that is each minute: the worker
 * then has an open request all the time, and the alarm brings it back when the browser ended it.
 */
export function nextWake(
  inboxes: readonly OwnInbox[],
  contactOf: (relayUrl: string) => Contact | undefined,
  now: number,
): number | null {
  const times = inboxes
    .filter((inbox) => isLiving(inbox, now))
    .map((inbox) => {
      const due = isHot(inbox, now) ? now + minute : nextLook(inbox, now);
      const nextTryAt = contactOf(inbox.relayUrl)?.nextTryAt ?? null;
      // A relay in trouble is not asked before its time, and not left alone longer than the backoff says.
      return nextTryAt === null ? due : Math.max(nextTryAt, now);
    });
  return times.length === 0 ? null : Math.min(...times);
}

const firstRetryMs = 1000;
const longestRetryMs = 5 * minute;

/** When to ask a relay again after it failed; doubles, and half of it is chance, so that clients do not come together. */
export function retryAfter(failures: number, random: number): number {
  const full = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(failures, 20));
  return full / 2 + (full / 2) * random;
}
