import { browser } from 'wxt/browser';
import { forgetStorage } from './forget-storage.ts';
import type { StorageAreas } from './items.ts';
import { createPairingStore, type PairingStore } from './pairing-store.ts';
import type { Exclusively } from './private-mail.ts';
import { createRelayStore, type RelayStore } from './relay-store.ts';
import { createReminderStore, type ReminderStore } from './reminder-store.ts';
import { createSecrets, type Secrets } from './secrets.ts';
import { createSiteStore, type SiteStore } from './site-store.ts';

/** Everything the extension remembers. Holds no state of its own: any page and the worker may open it at any time. */
export interface Storage {
  readonly secrets: Secrets;
  readonly relay: RelayStore;
  readonly sites: SiteStore;
  readonly reminder: ReminderStore;
  readonly pairing: PairingStore;
  /** Nothing of all this is left then. */
  forget(): Promise<void>;
}

const lock =
  (name: string): Exclusively =>
  (work) =>
    // The type of the platform's promise does not follow an asynchronous callback.
    navigator.locks.request(name, work);

/** The storage of this browser. */
export function openStorage(): Storage {
  const areas: StorageAreas = browser.storage;
  const secrets = createSecrets({
    indexedDB: globalThis.indexedDB,
    memory: areas.session,
    exclusively: lock('private'),
  });
  return {
    secrets,
    relay: createRelayStore(areas, secrets, lock('contacts')),
    sites: createSiteStore(areas, lock('sites')),
    reminder: createReminderStore(areas),
    pairing: createPairingStore(areas, lock('pairing')),
    forget: () => forgetStorage(globalThis.indexedDB, areas),
  };
}
