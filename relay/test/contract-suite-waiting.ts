import { describe, expect, it } from 'vitest';
import type { ContractPlace } from './contract-place.ts';
import { changes, verification } from './contract-suite-messages.ts';

export function describeWaiting(place: () => ContractPlace): void {
  describe('who waits', () => {
    it('is answered when the time is over', async () => {
      const { inbox, client } = await place().openInbox();
      const { next } = await client.listMessages(inbox.id);
      const waited = await client.listMessages(inbox.id, { after: next, wait: 1 });
      expect(waited).toMatchObject({ items: [], timedOut: true });
    });

    it('is answered by a mail that comes, wherever it comes in', async () => {
      const { inbox, client } = await place().openInbox();
      const waiting = changes(client, inbox.id, 1);
      await place().send(inbox.address, verification);
      expect((await waiting).items).toMatchObject([{ content: { subject: verification.subject } }]);
    });

    it('watches several inboxes, and is told of each dead token', async () => {
      const [one, other] = [await place().openInbox(), await place().openInbox()];
      const answer = await place().client.watch(
        [{ token: one.inbox.token }, { token: 'no.such.token' }, { token: other.inbox.token }],
        25,
      );
      expect(answer.inboxes).toMatchObject([
        { ok: true, inbox: one.inbox.id },
        { ok: false, code: 'token-invalid' },
        { ok: true, inbox: other.inbox.id },
      ]);
    });

    it('of several inboxes is told of the one that has mail', async () => {
      const [one, other] = [await place().openInbox(), await place().openInbox()];
      const watched = [one, other].map(({ inbox }) => ({ token: inbox.token }));
      const waiting = place().client.watch(watched, 25);
      await place().send(other.inbox.address);
      const { inboxes, timedOut } = await waiting;
      expect(timedOut).toBe(false);
      expect(inboxes).toMatchObject([{ items: [] }, { items: [{ change: 'new' }] }]);
    });

    it.each(['deleted', 'revoked'] as const)('is told when it is %s', async (how) => {
      const { inbox, client } = await place().openInbox();
      const { token, jti } = await client.createToken(inbox.id, { scope: 'read' });
      const waiting = place().client.watch([{ token }], 25);
      if (how === 'deleted') await client.deleteInbox(inbox.id);
      else await client.revokeToken(inbox.id, jti);
      const code = how === 'deleted' ? 'not-found' : 'token-invalid';
      expect((await waiting).inboxes).toEqual([{ ok: false, code }]);
    });
  });
  describeLive(place);
}

function describeLive(place: () => ContractPlace): void {
  describe('a live connection', () => {
    it('tells of a message from its coming to its end', async () => {
      const { inbox, client } = await place().openInbox();
      const live = await place().openLive({ watch: [{ token: inbox.token }] });
      await live.until('ready');
      await place().send(inbox.address, verification);
      const [message] = await live.until('message');
      if (message?.type !== 'message') throw new Error('no message');
      expect(message).toMatchObject({ index: 0, inbox: inbox.id, item: { change: 'new' } });
      await client.markSeen(inbox.id, message.item.id, true);
      expect(await live.until('updated')).toMatchObject([{ item: { seen: true } }]);
      await client.deleteMessage(inbox.id, message.item.id);
      expect(await live.until('deleted')).toMatchObject([{ item: { id: message.item.id } }]);
      live.socket.close();
    });

    it('tells when the inbox is extended, and ends with it', async () => {
      const { inbox, client } = await place().openInbox();
      const live = await place().openLive({ watch: [{ token: inbox.token }] });
      await live.until('ready');
      const { expiresAt } = await client.extendInbox(inbox.id, 120);
      expect(await live.until('inbox')).toMatchObject([{ expiresAt }]);
      await client.deleteInbox(inbox.id);
      expect(await live.until('expired')).toMatchObject([{ index: 0 }]);
      expect(await live.closed).toBe(4410);
    });

    it('tells when the key of the inbox changes', async () => {
      const { inbox, client } = await place().openInbox();
      const live = await place().openLive({ watch: [{ token: inbox.token }] });
      await live.until('ready');
      const publicKey = 'k'.repeat(43);
      await client.changeKey(inbox.id, publicKey);
      expect(await live.until('inbox')).toMatchObject([{ index: 0, publicKey }]);
      live.socket.close();
    });

    it('tells of what was there before, after the cursor that it is given', async () => {
      const { inbox, client } = await place().openInbox();
      await place().send(inbox.address, { subject: 'old' });
      const { next } = await changes(client, inbox.id, 1);
      await place().send(inbox.address, { subject: 'fresh' });
      await changes(client, inbox.id, 1, next);
      const live = await place().openLive({ watch: [{ token: inbox.token, after: next }] });
      const told = await live.until('ready');
      expect(told).toMatchObject([{ item: { content: { subject: 'fresh' } } }, { type: 'ready' }]);
      live.socket.close();
    });

    it('ends a token that is revoked, and what is no hello', async () => {
      const { inbox, client } = await place().openInbox();
      const { token, jti } = await client.createToken(inbox.id, { scope: 'read' });
      const live = await place().openLive({ watch: [{ token }] });
      await live.until('ready');
      await client.revokeToken(inbox.id, jti);
      expect(await live.until('error')).toMatchObject([{ index: 0, code: 'token-invalid' }]);
      expect(await live.closed).toBe(4410);
      const rude = await place().openLive({ hello: true });
      expect(await rude.closed).toBe(4401);
    });
  });
}
