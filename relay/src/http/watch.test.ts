import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { type WatchResult, watchResultSchema } from '@mayfly/shared/contract/stream-event';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type HttpFixture, startHttp } from '../../test/http-fixture.ts';
import { sampleContent } from '../../test/http-samples.ts';

let relay: HttpFixture;
let one: CreatedInbox;
let two: CreatedInbox;
beforeAll(async () => (relay = await startHttp()));
afterAll(() => relay[Symbol.asyncDispose]());
beforeEach(async () => {
  one = await relay.createInbox();
  two = await relay.createInbox();
});

const send = (body: object) => relay.call('/v1/watch', { method: 'POST', body });
const watch = async (body: object): Promise<WatchResult> =>
  watchResultSchema.parse((await send(body)).json);
const both = () => [{ token: one.token }, { token: two.token }];
const idsOf = ({ inboxes }: WatchResult) =>
  inboxes.map((answer) => (answer.ok ? answer.items.map(({ id }) => id) : answer.code));

describe('a watch over two inboxes', () => {
  test('answers for each at its place', async () => {
    const mid = await relay.addMessage(two.id);
    const result = await watch({ inboxes: both(), wait: 25 });
    expect(idsOf(result)).toEqual([[], [mid]]);
    expect(result.timedOut).toBe(false);
    expect(result.inboxes.map((answer) => answer.ok && answer.inbox)).toEqual([one.id, two.id]);
  });

  test('is held until something comes to one of them, and goes on from its cursors', async () => {
    const waiting = watch({ inboxes: both(), wait: 25 });
    await relay.untilHeld('longPoll', 1);
    const mid = await relay.addMessage(one.id);
    const result = await waiting;
    expect(idsOf(result)).toEqual([[mid], []]);
    const after = result.inboxes.map((answer, i) => ({
      ...both()[i],
      ...(answer.ok && { after: answer.next }),
    }));
    const again = watch({ inboxes: after, wait: 2 });
    await relay.untilHeld('longPoll', 1);
    relay.pass(2000);
    expect(await again).toMatchObject({ timedOut: true, inboxes: [{ items: [] }, { items: [] }] });
  });

  test('does not wait when it is not asked to', async () => {
    expect(await watch({ inboxes: both() })).toMatchObject({ timedOut: false });
  });

  test('tells at once which tokens are dead, and what there is for the others', async () => {
    const mid = await relay.addMessage(two.id);
    await relay.call(`/v1/inboxes/${one.id}`, { method: 'DELETE', token: one.token });
    const inboxes = [{ token: 'x.y.z' }, ...both(), { token: two.token, after: 'x' }];
    const result = await watch({ inboxes, wait: 25 });
    expect(idsOf(result)).toEqual(['token-invalid', 'not-found', [mid], 'invalid-request']);
  });

  test('tells when an inbox ends, a token is revoked or a cursor is of no use', async () => {
    const { jti, token } = JSON.parse(
      (
        await relay.call(`/v1/inboxes/${two.id}/tokens`, {
          method: 'POST',
          token: two.token,
          body: { scope: 'read' },
        })
      ).text,
    );
    const waiting = watch({ inboxes: [{ token: one.token }, { token }], wait: 25 });
    await relay.untilHeld('longPoll', 1);
    const path = `/v1/inboxes/${two.id}/tokens/${jti}`;
    await relay.call(path, { method: 'DELETE', token: two.token });
    expect(idsOf(await waiting)).toEqual([[], 'token-invalid']);
    const { next } = await relay.list(two);
    const ahead = next.replace(/.$/, '9');
    const late = await watch({ inboxes: [{ token: two.token, after: ahead }], wait: 25 });
    expect(late.inboxes).toEqual([{ ok: false, code: 'cursor-expired', next }]);
  });

  test('holds so much for all together, and the rest the next time', async () => {
    const text = 'x'.repeat(4_100_000);
    for (const { id } of [one, two]) await relay.addMessage(id, sampleContent({ text }));
    const first = await watch({ inboxes: both(), wait: 25 });
    expect(idsOf(first).map((ids) => ids.length)).toEqual([1, 0]);
    const after = first.inboxes.map((answer, i) => ({
      ...both()[i],
      ...(answer.ok && { after: answer.next }),
    }));
    const second = await watch({ inboxes: after, wait: 25 });
    expect(idsOf(second).map((ids) => ids.length)).toEqual([0, 1]);
  });

  test('counts as a waiter on each of its inboxes', async () => {
    const inboxes = Array.from({ length: 6 }, () => ({ token: one.token }));
    const reply = await send({ inboxes, wait: 25 });
    expect([reply.status, reply.json]).toMatchObject([429, { code: 'too-many-waiters' }]);
  });

  test('frees its places when the client goes away', async () => {
    const controller = new AbortController();
    const body = { inboxes: both(), wait: 25 };
    const call = { method: 'POST', body, signal: controller.signal };
    const gone = relay.call('/v1/watch', call).catch(() => 'gone');
    await relay.untilHeld('longPoll', 1);
    controller.abort();
    expect(await gone).toBe('gone');
    await relay.untilHeld('longPoll', 0);
  });
});
