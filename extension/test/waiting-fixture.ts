import { createContact } from '../src/inbox/contact.ts';
import { relayClients } from '../src/inbox/relay-clients.ts';
import type { TurnResult } from '../src/inbox/turn.ts';
import { createWaiting } from '../src/inbox/waiting.ts';
import type { OwnInbox } from '../src/storage/model.ts';
import { FakeRelay } from './fake-relay.ts';
import { createStorage, start } from './storage-fixture.ts';

/** Everything that waiting needs, with a clock that stands until it is set and pauses that a test ends. */
export class WaitingFixture {
  readonly relay = new FakeRelay();
  readonly storage = createStorage();
  readonly results: TurnResult[] = [];
  readonly faults: unknown[] = [];
  readonly alarms = new Map<string, { when: number; periodInMinutes: number }>();
  readonly #pauses: { ms: number; end: () => void }[] = [];
  readonly #heard: (() => void)[] = [];
  now = start;

  readonly contact = createContact({
    relay: this.storage.relay,
    mayReach: async () => true,
    now: () => this.now,
    random: () => 1,
  });

  /** A worker's waiting; another one is what a later life of the worker has. */
  createWaiting() {
    return createWaiting({
      storage: this.storage,
      contact: this.contact,
      clientFor: relayClients(this.relay.fetch),
      alarms: {
        create: (name, info) => void this.alarms.set(name, info),
        clear: async (name) => this.alarms.delete(name),
      },
      now: () => this.now,
      pause: (ms, signal) => this.#pause(ms, signal),
      onResult: async (result) => {
        this.results.push(result);
        for (const hear of this.#heard.splice(0)) hear();
      },
      onFault: (error) => this.faults.push(error),
    });
  }

  /** Makes an inbox at the relay and in storage. */
  async open(inbox: OwnInbox): Promise<OwnInbox> {
    this.relay.open(inbox.address, inbox.token, inbox.id);
    await this.storage.secrets.edit(inbox.isPrivate, (mail) => mail.putInbox(inbox));
    return inbox;
  }

  #pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.#pauses.push({ ms, end: resolve });
      signal.addEventListener('abort', () => resolve());
    });
  }

  get pauses(): readonly number[] {
    return this.#pauses.map(({ ms }) => ms);
  }

  /** Lets the pauses that wait now pass, and the clock with them. */
  endPauses(): void {
    for (const { ms, end } of this.#pauses.splice(0)) {
      this.now += ms;
      end();
    }
  }

  /** The ids of the messages that are stored. */
  async messages(inbox: OwnInbox): Promise<string[]> {
    return (await this.storage.secrets.listMessages(inbox.id)).map((own) => own.id);
  }
}
