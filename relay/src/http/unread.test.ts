import { once } from 'node:events';
import { connect } from 'node:net';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrapPlain } from '../core/envelope.ts';
import { type HttpFixture, startHttp } from '../../test/http-fixture.ts';
import { sampleContent } from '../../test/http-samples.ts';

/** More than the system keeps for one connection. */
const bytes = 20_000_000;

let relay: HttpFixture;
let inbox: CreatedInbox;
let path: string;
beforeAll(async () => {
  relay = await startHttp({ unreadBytes: 2 * bytes });
  inbox = await relay.createInbox();
  const file = wrapPlain(Buffer.alloc(bytes, 'a'));
  const parts = new Map([['attachment-0' as const, file]]);
  const mid = await relay.addMessage(inbox.id, sampleContent(), parts);
  path = `/v1/inboxes/${inbox.id}/messages/${mid}/attachments/0`;
});
afterAll(() => relay[Symbol.asyncDispose]());

/** Asks for the mail and reads nothing but the first octets of the answer. */
async function askDeaf() {
  const socket = connect(relay.port, '127.0.0.1');
  const head = `Host: 127.0.0.1\r\nAuthorization: Bearer ${inbox.token}`;
  socket.write(`GET ${path} HTTP/1.1\r\n${head}\r\n\r\n`);
  socket.on('error', () => undefined);
  await once(socket, 'readable');
  const ended = once(socket, 'close');
  return {
    /** Reads on; how much came, until the end or until it was broken off. */
    async rest(): Promise<number> {
      socket.on('data', () => (socket.bytesRead >= bytes ? socket.destroy() : undefined));
      await ended;
      return socket.bytesRead;
    },
  };
}

describe('answers that nobody reads', () => {
  test('are broken off when there are too many, those first that wait longest', async () => {
    const first = await askDeaf();
    const second = await askDeaf();
    const third = await askDeaf();
    expect(await first.rest()).toBeLessThan(bytes);
    expect(await second.rest()).toBeGreaterThanOrEqual(bytes);
    expect(await third.rest()).toBeGreaterThanOrEqual(bytes);
  });

  test('count no more when they are read or their readers are gone', async () => {
    for (let n = 0; n < 4; n += 1) {
      const reply = await relay.call(path, { token: inbox.token });
      expect(reply.text).toHaveLength(bytes);
    }
    expect(await (await askDeaf()).rest()).toBeGreaterThanOrEqual(bytes);
  });
});
