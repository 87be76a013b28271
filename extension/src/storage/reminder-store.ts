import { items, readItem, type StorageAreas, writeItem } from './items.ts';

/** When the person may be reminded to save their addresses to a file. */
export interface ReminderStore {
  /** No reminder before that time. */
  readRestsUntil(): Promise<number>;
  /** The addresses were saved to a file. */
  saved(now: number): Promise<void>;
  /** The person does not want to hear of it for a while. */
  dismissed(now: number): Promise<void>;
}

const restMs = 30 * 24 * 60 * 60_000;

export function createReminderStore(areas: StorageAreas): ReminderStore {
  return {
    readRestsUntil: async () =>
      Math.max(
        (await readItem(areas, items.lastExportAt)) + restMs,
        await readItem(areas, items.reminderHiddenUntil),
      ),
    saved: (now) => writeItem(areas, items.lastExportAt, now),
    dismissed: (now) => writeItem(areas, items.reminderHiddenUntil, now + restMs),
  };
}
