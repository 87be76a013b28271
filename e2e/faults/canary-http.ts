import { request } from 'node:http';
import { connect } from 'node:net';
import { callOf } from '@mayfly/relay/test/route-calls';
import { LiveClient } from '@mayfly/relay/test/live-client';
import { createClient } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { codeIn, pairingLink } from '../fixtures/pairing.ts';
import type { RelayProcess } from '../fixtures/relay.ts';
import { clientAddress } from './canary-smtp.ts';
import { type Canaries, canaryMail } from './canary-words.ts';

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As a stranger asks, from an address of its own. */
function ask(port: number, { path, method = 'GET', headers = {}, body }: Asked): Promise<number> {
  return new Promise((resolve, reject) => {
    const localAddress = clientAddress();
    const sent = request({ host: '127.0.0.1', port, localAddress, path, method, headers });
    sent.on('response', (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Sends what is no HTTP; resolves when the relay has closed. */
function sendRaw(port: number, octets: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: clientAddress() });
    socket.on('error', () => undefined).on('close', () => resolve());
    socket.resume().end(octets);
  });
}

const json = { 'content-type': 'application/json' };

/** By the ways in for mail, with the wrong secret and with the right one. */
function broughtMail(c: Canaries): [asked: Asked, status: number][] {
  const address = `${c.unknown}@mayfly.test`;
  const raw = callOf('receiveRaw', { id: '', token: '', restoreKey: '', address }, '');
  const mail = { path: raw.path, method: 'POST', body: canaryMail(c, address) };
  const wrong = { ...raw.headers, authorization: `Bearer ${c.token}` };
  const form = callOf('receiveImprovmx', { id: '', token: '', restoreKey: '', address }, '');
  const json = { path: form.path, method: 'POST', headers: { ...form.headers } };
  return [
    [{ ...mail, headers: wrong }, 401],
    [{ ...mail, headers: { ...raw.headers } }, 404],
    [{ ...mail, headers: { ...raw.headers, 'x-mayfly-recipient': c.unknown } }, 400],
    [{ ...json, body: JSON.stringify({ to: [{ email: address }], subject: c.subject }) }, 404],
    [{ ...json, body: `{"${c.json}": ${c.json}` }, 400],
  ];
}

/** What is refused, and with which status. */
function strange(c: Canaries, { id, token }: CreatedInbox): [asked: Asked, status: number][] {
  const bearer = { authorization: `Bearer ${token}` };
  const agent = {
    'user-agent': c.agent,
    cookie: `${c.agent}=${c.agent}`,
    referer: `http://${c.helo}/`,
  };
  const post = { path: '/v1/inboxes', method: 'POST' };
  const pair = { path: '/v1/pair', method: 'POST' };
  return [
    [{ path: `/v1/${c.path}?${c.path}=${c.path}`, headers: agent }, 404],
    [{ path: `/%ff/${c.path}`, headers: agent }, 404],
    [{ path: `/v1/inboxes/${c.path}`, headers: bearer }, 404],
    [{ path: `/v1/inboxes/%ff${c.path}`, headers: bearer }, 400],
    [
      { path: `/v1/inboxes/${id}`, headers: { authorization: `Bearer ${c.token}.${c.token}.x` } },
      401,
    ],
    [{ path: `/v1/inboxes/${id}`, headers: { authorization: `${c.token}` } }, 401],
    [{ path: `/v1/inboxes/${id}?token=${token}` }, 401],
    [{ path: `/v1/inboxes/${id}/messages?after=${c.token}`, headers: bearer }, 400],
    [{ path: `/v1/inboxes/${id}/messages?wait=${c.token}`, headers: bearer }, 400],
    [{ path: `/v1/inboxes/${id}/messages/${c.path}`, headers: bearer }, 404],
    [{ path: '/v1/domains', headers: { host: c.helo } }, 421],
    [{ path: '/v1/domains', headers: { origin: `https://${c.helo}` } }, 403],
    [{ path: '/v1/domains', headers: { 'x-forwarded-for': c.forwarded } }, 403],
    [{ path: '/v1/domains', method: 'PUT', headers: agent }, 405],
    [{ ...post, headers: json, body: `{"${c.json}": ${c.json}` }, 400],
    [{ ...post, headers: json, body: JSON.stringify({ [c.json]: c.json, domain: 7 }) }, 400],
    [{ ...post, headers: json, body: JSON.stringify({ domain: c.senderDomain }) }, 422],
    [{ ...post, headers: json, body: JSON.stringify({ localPart: `${c.json} x` }) }, 400],
    [{ ...pair, headers: json, body: JSON.stringify({ code: c.token }) }, 401],
    [{ ...pair, headers: json, body: JSON.stringify({ code: c.json.repeat(20) }) }, 400],
    [{ ...pair, headers: json, body: JSON.stringify({ [c.json]: c.token }) }, 400],
    [
      {
        ...{ path: '/v1/inboxes/restore', method: 'POST', headers: json },
        body: JSON.stringify({ restoreKey: c.token }),
      },
      403,
    ],
    [{ ...post, headers: json, body: `"${c.json.repeat(10_000)}"` }, 413],
    [{ ...post, headers: { 'content-type': `text/${c.json}` }, body: c.json }, 415],
    ...broughtMail(c),
    [{ ...post, headers: { ...json, 'content-encoding': c.json }, body: c.json }, 415],
  ];
}

async function talkOverSockets(relay: RelayProcess, c: Canaries, inbox: CreatedInbox) {
  const good = await new LiveClient(relay.url).opened();
  good.socket.send(JSON.stringify({ watch: [{ token: inbox.token }] }));
  await good.until('ready');
  const hellos: (string | Buffer)[] = [
    `{"${c.json}"`,
    JSON.stringify({ watch: [{ token: c.token }], [c.json]: c.json }),
    JSON.stringify({ watch: [{ token: inbox.token, after: c.token }] }),
    Buffer.from(c.json),
  ];
  for (const hello of hellos) {
    const { socket, closed } = await new LiveClient(relay.url, {
      localAddress: clientAddress(),
      headers: { 'user-agent': c.agent },
    }).opened();
    socket.send(hello);
    await closed;
  }
  const refused = [
    new LiveClient(`${relay.url}/${c.path}`),
    new LiveClient(relay.url, { headers: { origin: `https://${c.helo}` } }),
    new LiveClient(relay.url, { headers: { 'x-forwarded-for': c.forwarded } }),
  ];
  for (const client of refused) await client.opened().then(unexpected, () => undefined);
  return good;
}

const unexpected = (): never => {
  throw new Error('Something was let in that should not be');
};

/** Goes through every door of HTTP with canaries; returns the answers that were not as they should be. */
export async function knockOnHttp(
  relay: RelayProcess,
  c: Canaries,
  inbox: CreatedInbox,
): Promise<string[]> {
  const { port } = relay.http;
  const wrong: string[] = [];
  for (const [asked, status] of strange(c, inbox)) {
    const answered = await ask(port, asked);
    if (answered !== status)
      wrong.push(`${asked.method ?? 'GET'} ${asked.path}: ${answered}, not ${status}`);
  }
  await sendRaw(port, `${c.command} ${c.path}\r\n\r\n`);
  await sendRaw(port, `GET /${c.path} HTTP/1.1\r\n${c.header}\x00: ${c.header}\r\n\r\n`);
  await sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${c.header.repeat(2000)}\r\n\r\n`);
  const live = await talkOverSockets(relay, c, inbox);
  await useInbox(relay, c, inbox);
  const { closed } = live;
  await relay.client.deleteInbox(inbox.id, { token: inbox.token });
  await closed;
  await relay.client.restoreInbox({ restoreKey: inbox.restoreKey });
  return wrong;
}

/** What an owner does with an inbox that has mail. */
async function useInbox({ client }: RelayProcess, c: Canaries, inbox: CreatedInbox) {
  const { id, token } = inbox;
  await client.getInbox(id, { token });
  const { items, next } = await client.listMessages(id, { token, wait: 25 });
  const [first] = items;
  if (first === undefined) throw new Error('No message to look at');
  await client.listMessages(id, { token, after: next, wait: 1 });
  await client.watch([{ token, after: next }, { token: c.token }], 0);
  await client.getMessage(id, first.id, { token });
  await client.markSeen(id, first.id, true, { token });
  const reader = await client.createToken(id, { scope: 'read' }, { token });
  await client.revokeToken(id, reader.jti, { token });
  await client.getInbox(id, { token: reader.token }).catch(() => undefined);
  await client.extendInbox(id, 30, { token });
  await client.deleteMessage(id, first.id, { token });
}

/** Pairs two browsers, of which one withdraws the other; returns what nobody else may learn. */
export async function pairBrowsers(relay: RelayProcess, c: Canaries): Promise<string[]> {
  const secrets: string[] = [];
  const join = async () => {
    const code = codeIn(await pairingLink(relay, c.label));
    const { token, access } = await relay.client.pair(code);
    secrets.push(code, token);
    return { access, client: createClient({ baseUrl: relay.url, accessToken: token }) };
  };
  const [one, other] = [await join(), await join()];
  await one.client.listAccess();
  await one.client.withdrawAccess(other.access.id);
  const [used = ''] = secrets;
  await relay.client.pair(used).then(unexpected, () => undefined);
  await other.client.listAccess().then(unexpected, () => undefined);
  return secrets;
}

/** The metrics, and what their listener is asked beside them. */
export async function readMetrics({ metrics }: RelayProcess, c: Canaries): Promise<string> {
  const port = metrics?.port ?? 0;
  await ask(port, { path: `/${c.path}`, headers: { 'user-agent': c.agent } });
  await ask(port, { path: '/metrics', headers: { host: c.helo } });
  await sendRaw(port, `${c.command} ${c.path}\r\n\r\n`);
  return (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
}
