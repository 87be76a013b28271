import { messageStream } from '@mayfly/shared/client/message-stream';
import { ProblemError } from '@mayfly/shared/client/client-error';
import type { Client } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { Cursor, MessageItem } from '@mayfly/shared/contract/message';
import { expect, test } from 'vitest';
import { openInbox, startRelay } from './harness.ts';

const verification = {
  subject: 'Confirm your account',
  text: 'Welcome! Your code is 481 920.\n\nConfirm your e-mail: https://shop.example/verify?token=q8Zk3vX0aB7\n',
};

async function waitForOne(
  client: Client,
  inbox: CreatedInbox,
  after?: Cursor,
): Promise<MessageItem> {
  for (let next = after; ;) {
    const list = await client.listMessages(inbox.id, { after: next, wait: 25 });
    if (list.items[0] !== undefined) return list.items[0];
    next = list.next;
  }
}

test('a mail over SMTP reaches a waiting long-poll with its link and code', async () => {
  await using relay = await startRelay();
  const { inbox, client } = await openInbox(relay);
  const waiting = waitForOne(client, inbox);
  await relay.send(inbox.address, verification);
  const item = await waiting;
  expect(item).toMatchObject({ change: 'new', state: 'analysed', seen: false });
  if (item.change === 'deleted' || !item.content) throw new Error('no content');
  expect(item.content.links.map(({ url }) => url)).toEqual([
    'https://shop.example/verify?token=q8Zk3vX0aB7',
  ]);
  expect(item.content.codes[0]?.value.replace(/\s/g, '')).toBe('481920');
  expect(item.content.subject).toBe('Confirm your account');
});

test.each(['live', 'poll', 'auto'] as const)(
  'a %s stream sees a mail come, seen, and go',
  async (transport) => {
    await using relay = await startRelay();
    const { inbox, client } = await openInbox(relay);
    const controller = new AbortController();
    const watch = [{ token: inbox.token, after: null }];
    const stream = messageStream({
      client: relay.client,
      watch,
      signal: controller.signal,
      transport,
    });
    const seen: string[] = [];
    for await (const event of stream) {
      if (event.type === 'connected') await relay.send(inbox.address, verification);
      if (event.type !== 'items') continue;
      for (const item of event.items) {
        seen.push(item.change);
        if (item.change === 'new') await client.markSeen(inbox.id, item.id, true);
        if (item.change === 'updated') await client.deleteMessage(inbox.id, item.id);
        if (item.change === 'deleted') controller.abort();
      }
    }
    expect(seen).toEqual(['new', 'updated', 'deleted']);
  },
);

test('a stream goes on with its cursor on a relay that was restarted', async () => {
  await using first = await startRelay();
  const { inbox } = await openInbox(first);
  const controller = new AbortController();
  const watch = [{ token: inbox.token, after: null }];
  const stream = messageStream({
    client: first.client,
    watch,
    signal: controller.signal,
    random: () => 0,
  });
  const subjects: string[] = [];
  let second: Awaited<ReturnType<typeof startRelay>> | undefined;
  for await (const event of stream) {
    if (event.type === 'connected' && second === undefined)
      await first.send(inbox.address, { subject: 'one' });
    if (event.type === 'connected' && second !== undefined)
      await second.send(inbox.address, { subject: 'two' });
    if (event.type !== 'items') continue;
    for (const item of event.items)
      if (item.change !== 'deleted') subjects.push(item.content?.subject ?? '');
    if (subjects.length === 1 && second === undefined) second = await first.restart();
    if (subjects.length === 2) controller.abort();
  }
  await second?.stop();
  expect(subjects).toEqual(['one', 'two']);
});

test('stopping answers who waits, and mail acknowledged before is there afterwards', async () => {
  await using first = await startRelay();
  const { inbox, client } = await openInbox(first);
  const { next } = await client.listMessages(inbox.id);
  const waiting = client
    .listMessages(inbox.id, { after: next, wait: 25 })
    .catch((error: unknown) => error);
  await first.send(inbox.address, { subject: 'kept' });
  await first.stop();
  const answered = await waiting;
  expect(answered instanceof Error ? answered : 'answered').toBe('answered');
  await using second = await first.restart();
  const list = await second.clientFor(inbox.token).listMessages(inbox.id);
  expect(list.items).toHaveLength(1);
  expect(list.items[0]).toMatchObject({ state: 'analysed', content: { subject: 'kept' } });
});

test('an inbox ends with its time, for readers and for senders', async () => {
  let now = Date.now();
  await using relay = await startRelay({ clock: () => now });
  const { inbox, client } = await openInbox(relay);
  await relay.send(inbox.address);
  now += 61 * 60_000;
  await expect(client.getInbox(inbox.id)).rejects.toMatchObject({ code: 'token-expired' });
  await expect(relay.send(inbox.address)).rejects.toMatchObject({ responseCode: 450 });
  now += 8 * 86_400_000;
  await relay.relay.cleanup();
  await expect(relay.send(inbox.address)).rejects.toMatchObject({ responseCode: 550 });
});

test('no log line tells what was said, to whom, or by which token', async () => {
  await using relay = await startRelay();
  const { inbox, client } = await openInbox(relay);
  await relay.send(inbox.address, {
    from: '"Canary Sender" <canary-from@sender.example>',
    subject: 'Canary subject',
    text: 'Canary body, code 739281, https://canary.example/verify?token=canarytoken',
  });
  await waitForOne(client, inbox);
  await relay.send('canary-unknown@mayfly.test').catch(() => undefined);
  await relay.send('canary-foreign@elsewhere.example').catch(() => undefined);
  await client.getInbox(inbox.id, { token: 'canary.wrong.token' }).catch((error: unknown) => {
    expect(error).toBeInstanceOf(ProblemError);
  });
  await fetch(`${relay.url}/v1/canary-path?canary=1`);
  await client.deleteInbox(inbox.id);
  await relay.stop();
  const log = relay.log.join('');
  expect(log).toContain('message-analysed');
  for (const secret of [
    inbox.address,
    inbox.address.split('@')[0] ?? '',
    inbox.token,
    inbox.restoreKey,
    '127.0.0.1',
    '::1',
  ]) {
    expect(log).not.toContain(secret);
  }
  expect(log.toLowerCase()).not.toContain('canary');
  expect(log).not.toContain('739281');
});
