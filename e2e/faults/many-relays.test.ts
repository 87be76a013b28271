import { startCluster } from '@mayfly/relay/test/redis-cluster';
import { startRedis } from '@mayfly/relay/test/redis-server';
import { createClient } from '@mayfly/shared/client/client';
import { describe, expect, it } from 'vitest';
import { startBalancer } from '../fixtures/balancer.ts';
import { follow } from '../fixtures/follow.ts';
import { startRelay } from '../fixtures/relay.ts';
import { expectAll, generousLimits, makeInboxes, startLoad } from './load.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const RELAYS = 3;
/** So many are acknowledged before the death, and again after it. */
const ACKNOWLEDGED = isLong ? 500 : 40;

interface SharedStore {
  readonly url: string;
  dispose(): Promise<void>;
}
const stores: readonly { name: string; open: () => Promise<SharedStore> }[] = [
  { name: 'a Redis Cluster of three', open: startCluster },
  ...(isLong ? [{ name: 'one Redis', open: () => startRedis() }] : []),
];

describe.each(stores)(`one of ${RELAYS} relays on $name`, { timeout: 240_000 }, ({ open }) => {
  it('is killed under load: nothing is lost, and its clients go on elsewhere', async () => {
    const store = await open();
    const env = {
      ...generousLimits,
      MAYFLY_STORE: store.url,
      MAYFLY_SECRET: `k1:${'s'.repeat(40)}`,
    };
    const relays = await Promise.all(Array.from({ length: RELAYS }, () => startRelay(env)));
    const [dying, ...others] = relays;
    const [survivor] = others;
    if (dying === undefined || survivor === undefined) throw new Error('no relays');
    // What the clients know is one address; the first connection goes to the second port, the next to the third …
    await using balancer = await startBalancer(relays.map(({ http }) => http.port));
    const client = createClient({ baseUrl: `http://127.0.0.1:${balancer.port}` });
    try {
      const acknowledged = await makeInboxes(client, 3);
      const followers = await Promise.all(
        (['live', 'poll'] as const).flatMap((transport) =>
          [...acknowledged.keys()].map(async ({ token }) => follow(client, token, transport)),
        ),
      );
      const load = startLoad({ ports: relays.map(({ smtp }) => smtp.port), acknowledged });
      await load.acknowledges(ACKNOWLEDGED);
      await dying.kill();
      await load.acknowledges(ACKNOWLEDGED);
      await load.stop();
      expect(load.refusals).toEqual([]);
      await expectAll(survivor.client, acknowledged);
      const all = [...acknowledged.values()];
      for (const [index, follower] of followers.entries()) {
        const subjects = [...(all[index % all.length] ?? [])];
        for (const subject of subjects) await follower.sees(`new ${subject}`);
        const news = follower.changes.filter((change) => change.startsWith('new '));
        expect(new Set(news).size).toBe(news.length);
        await follower.stop();
      }
      const wereCut = followers.filter(({ events }) =>
        events.some(({ type }) => type === 'disconnected'),
      );
      expect(wereCut).not.toEqual([]);
    } finally {
      await Promise.all(relays.map((relay) => relay[Symbol.asyncDispose]()));
      await store.dispose();
    }
  });
});
