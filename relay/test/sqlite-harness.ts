import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalCounter } from '../src/core/local-counter.ts';
import type { Clock, Store } from '../src/core/ports.ts';
import { createLocalPublisher } from '../src/store/local-publisher.ts';
import { createSqliteStore } from '../src/store/sqlite.ts';
import type { StoreHarness } from './store-setting.ts';

const FILE = 'mayfly.db';

/** A database in a folder of its own below `root`. */
export async function sqliteHarness(clock: Clock): Promise<StoreHarness> {
  const root = await mkdtemp(join(tmpdir(), 'mayfly-sqlite-'));
  let folder = join(root, '0');
  let opened = 0;
  const open = (): Promise<Store> => createSqliteStore({ path: join(folder, FILE), clock });
  let store = await open();
  const publisher = createLocalPublisher();
  const counter = new LocalCounter(clock);
  return {
    get store() {
      return store;
    },
    publisher,
    otherPublisher: publisher,
    counter,
    otherCounter: counter,
    async reopen() {
      await store.close();
      store = await open();
    },
    async crash() {
      // The files as a killed process would leave them: without the shared memory, and with the WAL as it stands.
      const left = join(root, String(++opened));
      await cp(folder, left, { recursive: true, filter: (path) => !path.endsWith('-shm') });
      await store.close();
      folder = left;
      store = await open();
    },
    async filesContain(octets) {
      const names = await readdir(folder);
      const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
      return files.some((file) => file.includes(Buffer.from(octets)));
    },
    async dispose() {
      await store.close();
      await rm(root, { recursive: true });
    },
  };
}
