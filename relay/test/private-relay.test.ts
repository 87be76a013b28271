import { createClient } from '@mayfly/shared/client/client';
import { problemSchema } from '@mayfly/shared/contract/problem';
import type { RouteName } from '@mayfly/shared/contract/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRelay, type TestRelay } from './harness.ts';
import { LiveClient } from './live-client.ts';
import { callOf, routeNames } from './route-calls.ts';

/** What everybody is told: that there is a relay, and of what kind. */
const publicRoutes = new Set<RouteName>(['getDomains', 'getLimits', 'health', 'ready']);

let relay: TestRelay;
let elsewhere: TestRelay;
/** Who has access here, and who has access there. */
let member: Member;
let other: Member;
beforeAll(async () => {
  relay = await startRelay({
    env: { MAYFLY_ACCESS: 'private', MAYFLY_WRONG_TOKENS_PER_MINUTE: '9999' },
  });
  elsewhere = await startRelay({ env: { MAYFLY_ACCESS: 'private' } });
  [member, other] = [await join(relay), await join(elsewhere)];
}, 60_000);
afterAll(async () => {
  await relay[Symbol.asyncDispose]();
  await elsewhere[Symbol.asyncDispose]();
});

/** Pairs a browser, which then makes an inbox. */
async function join({ client, offerPairing, url }: TestRelay) {
  const { token: accessToken, access } = await client.pair(await offerPairing('laptop'));
  const own = createClient({ baseUrl: url, accessToken });
  return { accessToken, access, own, inbox: await own.createInbox() };
}

type Member = Awaited<ReturnType<typeof join>>;

/** About what is the member's. */
async function ask(name: RouteName, token: string | undefined) {
  const { inbox, access } = member;
  const caller = { ...inbox, token: token ?? 'none', access: { ...access, token: 'none' } };
  const { method, path, body } = callOf(name, caller, 'm'.repeat(20));
  return await fetch(relay.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

describe('a stranger at a private relay', () => {
  const strangers = {
    'without a token': () => undefined,
    'with a made-up token': () => 'x.y.z',
    'with access to another relay': () => other.accessToken,
    'with an inbox of another relay': () => other.inbox.token,
  };
  const cases = Object.entries(strangers).flatMap(([who, tokenOf]) =>
    routeNames
      .filter((name) => name !== 'watch' && !publicRoutes.has(name))
      .map((name) => [who, name, tokenOf] as const),
  );

  test.each(cases)('%s gets nothing from %s', async (_who, name, tokenOf) => {
    const response = await ask(name, tokenOf());
    expect([401, 403, 404]).toContain(response.status);
    const text = await response.text();
    expect(problemSchema.parse(JSON.parse(text)).status).toBe(response.status);
    expect(text).not.toContain(member.inbox.address);
  });

  test.each(Object.entries(strangers))('%s watches nothing', async (_who, tokenOf) => {
    const answer = await (await ask('watch', tokenOf())).json();
    expect(answer).toMatchObject({ inboxes: [{ ok: false, code: 'token-invalid' }] });
    const live = await new LiveClient(relay.url).opened();
    live.socket.send(JSON.stringify({ watch: [{ token: tokenOf() ?? 'none' }] }));
    expect(await live.next()).toMatchObject({ code: 'token-invalid' });
    expect(await live.closed).toBe(4410);
  });
});

describe('access that is withdrawn', () => {
  test('ends at once, and with it all that was opened', async () => {
    const [gone, stays] = [await join(relay), await join(relay)];
    const client = relay.clientFor(gone.inbox.token);
    const { next } = await client.listMessages(gone.inbox.id);
    const held = expect(
      client.listMessages(gone.inbox.id, { after: next, wait: 25 }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const watched = relay.client.watch([{ token: gone.inbox.token }], 25);
    const live = await new LiveClient(relay.url).opened();
    live.socket.send(JSON.stringify({ watch: [{ token: gone.inbox.token }] }));
    await live.until('ready');

    await stays.own.withdrawAccess(gone.access.id);
    await held;
    expect((await watched).inboxes).toEqual([{ ok: false, code: 'not-found' }]);
    expect(await live.closed).toBe(4410);
    for (const refused of [() => gone.own.createInbox(), () => gone.own.listAccess()])
      await expect(refused()).rejects.toMatchObject({ code: 'token-invalid' });
    await expect(client.getInbox(gone.inbox.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(relay.send(gone.inbox.address)).rejects.toMatchObject({ responseCode: 550 });

    await relay.clientFor(stays.inbox.token).getInbox(stays.inbox.id);
    await stays.own.createInbox();
  });

  test('leaves no inbox that was being made meanwhile', async () => {
    const [gone, stays] = [await join(relay), await join(relay)];
    const made = Array.from({ length: 20 }, () => gone.own.createInbox());
    const settled = Promise.allSettled(made);
    await stays.own.withdrawAccess(gone.access.id);
    await settled;
    expect(await relay.relay.store.listInboxesOf(gone.access.id)).toEqual([]);
  });
});
