import type { Send } from '../popup/popup-deps.ts';
import type { RelaySettings, RelayState } from '../storage/model.ts';

/** All that the pages about the relay need from the browser and from the rest of the extension. */
export interface SetupDeps {
  readonly readRelaySettings: () => Promise<RelaySettings>;
  readonly readRelayState: () => Promise<RelayState>;
  readonly send: Send;
  readonly onStateChanged: (callback: () => void) => () => void;
  /** Asks the person for a host. Has to be called while their click is handled. */
  readonly requestHost: (pattern: string) => Promise<boolean>;
  readonly hasGrant: () => Promise<boolean>;
  /** Asks the person for all sites. Has to be called while their click is handled. */
  readonly requestGrant: () => Promise<boolean>;
  readonly removeGrant: () => Promise<boolean>;
  /** Sites without icons. */
  readonly readOffSites: () => Promise<readonly string[]>;
  /** The key that fills a fresh address, as the browser names it; null when there is none. */
  readonly fillShortcut: () => Promise<string | null>;
  readonly isFirefox: boolean;
  readonly version: string;
  readonly now: () => number;
}
