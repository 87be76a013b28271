import { describe, expect, it } from 'vitest';
import { createStorage } from '../../test/storage-fixture.ts';
import { defaultRelayUrl } from './items.ts';

const good = (at: number) => ({ trouble: null, nextTryAt: null, lastSuccessAt: at, failures: 0 });
const bad = { trouble: 'unreachable', nextTryAt: 5, lastSuccessAt: 1, failures: 1 } as const;

describe('the relay store', () => {
  it('names the relay on this computer until another one is connected', async () => {
    const { relay } = createStorage();
    expect(await relay.readSettings()).toEqual({
      url: defaultRelayUrl,
      connected: false,
      accessToken: null,
    });
    const settings = { url: 'https://mail.example.org', connected: true, accessToken: 'a' };
    await relay.writeSettings(settings);
    expect(await relay.readSettings()).toEqual(settings);
  });

  it('tells the state of the relay that makes new addresses', async () => {
    const { relay } = createStorage();
    await relay.changeContact('https://old.example', () => bad);
    expect((await relay.readState()).trouble).toBeNull();
    await relay.changeContact(defaultRelayUrl, () => bad);
    expect(await relay.readState()).toEqual({
      trouble: 'unreachable',
      nextTryAt: 5,
      lastSuccessAt: 1,
    });
  });

  it('says whether a contact changed what a person sees', async () => {
    const { relay } = createStorage();
    expect(await relay.changeContact(defaultRelayUrl, () => bad)).toBe(true);
    expect(await relay.changeContact(defaultRelayUrl, () => bad)).toBe(false);
    expect(await relay.changeContact(defaultRelayUrl, () => good(9))).toBe(true);
    expect(await relay.changeContact(defaultRelayUrl, () => good(10))).toBe(false);
  });

  it('forgets relays that nobody has talked to for long', async () => {
    const { relay } = createStorage();
    for (let n = 0; n < 12; n += 1)
      await relay.changeContact(`https://${n}.example`, () => good(n));
    expect((await relay.readContact('https://0.example')).lastSuccessAt).toBeNull();
    expect((await relay.readContact('https://11.example')).lastSuccessAt).toBe(11);
  });

  it('loses no change of two at once', async () => {
    const { relay } = createStorage();
    const count = () =>
      relay.changeContact(defaultRelayUrl, (old) => ({ ...old, failures: old.failures + 1 }));
    await Promise.all([count(), count(), count()]);
    expect((await relay.readContact(defaultRelayUrl)).failures).toBe(3);
  });
});
