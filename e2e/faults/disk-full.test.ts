import path from 'node:path';
import { ProblemError } from '@mayfly/shared/client/client-error';
import { expect, it, vi } from 'vitest';
import { startRelay } from '../fixtures/relay.ts';
import { makeSmallDisk } from '../fixtures/small-disk.ts';
import { expectAll, generousLimits, makeInboxes, startLoad } from './load.ts';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const ROUNDS = isLong ? 10 : 2;

it('a full disk of SQLite leads to temporary replies, and mail comes again when there is room', async () => {
  await using disk = await makeSmallDisk();
  const file = path.join(disk.folder, 'mayfly.db');
  await using relay = await startRelay({ ...generousLimits, MAYFLY_STORE: `sqlite:${file}` });
  const { pid = 0 } = relay;
  const acknowledged = await makeInboxes(relay.client, 2);
  const load = startLoad({ ports: [relay.smtp.port], acknowledged });
  const shown = async () => {
    for (const { id, token } of acknowledged.keys())
      expect((await relay.client.listMessages(id, { token })).items).not.toEqual([]);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await load.acknowledges(10);
    await vi.waitFor(shown, 30_000);
    await disk.fill(pid);
    await load.refuses(10);
    await shown();
    // Something small may still find room, in a page of the log that was written back; then the next one does not.
    await vi.waitFor(async () => {
      const made: unknown = await relay.client.createInbox().catch((error: unknown) => error);
      expect(made).toBeInstanceOf(ProblemError);
      expect(made).toMatchObject({ status: 503 });
    }, 30_000);
    await disk.free(pid);
  }
  await load.acknowledges(10);
  await load.stop();
  const codes = new Set(load.refusals.map((reply) => reply.slice(0, 9)));
  expect([...codes]).toEqual(disk.fault === 'ENOSPC' ? ['452 4.3.1'] : ['451 4.3.0']);
  await expectAll(relay.client, acknowledged);
  expect(relay.pid).toBe(pid);
});
