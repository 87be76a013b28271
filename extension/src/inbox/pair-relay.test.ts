import { describe, expect, it } from 'vitest';
import { accessOf, FakeRelay } from '../../test/fake-relay.ts';
import { createStorage, start } from '../../test/storage-fixture.ts';
import { listAccess } from './accesses.ts';
import { createContact } from './contact.ts';
import { pairRelay } from './pair-relay.ts';
import { relayClients } from './relay-clients.ts';

const code = 'abcdefghijklmnopqrstuvwxyz';

function startPairing(mayReach = true) {
  const relay = new FakeRelay();
  relay.access = 'private';
  relay.pairingCodes.add(code);
  const storage = createStorage();
  const deps = {
    storage,
    clientFor: relayClients(relay.fetch),
    mayReach: async () => mayReach,
    contact: createContact({
      relay: storage.relay,
      mayReach: async () => mayReach,
      now: () => start,
      random: () => 1,
    }),
    onInboxes: async () => {},
    version: '0.1.0',
  };
  const pair = (url = 'https://relay.example/#pair=x') => pairRelay(deps, url, code);
  return { relay, deps, pair, settings: () => storage.relay.readSettings() };
}

describe('pairing', () => {
  it('keeps the relay and the access to it, which then opens the list of who has it', async () => {
    const { deps, pair, settings } = startPairing();
    expect(await listAccess(deps)).toEqual({ ok: false, trouble: 'access-required' });
    expect(await pair()).toEqual({
      ok: true,
      url: 'https://relay.example',
      access: 'private',
      domains: ['mayfly.test'],
    });
    expect(await settings()).toEqual({
      url: 'https://relay.example',
      accessToken: 'access',
      connected: true,
    });
    expect(await listAccess(deps)).toEqual({ ok: true, items: [{ ...accessOf, own: true }] });
  });

  it('does not use the code up at a relay that no longer serves this extension', async () => {
    const { relay, pair } = startPairing();
    relay.oldestExtension = '0.2.0';
    expect(await pair()).toEqual({ ok: false, trouble: 'extension-too-old' });
    expect(relay.pairingCodes).toContain(code);
  });

  it('keeps what was set before when the code is refused', async () => {
    const { pair, settings } = startPairing();
    await pair();
    const again = await pair('https://other.example');
    expect(again).toEqual({ ok: false, trouble: 'pair-code-invalid' });
    expect(await settings()).toMatchObject({ url: 'https://relay.example', accessToken: 'access' });
  });

  it('does not use the code up where something else answers', async () => {
    const { relay, pair } = startPairing();
    relay.refusals.set('/v1/limits', 'route-not-found');
    expect(await pair()).toEqual({ ok: false, trouble: 'not-a-relay' });
    expect(relay.pairingCodes.has(code)).toBe(true);
  });

  it('says nothing to a host that the browser has not allowed', async () => {
    const { relay, pair } = startPairing(false);
    expect(await pair()).toEqual({ ok: false, trouble: 'permission-missing' });
    expect(relay.calls).toEqual([]);
  });
});
