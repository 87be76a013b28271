import { expect, test, vi } from 'vitest';
import { RelayError } from '../src/core/errors.ts';
import type { ResourceProbes } from '../src/core/shortage.ts';
import { openInbox, startRelay } from './harness.ts';
import { connectSmtp } from './smtp-client.ts';

// Room for a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** A relay whose resources are what the test says, and that looks when the test says so. */
async function startShort() {
  const now: { memory: number; free: number; store: RelayError | null } = {
    memory: 0,
    free: 1e12,
    store: null,
  };
  const probes: ResourceProbes = {
    memory: () => now.memory,
    relieveMemory: () => undefined,
    freeDiskBytes: () => Promise.resolve(now.free),
    checkStore: async () => {
      if (now.store !== null) throw now.store;
    },
  };
  const looks: (() => void)[] = [];
  let time = Date.now();
  const relay = await startRelay({
    probes,
    clock: () => time,
    every: (milliseconds, run) => {
      if (milliseconds === 2000) looks.push(run);
      return () => undefined;
    },
  });
  const look = async () => {
    time += 10_000;
    for (const run of looks) run();
    // The look at the disk and the store is under way.
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { now, relay, look };
}

test.each([
  ['memory', { memory: 0.95 }, '451 4.3.2', 'overloaded'],
  ['disk', { free: 1000 }, '452 4.3.1', 'storage-full'],
  ['the store', { store: new RelayError('storage-full') }, '452 4.3.1', 'storage-full'],
  ['a store', { store: new RelayError('store-unavailable') }, '451 4.3.0', 'store-unavailable'],
])(
  'without %s nothing new is taken in, what is there can be read, and it ends by itself',
  async (_what, short, reply, code) => {
    const { now, relay: started, look } = await startShort();
    await using relay = started;
    const { inbox, client } = await openInbox(relay);
    const smtp = await connectSmtp(relay.smtpPort);
    await smtp.readReply();
    await smtp.ask('EHLO client.example');
    const before = { ...now };

    Object.assign(now, short);
    await look();
    const refused = await smtp.ask('MAIL FROM:<shop@fern.example>');
    expect(refused.lines[0]?.slice(0, 9)).toBe(reply);
    const making = await fetch(`${relay.url}/v1/inboxes`, { method: 'POST' });
    expect([making.status, await making.json()]).toMatchObject([503, { code }]);
    expect(Number(making.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await client.listMessages(inbox.id)).items).toEqual([]);
    expect(relay.log.join('')).toContain(`"event":"shortage-changed"`);

    Object.assign(now, before);
    await look();
    expect((await smtp.ask('MAIL FROM:<shop@fern.example>')).code).toBe(250);
    expect((await relay.client.createInbox()).address).toContain('@');
    smtp.close();
  },
);

test('the real resources of a test machine are enough', async () => {
  await using relay = await startRelay();
  const { inbox } = await openInbox(relay);
  await relay.send(inbox.address);
});
