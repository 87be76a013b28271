import { afterEach, beforeEach, describe } from 'vitest';
import type { StoreHarness, Setting, TestClock } from './store-setting.ts';
import { describeArrivals } from './store-suite-arrivals.ts';
import { describeChanges } from './store-suite-changes.ts';
import { describeCounter } from './store-suite-counter.ts';
import { describeErasure } from './store-suite-erasure.ts';
import { describeInboxes } from './store-suite-inboxes.ts';
import { describeJobs } from './store-suite-jobs.ts';
import { describeLoad } from './store-suite-load.ts';
import { describeMessages } from './store-suite-messages.ts';
import { describeOperator } from './store-suite-operator.ts';
import { describePairings } from './store-suite-pairings.ts';
import { describePublisher } from './store-suite-publisher.ts';
import { AMPLE, analysed, sampleInbox, sampleMessage } from './store-samples.ts';

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
  // Real disks are slow when others use them too.
  describe(name, { timeout: 30_000 }, () => {
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
    describeArrivals(setting);
    describeErasure(setting);
    describeChanges(setting);
    describeJobs(setting);
    describeLoad(setting);
    describePairings(setting);
    describePublisher(setting);
    describeOperator(setting);
    describeCounter(setting);
  });
}
