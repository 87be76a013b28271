import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { inboxOf } from '../../test/popup-fixture.ts';
import { fetchPart } from './fetch-part.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(status: number) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.writeHead(status).end('From: a');
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { requests, inbox: inboxOf('a-b', { relayUrl: `http://127.0.0.1:${port}/mayfly` }) };
}

describe('fetchPart', () => {
  it('asks under the relay’s own path, with the token in a header', async () => {
    const { requests, inbox } = await serve(200);
    const bytes = await fetchPart(fetch, inbox, 'm', 'raw');
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe('From: a');
    expect(requests[0]?.url).toBe('/mayfly/v1/inboxes/a-b/messages/m/raw');
    expect(requests[0]?.headers.authorization).toBe('Bearer token-of-a-b');
  });

  it('says null when the relay refuses or cannot be reached', async () => {
    const { inbox } = await serve(404);
    expect(await fetchPart(fetch, inbox, 'm', 'raw')).toBeNull();
    const gone = inboxOf('a', { relayUrl: 'http://127.0.0.1:1' });
    expect(await fetchPart(fetch, gone, 'm', 'raw')).toBeNull();
  });
});
