import { items, readItem, type StorageAreas, writeItem } from './items.ts';
import type { Exclusively } from './private-mail.ts';

/** What the person has said about single sites. */
export interface SiteStore {
  /** Sites without icons in their fields, in the order of the alphabet. */
  readOff(): Promise<readonly string[]>;
  setOff(site: string, isOff: boolean): Promise<void>;
  /** Adds these to those that are off. */
  addOff(sites: readonly string[]): Promise<void>;
}

export function createSiteStore(areas: StorageAreas, exclusively: Exclusively): SiteStore {
  const readOff = () => readItem(areas, items.offSites);
  const change = (work: (old: readonly string[]) => readonly string[]) =>
    exclusively(async () => writeItem(areas, items.offSites, work(await readOff())));
  const addOff = (sites: readonly string[]) =>
    change((old) => [...new Set([...old, ...sites])].toSorted());
  return {
    readOff,
    addOff,
    setOff: (site, isOff) =>
      isOff ? addOff([site]) : change((old) => old.filter((other) => other !== site)),
  };
}
