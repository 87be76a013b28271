import { dropDatabase } from './database.ts';
import type { StorageAreas } from './items.ts';

/** Removes everything that the extension has stored in this browser, keys that this version does not know included. */
export async function forgetStorage(
  indexedDB: IDBFactory,
  { local, session }: StorageAreas,
): Promise<void> {
  await Promise.all([dropDatabase(indexedDB), local.clear(), session.clear()]);
}
