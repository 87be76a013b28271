import { describe, expect, it } from 'vitest';
import { FakeRelay } from '../../test/fake-relay.ts';
import { createStorage, start } from '../../test/storage-fixture.ts';
import { connectRelay } from './connect-relay.ts';
import { createContact } from './contact.ts';
import { relayClients } from './relay-clients.ts';

function startConnecting(fetch = new FakeRelay().fetch, mayReach = true) {
  const storage = createStorage();
  const asked: string[] = [];
  const deps = {
    storage,
    clientFor: relayClients(fetch),
    mayReach: async (pattern: string) => {
      asked.push(pattern);
      return mayReach;
    },
    contact: createContact({
      relay: storage.relay,
      mayReach: async () => mayReach,
      now: () => start,
      random: () => 1,
    }),
    onInboxes: async () => {},
    version: '0.1.0',
  };
  const connect = (url: string, token: string | null = null) => connectRelay(deps, url, token);
  return { connect, asked, settings: () => storage.relay.readSettings() };
}

const json = (body: unknown) => async () => new Response(JSON.stringify(body));

describe('connecting a relay', () => {
  it('keeps it under one form of its address', async () => {
    const { connect, asked, settings } = startConnecting();
    expect(await connect(' localhost:3000/ ')).toEqual({
      ok: true,
      url: 'http://localhost:3000',
      access: 'open',
      domains: ['mayfly.test'],
    });
    expect(asked).toEqual(['http://localhost/*']);
    expect(await settings()).toMatchObject({ url: 'http://localhost:3000', connected: true });
  });

  it('asks for access to a private relay, and tries it without making an inbox', async () => {
    const relay = new FakeRelay();
    relay.access = 'private';
    const { connect, settings } = startConnecting(relay.fetch);
    expect(await connect('relay.example')).toEqual({ ok: false, trouble: 'access-required' });
    expect(await connect('relay.example', 'wrong')).toEqual({
      ok: false,
      trouble: 'access-required',
    });
    expect(await connect('relay.example', ' access ')).toMatchObject({
      ok: true,
      access: 'private',
    });
    expect(await settings()).toMatchObject({ accessToken: 'access' });
    expect(relay.inboxes).toEqual([]);
  });

  it('says that the relay serves no extension of this age, and keeps what was set', async () => {
    const relay = new FakeRelay();
    relay.oldestExtension = '0.2.0';
    const { connect, settings } = startConnecting(relay.fetch);
    expect(await connect('relay.example')).toEqual({ ok: false, trouble: 'extension-too-old' });
    expect((await settings()).connected).toBe(false);
  });

  it.each([
    ['a page', async () => new Response('<!doctype html>')],
    ['another server', json({ hello: 'world' })],
    ['a server without the path', async () => new Response('Not found', { status: 404 })],
  ])('says that %s is not a relay', async (_, fetch) => {
    const { connect, settings } = startConnecting(fetch);
    expect(await connect('example.org')).toEqual({ ok: false, trouble: 'not-a-relay' });
    expect((await settings()).connected).toBe(false);
  });

  it('says that the access token is not taken', async () => {
    const relay = new FakeRelay();
    relay.access = 'private';
    relay.refusals.set('/v1/inboxes', 'token-invalid');
    const { connect } = startConnecting(relay.fetch);
    const answer = await connect('relay.example', 'withdrawn');
    expect(answer).toEqual({ ok: false, trouble: 'access-withdrawn' });
  });

  it('says that nobody answers', async () => {
    const relay = new FakeRelay();
    relay.down = true;
    const { connect } = startConnecting(relay.fetch);
    expect(await connect('example.org')).toEqual({ ok: false, trouble: 'unreachable' });
  });

  it('does not go to a host that the browser has not allowed', async () => {
    const relay = new FakeRelay();
    const { connect } = startConnecting(relay.fetch, false);
    expect(await connect('example.org')).toEqual({ ok: false, trouble: 'permission-missing' });
    expect(relay.calls).toEqual([]);
  });

  it('keeps the last relay when the new one does not do', async () => {
    const relay = new FakeRelay();
    const { connect, settings } = startConnecting(relay.fetch);
    await connect('good.example');
    relay.down = true;
    await connect('bad.example');
    expect((await settings()).url).toBe('https://good.example');
  });

  it('refuses what is no address', async () => {
    const { connect, asked } = startConnecting();
    expect(await connect('two words')).toEqual({ ok: false, trouble: 'not-a-relay' });
    expect(asked).toEqual([]);
  });
});
