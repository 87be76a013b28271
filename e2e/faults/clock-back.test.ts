import path from 'node:path';
import { startRedis } from '@mayfly/relay/test/redis-server';
import { describe, expect, it } from 'vitest';
import { follow } from '../fixtures/follow.ts';
import { sendMail } from '../fixtures/mail.ts';
import { startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';
import { expectAll, generousLimits, makeInboxes, startLoad } from './load.ts';

const HOUR_MS = 3_600_000;
const entry = path.resolve(import.meta.dirname, 'relay-entry.ts');

const noStore = { env: {}, dispose: () => Promise.resolve() };
const stores = [
  { name: 'SQLite', open: () => Promise.resolve(noStore) },
  {
    name: 'Redis',
    async open() {
      const { url, dispose } = await startRedis();
      return { env: { MAYFLY_STORE: url, MAYFLY_SECRET: `k1:${'s'.repeat(40)}` }, dispose };
    },
  },
];

// In the short form the one store that has no time of its own.
const tried = process.env['MAYFLY_TEST_LONG'] === '1' ? stores : stores.slice(0, 1);

describe.each(tried)('a clock that is set back by an hour, on $name', ({ open }) => {
  it('holds nobody up and loses nothing', async () => {
    const { env, dispose } = await open();
    try {
      await using relay = await startRelay({ ...generousLimits, ...env }, { entry });
      const acknowledged = await makeInboxes(relay.client, 2);
      const [inbox] = acknowledged.keys();
      if (inbox === undefined) throw new Error('no inbox');
      const { id, token, address } = inbox;
      const followers = [
        await follow(relay.client, token, 'live'),
        await follow(relay.client, token, 'poll'),
      ];
      await sendMail(relay.smtp, { to: address, subject: 'before' });
      for (const follower of followers) await follower.sees('new before');
      const { next } = await relay.client.listMessages(id, { token });
      // Nothing is to come yet for who waits here, so it ends by its time.
      const [, quiet] = acknowledged.keys();
      const held = relay.client.watch([{ token: quiet?.token ?? '' }], 2);
      relay.tell({ setBy: -HOUR_MS });
      const load = startLoad({
        ports: [relay.smtp.port],
        acknowledged: new Map([...acknowledged].slice(0, 1)),
      });
      await load.acknowledges(20);
      expect(await held).toMatchObject({ timedOut: true });
      await load.stop();
      expect(load.refusals).toEqual([]);
      await expectAll(relay.client, acknowledged);
      const fresh = await relay.client.listMessages(id, { token, after: next, limit: 100 });
      expect(fresh.items.map(({ change }) => change)).toEqual(fresh.items.map(() => 'new'));
      expect(fresh.items.length).toBeGreaterThanOrEqual(20);

      const made = await relay.client.createToken(id, { scope: 'read' }, { token });
      const reader = await follow(relay.client, made.token, 'live');
      await relay.client.revokeToken(id, made.jti, { token });
      await until(() => reader.events.some(({ type }) => type === 'ended'), { what: 'an end' });
      await reader.stop();
      for (const follower of followers) await follower.stop();
    } finally {
      await dispose();
    }
  });

  it('ends inboxes in their time when it is set right again', async () => {
    const { env, dispose } = await open();
    try {
      await using relay = await startRelay({ ...generousLimits, ...env }, { entry });
      relay.tell({ setBy: -HOUR_MS });
      const { token, address } = await relay.client.createInbox({ ttlMinutes: 120 });
      const follower = await follow(relay.client, token, 'live');
      await sendMail(relay.smtp, { to: address, subject: 'before' });
      await follower.sees('new before');
      relay.tell({ setBy: 2 * HOUR_MS });
      await until(() => follower.events.some(({ type }) => type === 'ended'), { what: 'an end' });
      await expect(sendMail(relay.smtp, { to: address, subject: 'after' })).rejects.toMatchObject({
        responseCode: 450,
      });
      await follower.stop();
    } finally {
      await dispose();
    }
  });
});
