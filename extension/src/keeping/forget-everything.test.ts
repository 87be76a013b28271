import { describe, expect, it } from 'vitest';
import { inboxOf, messageId, messageOf, start } from '../../test/storage-fixture.ts';
import { WaitingFixture } from '../../test/waiting-fixture.ts';
import { relayClients } from '../inbox/relay-clients.ts';
import type { OwnInbox } from '../storage/model.ts';
import { forgetEverything } from './forget-everything.ts';

const idOf = (letter: string) => `${letter.repeat(16)}-${'0'.repeat(16)}`;
const anna = inboxOf();
const otto = inboxOf({ id: idOf('d'), token: 'token-b', address: 'otto@mayfly.test' });
const hidden = inboxOf({
  ...otto,
  id: idOf('p'),
  token: 'token-p',
  address: 'hidden@mayfly.test',
  isPrivate: true,
});
const over = inboxOf({ id: idOf('e'), token: 'token-e', ended: true });

async function startForgetting(inboxes: OwnInbox[]) {
  const fixture = new WaitingFixture();
  for (const inbox of inboxes) await fixture.open(inbox);
  const { storage, contact, relay } = fixture;
  const waiting = fixture.createWaiting();
  const cleared: string[][] = [];
  const progress: number[] = [];
  const deps = {
    actions: {
      storage,
      contact,
      clientFor: relayClients(relay.fetch),
      onInboxes: () => waiting.restart(),
      onMessage: async () => {},
    },
    waiting,
    now: () => start,
    onProgress: async () => void progress.push((await storage.secrets.listInboxes()).length),
    clearBrowser: async (all: readonly OwnInbox[]) => void cleared.push(all.map(({ id }) => id)),
  };
  const forget = (atRelay: boolean) => forgetEverything(deps, atRelay);
  const remains = async () => [
    ...(await storage.indexedDB.databases()),
    ...storage.local.items,
    ...storage.session.items,
  ];
  return { fixture, storage, relay, waiting, forget, remains, cleared, progress };
}

const answered = (left: string[]) => ({ ok: true, left });

describe('forgetting everything', () => {
  it('deletes each living address at its relay, tells how many are left, and leaves nothing', async () => {
    const world = await startForgetting([anna, otto, hidden, over]);
    expect(await world.forget(true)).toEqual(answered([]));
    expect(world.relay.inboxes.map(({ id }) => id)).toEqual([over.id]);
    expect(world.progress).toEqual([3, 2, 1]);
    expect(world.cleared).toEqual([[over.id]]);
    expect(await world.remains()).toEqual([]);
  });

  it('leaves the relay alone when it is to', async () => {
    const world = await startForgetting([anna, hidden]);
    expect(await world.forget(false)).toEqual(answered([]));
    expect(world.relay.calls).toEqual([]);
    expect(world.cleared).toEqual([expect.arrayContaining([anna.id, hidden.id])]);
    expect(await world.remains()).toEqual([]);
  });

  it('takes an address that the relay has forgotten for deleted', async () => {
    const world = await startForgetting([anna]);
    world.relay.end(anna.id);
    expect(await world.forget(true)).toEqual(answered([]));
  });
});

describe('when a relay does not do it', () => {
  it('names what is left, asks a silent relay once, and forgets nothing else', async () => {
    const world = await startForgetting([anna, otto]);
    world.relay.down = true;
    await world.storage.sites.setOff('shop.example', true);
    const answer = await world.forget(true);
    expect('left' in answer && answer.left.toSorted()).toEqual([anna.address, otto.address]);
    expect(world.relay.calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    expect(await world.storage.secrets.listInboxes()).toHaveLength(2);
    expect(await world.storage.sites.readOff()).toEqual(['shop.example']);
    expect(world.cleared).toEqual([]);
    expect(await world.forget(false)).toEqual(answered([]));
    expect(await world.remains()).toEqual([]);
  });

  it('goes on with the others when it refuses one', async () => {
    const world = await startForgetting([anna, otto]);
    world.relay.refusals.set(`/v1/inboxes/${anna.id}`, 'rate-limited');
    expect(await world.forget(true)).toEqual(answered([anna.address]));
    expect(world.relay.inboxes.map(({ id }) => id)).toEqual([anna.id]);
  });

  it('goes on waiting for mail to what is left', async () => {
    const world = await startForgetting([anna]);
    world.relay.refusals.set(`/v1/inboxes/${anna.id}`, 'rate-limited');
    await world.forget(true);
    await expect.poll(() => world.relay.held).toBe(1);
    await world.waiting.stop();
  });
});

describe('waiting for mail while everything is forgotten', () => {
  it('ends, sets no alarm and writes nothing back', async () => {
    const world = await startForgetting([anna, hidden]);
    await world.waiting.resume();
    await expect.poll(() => world.relay.held).toBe(2);
    await world.forget(false);
    expect(world.relay.held).toBe(0);
    world.relay.deliver(anna.id, messageOf(1));
    await world.waiting.resume();
    expect(await world.remains()).toEqual([]);
    expect(world.fixture.alarms.size).toBe(0);
    expect(world.fixture.faults).toEqual([]);
  });

  it('has finished what it was writing when the forgetting begins', async () => {
    const world = await startForgetting([anna]);
    await world.waiting.resume();
    await expect.poll(() => world.relay.held).toBe(1);
    // The answer is on its way to storage at the very moment.
    world.relay.deliver(anna.id, messageOf(1));
    await world.forget(false);
    expect(await world.remains()).toEqual([]);
    const asked = world.relay.calls.length;
    await world.waiting.resume();
    expect(world.relay.calls).toHaveLength(asked);
    expect(await world.storage.secrets.readMessage(anna.id, messageId(1))).toBeNull();
  });
});
