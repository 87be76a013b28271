import { afterEach, beforeEach, describe } from 'vitest';
import type { InboxRecord, NewMessage, Publisher, Store } from '../src/core/ports.ts';
import { describeChanges } from './store-suite-changes.ts';
import { describeInboxes } from './store-suite-inboxes.ts';
import { describeLoad } from './store-suite-load.ts';
import { describeMessages } from './store-suite-messages.ts';
import { describePublisher } from './store-suite-publisher.ts';
import { AMPLE, analysed, sampleInbox, sampleMessage } from './store-samples.ts';

/** A store of one kind on real storage of its own, and what a test does to it from outside. */
export interface StoreHarness {
  readonly store: Store;
  readonly publisher: Publisher;
  /** A second relay's publisher on the same storage; the same one where there is only one process. */
  readonly otherPublisher: Publisher;
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

function settingOf(clock: TestClock, current: () => StoreHarness): Setting {
  const setting: Setting = {
    clock,
    get harness() {
      return current();
    },
    get store() {
      return current().store;
    },
    async open(other) {
      const inbox = sampleInbox(clock.now, other);
      await setting.store.createInbox(inbox);
      return inbox;
    },
    async save(inbox, raw) {
      const message = sampleMessage(clock.now, raw);
      const saved = await setting.store.saveMessage(inbox.id, message, AMPLE);
      if (!saved.ok) throw new Error(saved.code);
      return message;
    },
    async deliver(inbox, update) {
      const message = await setting.save(inbox);
      await setting.store.publishMessage(inbox.id, message.id, analysed(update));
      return message;
    },
  };
  return setting;
}

/** The contract that every store keeps. `makeHarness` gives an empty one. */
export function describeStore(
  name: string,
  makeHarness: (clock: () => number) => Promise<StoreHarness>,
): void {
  describe(name, () => {
    let harness: StoreHarness | undefined;
    const clock: TestClock = { now: 0 };
    beforeEach(async () => {
      // Redis removes keys by its own clock, so the test's clock starts where that one stands.
      clock.now = Date.now();
      harness = await makeHarness(() => clock.now);
    });
    afterEach(async () => {
      await harness?.dispose();
      harness = undefined;
    });
    const setting = settingOf(clock, () => {
      if (harness === undefined) throw new Error('no harness outside a test');
      return harness;
    });
    describeInboxes(setting);
    describeMessages(setting);
    describeChanges(setting);
    describeLoad(setting);
    describePublisher(setting);
  });
}
