import type { Client } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { openInbox, startRelay, type TestRelay } from './harness.ts';
import { startRedis } from './redis-server.ts';

// Room for a busy machine: servers start late there.
vi.setConfig({ testTimeout: 60_000 });

const wait = { timeout: 20_000, interval: 50 };

let dovecot: Dovecot;
beforeEach(async () => {
  dovecot = await startDovecot();
});
afterEach(() => dovecot[Symbol.asyncDispose]());

const pullingFrom = (url: string, env: Record<string, string> = {}): Promise<TestRelay> =>
  startRelay({ env: { MAYFLY_IMAP: url, ...env } });

const mailFor = (head: string, subject = 'Confirm your account'): string =>
  [
    head,
    'From: Shop <hello@fern.example>',
    `Subject: ${subject}`,
    '',
    'Welcome! Your code is 481 920.',
    '',
    'Confirm: https://shop.example/verify?token=q8Zk3vX0aB7',
    '',
  ].join('\n');

async function subjects(client: Client, { id }: CreatedInbox): Promise<string[]> {
  const { items } = await client.listMessages(id, { limit: 100 });
  return items.flatMap((item) => (item.change === 'deleted' ? [] : (item.content?.subject ?? [])));
}

const arrives = (client: Client, inbox: CreatedInbox, expected: readonly string[]) =>
  vi.waitFor(async () => {
    expect((await subjects(client, inbox)).sort()).toEqual([...expected].sort());
  }, wait);

const eventsOf = (relay: TestRelay, event: string): Record<string, unknown>[] =>
  relay.log
    .map((line) => {
      const fields: Record<string, unknown> = JSON.parse(line);
      return fields;
    })
    .filter((line) => line['event'] === event);

