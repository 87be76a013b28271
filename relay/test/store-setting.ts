import type { Counter, InboxRecord, NewMessage, Publisher, Store } from '../src/core/ports.ts';
import type { analysed, sampleInbox } from './store-samples.ts';

/** A store of one kind on real storage of its own, and what a test does to it from outside. */
export interface StoreHarness {
  readonly store: Store;
  readonly publisher: Publisher;
  /** A second relay's publisher on the same storage; the same one where there is only one process. */
  readonly otherPublisher: Publisher;
  readonly counter: Counter;
  /** A second relay's; the same one where there is only one process. */
  readonly otherCounter: Counter;
  /** Closes the store and opens it again on what it left. */
  reopen(): Promise<void>;
  /** Kills what keeps the data, without a chance to tidy up, and opens the store on what it left. */
  crash(): Promise<void>;
  /** Whether the octets occur in any file of the storage. */
  filesContain(octets: Uint8Array): Promise<boolean>;
  dispose(): Promise<void>;
}

/** The clock stands still unless a test moves it. */
export interface TestClock {
  now: number;
}

export interface Setting {
  readonly clock: TestClock;
  readonly harness: StoreHarness;
  readonly store: Store;
  /** Makes an inbox of an hour. */
  open(other?: Parameters<typeof sampleInbox>[1]): Promise<InboxRecord>;
  /** Saves a mail to the inbox. */
  save(inbox: InboxRecord, raw?: Uint8Array | string): Promise<NewMessage>;
  /** Saves a mail and makes it visible. */
  deliver(inbox: InboxRecord, update?: Parameters<typeof analysed>[0]): Promise<NewMessage>;
}
