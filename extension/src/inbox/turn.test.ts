import { describe, expect, it } from 'vitest';
import {
  contentOf,
  createStorage,
  inboxOf,
  linkOf,
  messageId,
  messageOf,
  minute,
  start,
} from '../../test/storage-fixture.ts';
import { applyTurn, sweep, type Turn } from './turn.ts';

const inbox = inboxOf();
const expiresAt = inbox.expiresAt;
type Changes = Extract<Turn, { kind: 'changes' }>;

const changes = (items: Changes['items'], next = 'c1', complete = false): Turn => ({
  kind: 'changes',
  inboxId: inbox.id,
  items,
  next,
  expiresAt,
  complete,
});
const added = (n: number, fields = {}) => ({ change: 'new' as const, ...messageOf(n, fields) });
const updated = (n: number, fields = {}) => ({
  change: 'updated' as const,
  ...messageOf(n, fields),
});

async function withInbox() {
  const storage = createStorage();
  await storage.secrets.edit(false, (mail) => mail.putInbox(inbox));
  const apply = (turn: Turn) => storage.secrets.edit(false, (mail) => applyTurn(mail, turn));
  const ids = async () => (await storage.secrets.listMessages(inbox.id)).map((own) => own.id);
  return { ...storage, apply, ids };
}

describe('a turn', () => {
  it('keeps messages together with the cursor that leads past them', async () => {
    const { apply, secrets, ids } = await withInbox();
    const result = await apply(changes([added(1), added(2)], 'c2'));
    expect(result.arrived.map((own) => own.id)).toEqual([messageId(1), messageId(2)]);
    expect(await ids()).toEqual([messageId(2), messageId(1)]);
    expect((await secrets.readInbox(inbox.id))?.cursor).toBe('c2');
  });

  it('tells of a message once, however often it comes', async () => {
    const { apply } = await withInbox();
    await apply(changes([added(1)]));
    const again = await apply(changes([added(1)]));
    expect(again).toMatchObject({ arrived: [], completed: [] });
  });

  it('does not tell of mail that was seen elsewhere', async () => {
    const { apply } = await withInbox();
    expect((await apply(changes([added(1, { seen: true })]))).arrived).toEqual([]);
  });

  it('tells of a message again when its link was found later', async () => {
    const { apply } = await withInbox();
    await apply(changes([added(1, { state: 'unanalysed', content: null })]));
    const content = contentOf({ links: [linkOf('https://example.com/verify')] });
    const result = await apply(changes([updated(1, { content })], 'c2'));
    expect(result.completed.map((own) => own.id)).toEqual([messageId(1)]);
    const later = await apply(changes([updated(1, { content })], 'c3'));
    expect(later.completed).toEqual([]);
  });

  it('never takes back that a message was seen', async () => {
    const { apply, secrets } = await withInbox();
    await apply(changes([added(1, { seen: true })]));
    await apply(changes([updated(1, { seen: false })], 'c2'));
    expect((await secrets.readMessage(inbox.id, messageId(1)))?.message.seen).toBe(true);
  });

  it('takes deleted messages away', async () => {
    const { apply, ids } = await withInbox();
    await apply(changes([added(1), added(2)]));
    await apply(changes([{ change: 'deleted', id: messageId(1) }], 'c3'));
    expect(await ids()).toEqual([messageId(2)]);
  });

  it('forgets what a complete list no longer has', async () => {
    const { apply, ids } = await withInbox();
    await apply(changes([added(1), added(2)]));
    const result = await apply(changes([added(2), added(3)], 'c9', true));
    expect(await ids()).toEqual([messageId(3), messageId(2)]);
    expect(result.arrived.map((own) => own.id)).toEqual([messageId(3)]);
  });

  it('says that nothing has changed when only the cursor moved', async () => {
    const { apply, secrets } = await withInbox();
    expect((await apply(changes([], 'c5'))).changed).toBe(false);
    expect((await secrets.readInbox(inbox.id))?.cursor).toBe('c5');
  });

  it('ends an inbox and keeps its mail until its time is up', async () => {
    const { apply, secrets, ids } = await withInbox();
    await apply(changes([added(1)]));
    expect((await apply({ kind: 'ended', inboxId: inbox.id })).changed).toBe(true);
    expect((await secrets.readInbox(inbox.id))?.ended).toBe(true);
    expect(await ids()).toHaveLength(1);
  });

  it('does not bring back an inbox that was deleted meanwhile', async () => {
    const { apply, secrets } = await withInbox();
    await secrets.edit(false, (mail) => mail.removeInbox(inbox.id));
    await apply(changes([added(1)]));
    expect(await secrets.listInboxes()).toEqual([]);
    expect(await secrets.listMessages(inbox.id)).toEqual([]);
  });
});

describe('sweeping', () => {
  const sweepAt = async (now: number) => {
    const fixture = await withInbox();
    await fixture.apply(changes([added(1)]));
    const swept = await fixture.secrets.edit(false, (mail) => sweep(mail, now, minute));
    return { ...fixture, swept };
  };

  it('leaves what lives, and a minute more for clocks that differ', async () => {
    const { swept, ids } = await sweepAt(expiresAt + minute - 1);
    expect(swept).toBe(false);
    expect(await ids()).toHaveLength(1);
  });

  it('takes the mail of an address that has ended, and keeps the key that can restore it', async () => {
    const { swept, ids, secrets } = await sweepAt(expiresAt + minute);
    expect(swept).toBe(true);
    expect(await ids()).toEqual([]);
    expect(await secrets.readInbox(inbox.id)).toMatchObject({
      ended: true,
      restoreKey: 'restore-a',
    });
    const again = await secrets.edit(false, (mail) => sweep(mail, expiresAt + 2 * minute, minute));
    expect(again).toBe(false);
  });

  it('forgets an address when nobody could restore it any more', async () => {
    const { secrets } = await sweepAt(start + 401 * 24 * 60 * minute);
    expect(await secrets.listInboxes()).toEqual([]);
  });
});
