import { describe, expect, it } from 'vitest';
import { FakeRelay } from '../../test/fake-relay.ts';
import { createStorage, minute, start } from '../../test/storage-fixture.ts';
import { createContact } from './contact.ts';
import { createPairing } from './pairing.ts';
import { relayClients } from './relay-clients.ts';

const code = 'abcdefghijklmnopqrstuvwxyz';
const url = 'https://relay.example';
const waiting = { url, code, tabId: 7 };

function startWaiting() {
  const relay = new FakeRelay();
  relay.pairingCodes.add(code);
  const storage = createStorage();
  const world = { mayReach: false, now: start };
  const mayReach = async () => world.mayReach;
  const now = () => world.now;
  const contact = createContact({ relay: storage.relay, mayReach, now, random: () => 1 });
  const clientFor = relayClients(relay.fetch);
  const onInboxes = async () => {};
  const version = '0.1.0';
  const open = () =>
    createPairing({ storage, contact, clientFor, mayReach, now, onInboxes, version });
  const settings = () => storage.relay.readSettings();
  return { relay, world, storage, open, settings, pairing: open() };
}

describe('a pairing that waits for its host', () => {
  it('goes on once the host is allowed, also in another life of the worker', async () => {
    const { pairing, world, storage, open, settings } = startWaiting();
    await pairing.waitForHost(waiting);
    world.mayReach = true;
    const resumed = await open().resume();
    expect(resumed).toMatchObject({ pairing: waiting, answer: { ok: true, url } });
    expect(await settings()).toMatchObject({ url, accessToken: 'access' });
    expect([...storage.session.items]).toEqual([]);
  });

  it.each(['the worker', 'the popup'])('uses its code once, though %s is first', async (first) => {
    const { pairing, world, relay } = startWaiting();
    await pairing.waitForHost(waiting);
    world.mayReach = true;
    const ways = [() => pairing.resume(), () => pairing.pair(url, code)];
    if (first === 'the popup') ways.reverse();
    const answers = await Promise.all(ways.map((way) => way()));
    expect(answers).toContainEqual(expect.objectContaining({ ok: true, url }));
    expect(relay.count('/v1/pair')).toBe(1);
  });

  it('is forgotten when the answer is no', async () => {
    const { pairing, world, relay } = startWaiting();
    await pairing.waitForHost(waiting);
    await pairing.waitForHost(null);
    world.mayReach = true;
    expect(await pairing.resume()).toBeNull();
    expect(relay.calls).toEqual([]);
  });

  it('waits no longer than its code is good, and never on disk', async () => {
    const { pairing, world, storage } = startWaiting();
    await pairing.waitForHost(waiting);
    expect(await storage.disk()).not.toContain(code);
    world.now += 10 * minute;
    expect(await pairing.resume()).toBeNull();
  });

  it('does not come back with the next link', async () => {
    const { pairing, world } = startWaiting();
    await pairing.waitForHost(waiting);
    world.mayReach = true;
    await pairing.resume();
    expect(await pairing.pair(url, code)).toMatchObject({ ok: true });
    expect(await pairing.pair(url, code)).toMatchObject({ trouble: 'pair-code-invalid' });
  });
});
