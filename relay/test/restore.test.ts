import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { messageStream } from '@mayfly/shared/client/message-stream';
import type { CreatedInbox, RestoredInbox } from '@mayfly/shared/contract/inbox';
import type { Cursor, MessageItem } from '@mayfly/shared/contract/message';
import { newSealingKeys, opener } from '@mayfly/shared/sealing/hpke';
import { openMessage } from '@mayfly/shared/sealing/open-message';
import { expect, test } from 'vitest';
import { startRelay, type TestRelay } from './harness.ts';
import { startRedis } from './redis-server.ts';

const reset = {
  subject: 'Reset your password',
  text: 'Choose a new password: https://shop.example/reset?token=q8Zk3vX0aB7\n',
};
const link = 'https://shop.example/reset?token=q8Zk3vX0aB7';
const day = 86_400_000;
const secret = { MAYFLY_SECRET: `k1:${'s'.repeat(40)}` };

/** The first message after the cursor, once it is analysed: on a busy machine that may be after its deadline. */
async function analysed(relay: TestRelay, { id, token }: RestoredInbox, after?: Cursor) {
  const client = relay.clientFor(token);
  for (let next = after; ;) {
    const list = await client.listMessages(id, { after: next, wait: 25 });
    next = list.next;
    for (const item of list.items)
      if (item.change !== 'deleted' && item.state === 'analysed') return { item, next };
  }
}

/** Brings the address back and has a mail sent to it by SMTP. */
async function comesBack(relay: TestRelay, before: CreatedInbox): Promise<RestoredInbox> {
  const reopened = await relay.client.restoreInbox({ restoreKey: before.restoreKey });
  expect([reopened.address, reopened.scope]).toEqual([before.address, 'manage']);
  await relay.send(before.address, reset);
  const { item } = await analysed(relay, reopened);
  expect(item.content?.links.map(({ url }) => url)).toEqual([link]);
  return reopened;
}

test('a sender that was asked to retry gets through once the address is back', async () => {
  let now = Date.now();
  await using relay = await startRelay({ clock: () => now });
  const inbox = await relay.client.createInbox();
  now += 3 * day;
  await expect(relay.send(inbox.address, reset)).rejects.toMatchObject({ responseCode: 450 });
  await relay.relay.cleanup();
  const reopened = await comesBack(relay, inbox);
  expect(reopened.id).not.toBe(inbox.id);
});

test('an address comes back three weeks later, though nobody remembers it', async () => {
  let now = Date.now();
  await using first = await startRelay({ clock: () => now });
  const named = await first.client.createInbox({ localPart: 'anna' });
  const random = await first.client.createInbox();
  now += 21 * day;
  const second = await first.restart();
  await expect(second.send(named.address)).rejects.toMatchObject({ responseCode: 550 });
  await comesBack(second, named);
  await second.stop();
  for (const end of ['', '-wal', '-shm'])
    rmSync(join(first.directory, `mayfly.db${end}`), { force: true });
  const third = await first.restart();
  try {
    const taken = await Promise.all(
      ['anna', named.address.split('@')[0] ?? ''].map((localPart) =>
        third.client.createInbox({ localPart }),
      ),
    );
    expect(taken.map(({ address }) => address)).not.toContain(named.address);
    await comesBack(third, named);
    await comesBack(third, random);
  } finally {
    await third.stop();
  }
});

test('an address comes back from a Redis that was emptied', async () => {
  const redis = await startRedis();
  try {
    await using relay = await startRelay({ env: { ...secret, MAYFLY_STORE: redis.url } });
    const inbox = await relay.client.createInbox();
    await redis.command('FLUSHALL');
    await comesBack(relay, inbox);
  } finally {
    await redis.dispose();
  }
});

test('a relay with another secret does not know the key', async () => {
  await using one = await startRelay({ env: secret });
  await using other = await startRelay();
  const { restoreKey } = await one.client.createInbox();
  await expect(other.client.restoreInbox({ restoreKey })).rejects.toMatchObject({
    code: 'restore-key-invalid',
    status: 403,
  });
});

test('mail is sealed to the key of the reopened inbox, and after a change to the new one', async () => {
  await using relay = await startRelay();
  const old = await newSealingKeys();
  const made = await relay.client.createInbox({ publicKey: old.publicKey });
  await relay.clientFor(made.token).deleteInbox(made.id);
  const [second, third] = [await newSealingKeys(), await newSealingKeys()];
  const { restoreKey } = made;
  const inbox = await relay.client.restoreInbox({ restoreKey, publicKey: second.publicKey });
  const stateFor = async ({ privateKey }: typeof old, item: MessageItem) =>
    item.change === 'deleted'
      ? null
      : (await openMessage(inbox.id, item, await opener(privateKey))).state;
  await relay.send(inbox.address, reset);
  const before = await analysed(relay, inbox);
  await relay.clientFor(inbox.token).changeKey(inbox.id, third.publicKey);
  await relay.send(inbox.address, reset);
  const after = await analysed(relay, inbox, before.next);
  const states = [old, second, third].map(async (keys) => [
    ...[await stateFor(keys, before.item), await stateFor(keys, after.item)],
  ]);
  // What came before the change stays sealed to the key of its time.
  expect(await Promise.all(states)).toEqual([
    ['unanalysed', 'unanalysed'],
    ['analysed', 'unanalysed'],
    ['unanalysed', 'analysed'],
  ]);
});

test.each(['live', 'poll'] as const)('a %s stream is told of a new key', async (transport) => {
  await using relay = await startRelay();
  const { id, token } = await relay.client.createInbox();
  const { publicKey } = await newSealingKeys();
  const controller = new AbortController();
  const { signal } = controller;
  const watch = [{ token, after: null }];
  const options = { client: relay.client, watch, signal, transport, wait: 1 };
  const told: (string | null)[] = [];
  for await (const event of messageStream(options)) {
    if (event.type === 'connected') await relay.clientFor(token).changeKey(id, publicKey);
    if (event.type === 'inbox') told.push(event.publicKey);
    if (told.includes(publicKey)) controller.abort();
  }
  expect(told.at(-1)).toBe(publicKey);
});

test('a chosen name goes to nobody else, however often it is asked for on an emptied store', async () => {
  await using relay = await startRelay({ env: secret });
  const mine = await relay.client.createInbox({ localPart: 'anna' });
  await using emptied = await startRelay({ env: secret });
  const others = await Promise.all(
    Array.from({ length: 20 }, () => emptied.client.createInbox({ localPart: 'anna' })),
  );
  expect(others.map(({ address }) => address)).not.toContain(mine.address);
  await comesBack(emptied, mine);
});
