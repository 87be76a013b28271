import { describe, expect, it } from 'vitest';
import { inboxOf, messageId, messageOf, minute, start } from '../../test/storage-fixture.ts';
import { WaitingFixture } from '../../test/waiting-fixture.ts';
import {
  type ActionDeps,
  deleteInbox,
  deleteMessage,
  extendInbox,
  markSeen,
} from './inbox-actions.ts';
import { relayClients } from './relay-clients.ts';

const inbox = inboxOf();
const id = messageId(1);

async function startActions() {
  const { relay, storage, contact, open } = await withInbox();
  const told: string[] = [];
  const deps: ActionDeps = {
    storage,
    contact,
    clientFor: relayClients(relay.fetch),
    onInboxes: async () => void told.push('inboxes'),
    onMessage: async (_, message) => void told.push(message),
  };
  const message = async () => storage.secrets.readMessage(inbox.id, id);
  return { relay, storage, deps, told, open, message };
}

async function withInbox() {
  const fixture = new WaitingFixture();
  await fixture.open(inbox);
  fixture.relay.deliver(inbox.id, messageOf(1));
  await fixture.createWaiting().askNow();
  fixture.relay.calls.splice(0);
  return fixture;
}

describe('extending an inbox', () => {
  it('keeps the new end and the fresh token', async () => {
    const { deps, storage } = await startActions();
    const expiresAt = start + 120 * minute;
    expect(await extendInbox(deps, inbox.id, 60)).toEqual({ ok: true, expiresAt });
    expect(await storage.secrets.readInbox(inbox.id)).toMatchObject({
      expiresAt,
      token: 'token-a-again',
    });
  });

  it('leaves it as it is when the relay refuses', async () => {
    const { deps, relay, storage } = await startActions();
    relay.refusals.set(`/v1/inboxes/${inbox.id}`, 'token-expired');
    expect(await extendInbox(deps, inbox.id, 60)).toEqual({ ok: false, trouble: 'token-expired' });
    expect((await storage.secrets.readInbox(inbox.id))?.token).toBe('token-a');
  });
});

describe('deleting an inbox', () => {
  it('ends it at the relay and forgets it with its mail', async () => {
    const { deps, relay, storage, told } = await startActions();
    expect(await deleteInbox(deps, inbox.id)).toEqual({ ok: true });
    expect(relay.inboxes).toEqual([]);
    expect(await storage.secrets.listInboxes()).toEqual([]);
    expect(await storage.secrets.listMessages(inbox.id)).toEqual([]);
    expect(told).toEqual(['inboxes']);
  });

  it('does not forget an inbox that still receives mail', async () => {
    const { deps, relay, storage } = await startActions();
    relay.down = true;
    expect(await deleteInbox(deps, inbox.id)).toEqual({ ok: false, trouble: 'unreachable' });
    expect(await storage.secrets.listInboxes()).toHaveLength(1);
  });

  it('forgets what the relay has forgotten', async () => {
    const { deps, relay, storage } = await startActions();
    relay.end(inbox.id);
    expect(await deleteInbox(deps, inbox.id)).toEqual({ ok: true });
    expect(await storage.secrets.listInboxes()).toEqual([]);
  });

  it('does not trouble the relay about an inbox that has ended', async () => {
    const { deps, relay, storage } = await startActions();
    await storage.secrets.edit(false, (mail) => mail.putInbox({ ...inbox, ended: true }));
    relay.down = true;
    expect(await deleteInbox(deps, inbox.id)).toEqual({ ok: true });
    expect(relay.calls).toEqual([]);
  });
});

describe('a message', () => {
  it('is seen at once, and the relay hears of it', async () => {
    const { deps, relay, message, told } = await startActions();
    expect(await markSeen(deps, inbox.id, id)).toEqual({ ok: true });
    expect((await message())?.message.seen).toBe(true);
    expect(relay.calls.at(-1)).toMatchObject({ method: 'PATCH', body: { seen: true } });
    expect(told).toEqual([id]);
  });

  it('is seen although the relay does not answer', async () => {
    const { deps, relay, message } = await startActions();
    relay.down = true;
    expect(await markSeen(deps, inbox.id, id)).toEqual({ ok: true });
    expect((await message())?.message.seen).toBe(true);
  });

  it('is told to be seen once', async () => {
    const { deps, relay } = await startActions();
    await markSeen(deps, inbox.id, id);
    await markSeen(deps, inbox.id, id);
    expect(relay.calls).toHaveLength(1);
  });

  it('is deleted at the relay and here', async () => {
    const { deps, relay, message, told } = await startActions();
    expect(await deleteMessage(deps, inbox.id, id)).toEqual({ ok: true });
    expect(relay.calls.at(-1)?.method).toBe('DELETE');
    expect(await message()).toBeNull();
    expect(told).toEqual([id]);
  });

  it('stays when the relay could not delete it', async () => {
    const { deps, relay, message } = await startActions();
    relay.down = true;
    expect(await deleteMessage(deps, inbox.id, id)).toEqual({ ok: false, trouble: 'unreachable' });
    expect(await message()).not.toBeNull();
  });

  it.each([markSeen, deleteMessage])('that is not there cannot be changed', async (change) => {
    const { deps } = await startActions();
    expect(await change(deps, 'nobody', id)).toEqual({ ok: false, trouble: 'not-found' });
  });
});
