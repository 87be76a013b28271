import { items, readItem, type StorageAreas, writeItem } from './items.ts';
import type { Exclusively } from './private-mail.ts';

/** What the person has said about single sites. */
export interface SiteStore {
  /** Sites without icons in their fields, in the order of the alphabet. */
  readOff(): Promise<readonly string[]>;
  setOff(site: string, isOff: boolean): Promise<void>;
}

export function createSiteStore(areas: StorageAreas, exclusively: Exclusively): SiteStore {
  const readOff = () => readItem(areas, items.offSites);
  return {
    readOff,
    setOff: (site, isOff) =>
      exclusively(async () => {
        const others = (await readOff()).filter((other) => other !== site);
        await writeItem(areas, items.offSites, isOff ? [...others, site].toSorted() : others);
      }),
  };
}
