import { describe, expect, it } from 'vitest';
import type { ContractPlace } from './contract-place.ts';

/** Ends are cut to whole seconds, as tokens are. */
const minutes = (from: string, to: string): number =>
  Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000);

export function describeInboxContract(place: () => ContractPlace): void {
  describe('an inbox', () => {
    it('is made at an address of its own, for an hour unless asked otherwise', async () => {
      const { client } = place();
      const one = await client.createInbox();
      const other = await client.createInbox({ domain: 'mayfly.test', ttlMinutes: 600 });
      expect(one.address).not.toBe(other.address);
      expect(one.sealed).toBe(false);
      expect(minutes(one.createdAt, one.expiresAt)).toBe(60);
      expect(minutes(other.createdAt, other.expiresAt)).toBe(600);
    });

    it('takes a chosen name and ends it in characters of its own', async () => {
      const { address } = await place().client.createInbox({ localPart: 'anna' });
      expect(address).toMatch(/^anna\.[a-z0-9]{4,}@mayfly\.test$/);
    });

    it('is what it was for everybody who has its token', async () => {
      const { inbox, client } = await place().openInbox();
      const shown = await client.getInbox(inbox.id);
      expect({ ...inbox, ...shown }).toEqual(inbox);
    });

    it('is not there for the token of another one', async () => {
      const { inbox } = await place().openInbox();
      const stranger = await place().openInbox();
      for (const call of [
        () => stranger.client.getInbox(inbox.id),
        () => stranger.client.listMessages(inbox.id),
        () => stranger.client.extendInbox(inbox.id, 60),
        () => stranger.client.deleteInbox(inbox.id),
      ]) {
        await expect(call()).rejects.toMatchObject({ status: 404, code: 'not-found' });
      }
    });
  });
  describeLife(place);
  describeReturn(place);
}

function describeLife(place: () => ContractPlace): void {
  describe('the life of an inbox', () => {
    it('is extended within its longest life, with a token that lives as long', async () => {
      const { inbox, client } = await place().openInbox();
      const extended = await client.extendInbox(inbox.id, 120);
      expect(Date.parse(extended.expiresAt)).toBeGreaterThan(Date.parse(inbox.expiresAt));
      const shown = await place().clientFor(extended.token).getInbox(inbox.id);
      expect(shown.expiresAt).toBe(extended.expiresAt);
      const most = await client.extendInbox(inbox.id, 43_200);
      expect(minutes(inbox.createdAt, most.expiresAt)).toBe(1440);
    });

    it('is opened by further tokens, by their scope and until they are revoked', async () => {
      const { inbox, client } = await place().openInbox();
      const made = await client.createToken(inbox.id, { scope: 'read', ttlMinutes: 10 });
      const reader = place().clientFor(made.token);
      expect((await reader.getInbox(inbox.id)).id).toBe(inbox.id);
      await expect(reader.deleteInbox(inbox.id)).rejects.toMatchObject({
        status: 403,
        code: 'scope-insufficient',
      });
      await client.revokeToken(inbox.id, made.jti);
      await expect(reader.getInbox(inbox.id)).rejects.toMatchObject({
        status: 401,
        code: 'token-invalid',
      });
    });

    it('is over for readers and senders at once when it is deleted', async () => {
      const { inbox, client } = await place().openInbox();
      await place().send(inbox.address);
      await client.deleteInbox(inbox.id);
      await expect(client.getInbox(inbox.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(client.listMessages(inbox.id)).rejects.toMatchObject({ code: 'not-found' });
      await expect(place().send(inbox.address)).rejects.toMatchObject({ responseCode: 550 });
    });
  });
}

function describeReturn(place: () => ContractPlace): void {
  describe('an address', () => {
    it('comes back by its restore key, which only lets read while it lives', async () => {
      const { inbox, client } = await place().openInbox();
      const { restoreKey } = inbox;
      const read = await place().client.restoreInbox({ restoreKey });
      expect([read.id, read.scope]).toEqual([inbox.id, 'read']);
      await client.deleteInbox(inbox.id);
      const reopened = await place().client.restoreInbox({ restoreKey, ttlMinutes: 120 });
      expect([reopened.address, reopened.scope]).toEqual([inbox.address, 'manage']);
      await place().send(inbox.address, { subject: 'again' });
      const { items } = await place()
        .clientFor(reopened.token)
        .listMessages(reopened.id, { wait: 25 });
      expect(items).toMatchObject([{ content: { subject: 'again' } }]);
      await expect(client.listMessages(inbox.id)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}
