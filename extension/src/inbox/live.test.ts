import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inboxOf, messageId, messageOf } from '../../test/storage-fixture.ts';
import { WaitingFixture } from '../../test/waiting-fixture.ts';
import { type LiveDeps, watchLive } from './live.ts';
import { relayClients } from './relay-clients.ts';

const inbox = inboxOf();
let fixture: WaitingFixture;
let page: AbortController;

function startLive() {
  const callbacks = new Set<() => void>();
  let changes = 0;
  const deps: LiveDeps = {
    storage: fixture.storage,
    clientFor: relayClients(fixture.relay.fetch),
    listInboxes: () => fixture.storage.secrets.listInboxes(),
    onStateChanged: (callback) => {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    onChange: () => (changes += 1),
    now: () => fixture.now,
    transport: 'poll',
  };
  const done = watchLive(deps, page.signal);
  const tell = () => callbacks.forEach((callback) => callback());
  return { done, tell, changes: () => changes };
}

const isHeld = () => vi.waitFor(() => expect(fixture.relay.held).toBe(1));

beforeEach(() => {
  fixture = new WaitingFixture();
  page = new AbortController();
});
afterEach(() => {
  page.abort();
});

describe('an open page', () => {
  it('writes what comes, and says so', async () => {
    await fixture.open(inbox);
    const { changes } = startLive();
    await isHeld();
    fixture.relay.deliver(inbox.id, messageOf(1));
    await vi.waitFor(() => expect(changes()).toBeGreaterThan(0));
    expect(await fixture.messages(inbox)).toEqual([messageId(1)]);
    expect((await fixture.storage.secrets.readInbox(inbox.id))?.cursor).toBe('c1');
  });

  it('ends its connection with the page', async () => {
    await fixture.open(inbox);
    const { done } = startLive();
    await isHeld();
    page.abort();
    await done;
    expect(fixture.relay.held).toBe(0);
  });

  it('waits for an inbox that is made later', async () => {
    const { tell } = startLive();
    await fixture.open(inbox);
    await vi.waitFor(() => {
      tell();
      expect(fixture.relay.count('/v1/watch')).toBeGreaterThan(0);
    });
  });

  it('learns that an inbox has ended', async () => {
    await fixture.open(inbox);
    startLive();
    await isHeld();
    fixture.relay.end(inbox.id);
    await vi.waitFor(async () =>
      expect((await fixture.storage.secrets.readInbox(inbox.id))?.ended).toBe(true),
    );
  });
});
