import { setImmediate } from 'node:timers/promises';
import type { LiveEvent } from '@mayfly/shared/contract/stream-event';
import { expect, test } from 'vitest';
import { startHttp } from '../../test/http-fixture.ts';
import { sampleContent } from '../../test/http-samples.ts';
import { followInboxes } from './follow-inboxes.ts';

test('reads the next page from the store only when the client has taken the last', async () => {
  const order: string[] = [];
  await using relay = await startHttp({
    wrapStore: (store) => ({
      ...store,
      listChanges(...asked) {
        order.push('list');
        return store.listChanges(...asked);
      },
    }),
  });
  const { id, token } = await relay.createInbox();
  const text = 'x'.repeat(900_000);
  for (let i = 0; i < 3; i += 1) await relay.addMessage(id, sampleContent({ text }));
  const send = (event: LiveEvent) => {
    order.push(event.type);
    if (event.type === 'ready') relay.deps.waiters.shutDown();
  };
  const flushed = async () => {
    await setImmediate();
    order.push('flushed');
  };
  const { promise: closed, resolve: close, reject: fail } = Promise.withResolvers<number>();
  const link = { send, flushed, close, fail, closeWithClient: () => {}, noteWrongToken: () => {} };
  await followInboxes(relay.deps, link, { watch: [{ token }] });
  expect(await closed).toBe(1001);
  const page = ['list', 'message', 'flushed'];
  expect(order).toEqual([...page, ...page, 'list', 'message', 'ready']);
});
