import type { OwnInbox } from '../storage/model.ts';
import { isLiving } from './schedule.ts';

/** Inboxes that are asked for in one request: of one relay, and never those of private windows with others. */
export interface Group {
  readonly key: string;
  readonly relayUrl: string;
  readonly isPrivate: boolean;
  readonly inboxes: readonly OwnInbox[];
}

/** What `/v1/watch` takes at once. */
export const mostWatched = 50;

/** The living inboxes in groups; those used last stand together. */
export function groupInboxes(inboxes: readonly OwnInbox[], now: number): Group[] {
  const living = inboxes
    .filter((inbox) => isLiving(inbox, now))
    .toSorted((a, b) => b.hotUntil - a.hotUntil);
  const byRelay = Map.groupBy(living, (inbox) => `${inbox.isPrivate} ${inbox.relayUrl}`);
  return [...byRelay].flatMap(([relayKey, all]) =>
    Array.from({ length: Math.ceil(all.length / mostWatched) }, (_, part) => {
      const some = all.slice(part * mostWatched, (part + 1) * mostWatched);
      const { relayUrl = '', isPrivate = false } = some[0] ?? {};
      return { key: `${part} ${relayKey}`, relayUrl, isPrivate, inboxes: some };
    }),
  );
}