describe('a mailbox', () => {
  it('is followed: what lies there comes, and then what arrives, with link and code', async () => {
    await using relay = await pullingFrom(dovecot.url());
    const { inbox, client } = await openInbox(relay);
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`));
    await arrives(client, inbox, ['Confirm your account']);
    await dovecot.deliver(mailFor(`To: <${inbox.address}>`, 'second'));
    await arrives(client, inbox, ['Confirm your account', 'second']);
    const [item] = (await client.listMessages(inbox.id)).items;
    if (item === undefined || item.change === 'deleted') throw new Error('no message');
    expect(item.content?.links[0]?.url).toBe('https://shop.example/verify?token=q8Zk3vX0aB7');
    expect(item.content?.codes[0]?.value.replaceAll(' ', '')).toBe('481920');
    await vi.waitFor(async () => {
      expect(await dovecot.count()).toEqual({ mails: 2, seen: 2 });
    }, wait);
  });

  it.each([
    ['delete', undefined],
    ['move:Mayfly', 'Mayfly'],
  ])('is left as %s says', async (after, folder) => {
    await using relay = await pullingFrom(dovecot.url(), { MAYFLY_IMAP_AFTER: after });
    const { inbox, client } = await openInbox(relay);
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, 'x'));
    await arrives(client, inbox, ['x']);
    await vi.waitFor(async () => {
      expect((await dovecot.count()).mails).toBe(0);
      if (folder !== undefined) expect((await dovecot.count(folder)).mails).toBe(1);
    }, wait);
  });

  it('keeps what is for nobody here, and what is too big, as it was', async () => {
    const env = { MAYFLY_MESSAGE_BYTES: '10000', MAYFLY_INBOX_BYTES: '20000' };
    await using relay = await pullingFrom(dovecot.url(), env);
    const { inbox, client } = await openInbox(relay);
    await dovecot.deliver(mailFor('Delivered-To: nobody@mayfly.test'));
    await dovecot.deliver(mailFor('To: friend@elsewhere.example'));
    await dovecot.deliver(mailFor(`To: ${inbox.address}`) + 'x'.repeat(20_000));
    await dovecot.deliver(mailFor(`To: ${inbox.address}`, 'last'));
    await arrives(client, inbox, ['last']);
    await vi.waitFor(
      async () => expect(await dovecot.count()).toEqual({ mails: 4, seen: 1 }),
      wait,
    );
    const codes = eventsOf(relay, 'mail-brought').map(({ outcome }) => outcome);
    expect(codes.sort()).toEqual([
      'message-too-big',
      'recipient-unknown',
      'relay-denied',
      'stored',
    ]);
  });

  it('gives each mail once, over restarts and when it was numbered anew', async () => {
    await using first = await pullingFrom(dovecot.url());
    const { inbox } = await openInbox(first);
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, 'one'));
    await arrives(first.clientFor(inbox.token), inbox, ['one']);
    const second = await first.restart();
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, 'two'));
    await arrives(second.clientFor(inbox.token), inbox, ['one', 'two']);
    await dovecot.renumber();
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, 'three'));
    await arrives(second.clientFor(inbox.token), inbox, ['one', 'two', 'three']);
    const outcomes = eventsOf(second, 'mail-brought').map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(2);
    await second.stop();
  });

  it('waits with a mail until there is room in its inbox', async () => {
    const env = { MAYFLY_INBOX_MESSAGES: '1', MAYFLY_IMAP_RESCAN_SECONDS: '1' };
    await using relay = await pullingFrom(dovecot.url(), env);
    const { inbox, client } = await openInbox(relay);
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, 'one'));
    await arrives(client, inbox, ['one']);
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, 'two'));
    await vi.waitFor(() => expect(relay.log.join('')).toContain('inbox-full'), wait);
    const [first] = (await client.listMessages(inbox.id)).items;
    await client.deleteMessage(inbox.id, first?.id ?? expect.fail('no message'));
    await arrives(client, inbox, ['two']);
  });

  it('is opened again when the server was away, and nothing of that is in the log', async () => {
    await using relay = await pullingFrom(dovecot.url());
    const { inbox, client } = await openInbox(relay);
    await vi.waitFor(() => expect(eventsOf(relay, 'mailbox-changed')).toHaveLength(1), wait);
    await dovecot.stop();
    await vi.waitFor(() => expect(eventsOf(relay, 'mailbox-changed')).toHaveLength(2), wait);
    await dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, 'meanwhile'));
    await dovecot.start();
    await arrives(client, inbox, ['meanwhile']);
    const states = eventsOf(relay, 'mailbox-changed').map(({ mailbox, state }) => [mailbox, state]);
    expect(states).toEqual([
      [1, 'open'],
      [1, 'lost'],
      [1, 'open'],
    ]);
    const log = relay.log.join('').toLowerCase();
    for (const word of [inbox.address, dovecot.user, dovecot.password, 'meanwhile', 'fern.example'])
      expect(log).not.toContain(word.toLowerCase());
  });

  it('says so when its password is wrong, and the relay is ready all the same', async () => {
    const wrong = dovecot.url().replace('p%40ss', 'wrong');
    await using relay = await pullingFrom(wrong);
    await vi.waitFor(() => {
      expect(eventsOf(relay, 'mailbox-changed')).toMatchObject([
        { state: 'lost', code: 'login-refused' },
      ]);
    }, wait);
    // A relay that has just started may not be ready for other reasons.
    await vi.waitFor(async () => {
      const readyz = await fetch(`${relay.url}/readyz`);
      const report: unknown = await readyz.json();
      expect([readyz.status, report]).toMatchObject([200, { checks: { mailboxes: 'failed' } }]);
    }, wait);
  });
});

describe('a mailbox of two relays', () => {
  it('is followed by one of them, and by the other when that one stops', async () => {
    await using redis = await startOwnRedis();
    const env = { MAYFLY_STORE: redis.url, MAYFLY_SECRET: `k1:${'s'.repeat(40)}` };
    const relays = [await pullingFrom(dovecot.url(), env), await pullingFrom(dovecot.url(), env)];
    const [one, other] = relays;
    if (one === undefined || other === undefined) throw new Error('no relays');
    try {
      const { inbox, client } = await openInbox(other);
      const statesOf = (relay: TestRelay) =>
        eventsOf(relay, 'mailbox-changed').map(({ state }) => state);
      await vi.waitFor(() => {
        expect(relays.flatMap(statesOf).sort()).toEqual(['elsewhere', 'open']);
      }, wait);
      const names = Array.from({ length: 12 }, (_, n) => `mail ${n}`);
      const deliverAll = (some: readonly string[]) =>
        Promise.all(
          some.map((name) => dovecot.deliver(mailFor(`Delivered-To: ${inbox.address}`, name))),
        );
      await deliverAll(names.slice(0, 6));
      await arrives(client, inbox, names.slice(0, 6));
      const holder = statesOf(one).includes('open') ? one : other;
      await holder.stop();
      await deliverAll(names.slice(6));
      const next = holder === one ? other : one;
      await arrives(next.clientFor(inbox.token), inbox, names);
      const brought = relays.flatMap((relay) => eventsOf(relay, 'mail-brought'));
      expect(brought.map(({ outcome }) => outcome)).toEqual(names.map(() => 'stored'));
    } finally {
      for (const relay of relays) await relay[Symbol.asyncDispose]();
    }
  });
});

async function startOwnRedis() {
  const redis = await startRedis();
  return { url: redis.url, [Symbol.asyncDispose]: () => redis.dispose() };
}
