import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { rawRequest, startHttp } from '../../test/http-fixture.ts';
import { LiveClient } from '../../test/live-client.ts';

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
};

describe('an upgrade', () => {
  test.each([
    ['another host name', { host: 'evil.example' }, '/v1/live', 421, 'host-unknown'],
    ['another page', { origin: 'https://evil.example' }, '/v1/live', 403, 'origin-refused'],
    ['a proxy', { 'x-forwarded-for': '1.2.3.4' }, '/v1/live', 403, 'proxy-refused'],
    ['another path', {}, '/v1/inboxes', 404, 'route-not-found'],
    ['a path that only looks like it', {}, '/v1/%6cive', 404, 'route-not-found'],
    [
      'another page by an encoded path',
      { origin: 'https://evil.example' },
      '/v1/%6cive',
      403,
      'origin-refused',
    ],
    ['another protocol', { upgrade: 'h2c' }, '/v1/live', 404, 'route-not-found'],
  ])('from %s is refused', async (_what, headers, path, status, code) => {
    await using relay = await startHttp();
    const host = `localhost:${relay.port}`;
    const reply = await rawRequest(relay.port, { path, headers: { host, ...upgrade, ...headers } });
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(reply.text)).toMatchObject({ status, code });
  });

  test('of an extension is let in, below the path of the public URL too', async () => {
    await using relay = await startHttp({
      settings: { publicUrl: 'https://mail.example.org/mayfly', access: 'private' },
    });
    const origin = 'chrome-extension://abcdefgh';
    const client = await new LiveClient(`${relay.url}/mayfly`, { origin }).opened();
    client.socket.terminate();
  });

  test('that is nonsense does no harm', async () => {
    await using relay = await startHttp();
    const socket = connect(relay.port, '127.0.0.1');
    socket.end(
      'GET /v1/live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    );
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await relay.call('/healthz')).status).toBe(200);
  });

  test('counts as a request', async () => {
    await using relay = await startHttp({ limits: { requestsPerMinute: 2 } });
    const first = await new LiveClient(relay.url).opened();
    await relay.call('/healthz');
    await expect(new LiveClient(relay.url).opened()).rejects.toThrow('refused with 429');
    first.socket.terminate();
  });
});

describe('a connection', () => {
  const talk = async (port: number, text: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    socket.end(text);
    let answer = '';
    for await (const chunk of socket.setEncoding('utf8')) answer += chunk;
    return answer;
  };

  test.each([
    ['is no HTTP', 'EHLO mail.example\r\n\r\n', 400, 'invalid-request'],
    [
      'has a header of 17 KB',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`,
      400,
      'invalid-request',
    ],
    ['names no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 421, 'host-unknown'],
    ['names no host in HTTP/1.0', 'GET /healthz HTTP/1.0\r\n\r\n', 421, 'host-unknown'],
  ])('that %s gets a problem', async (_what, text, status, code) => {
    await using relay = await startHttp();
    const [head, body] = (await talk(relay.port, text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    expect(JSON.parse(body ?? '')).toMatchObject({ status, code });
  });

  test('that offers another protocol is answered in this one', async () => {
    await using relay = await startHttp();
    const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' };
    const reply = await rawRequest(relay.port, { path: '/healthz', headers });
    expect(reply.status).toBe(200);
  });

  test('may say what type its missing body has', async () => {
    await using relay = await startHttp();
    const headers = { 'content-type': 'text/plain' };
    expect((await rawRequest(relay.port, { path: '/healthz', headers })).status).toBe(200);
    const post = await rawRequest(relay.port, { method: 'POST', path: '/v1/inboxes', headers });
    expect(post.status).toBe(415);
  });
});

describe('closing', () => {
  test('answers who waits, and closes sockets with 1001', async () => {
    await using relay = await startHttp();
    const inbox = await relay.createInbox();
    const waiting = relay.list(inbox, '?wait=25');
    const client = await new LiveClient(relay.url).opened();
    client.socket.send(JSON.stringify({ watch: [{ token: inbox.token }] }));
    await client.until('ready');
    const silent = await new LiveClient(relay.url).opened();
    await relay.untilHeld('longPoll', 1);
    const closed = relay.close();
    expect(await waiting).toMatchObject({ items: [], timedOut: true });
    expect([await client.closed, await silent.closed]).toEqual([1001, 1001]);
    await closed;
    await expect(relay.call('/healthz')).rejects.toThrow();
    expect(relay.timers.size).toBe(0);
  });

  test('cuts who does not take part when the grace is over', async () => {
    await using relay = await startHttp();
    const socket = connect(relay.port, '127.0.0.1');
    const ended = new Promise((resolve) => socket.resume().once('close', resolve));
    socket.write('POST /v1/watch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n');
    const client = await new LiveClient(relay.url).opened();
    client.socket.pause();
    await relay.close(1);
    await ended;
    client.socket.terminate();
  });

  test('can be asked for twice, and before it listens to anybody', async () => {
    await using relay = await startHttp();
    await Promise.all([relay.close(), relay.close()]);
  });
});
