import { request } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  type CreatedInbox,
  createdInboxSchema,
  type CreateInbox,
} from '@mayfly/shared/contract/inbox';
import { type MessageList, messageListSchema } from '@mayfly/shared/contract/message';
import type { Clock, Store } from '../src/core/ports.ts';
import { createHttpServer } from '../src/http/server.ts';
import { messageAdder } from './http-samples.ts';
import { createServices, createTimers, type Settings } from './http-services.ts';
import { sqliteHarness } from './sqlite-harness.ts';

export interface FixtureOptions extends Settings {
  readonly wrapStore?: (store: Store) => Store;
  /** Instead of one that stands still. */
  readonly clock?: Clock;
}

export interface Call {
  readonly method?: string;
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with whatever content type `headers` say. */
  readonly rawBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed when it is JSON. */
  readonly json: unknown;
}

function createCaller(url: string) {
  return async (path: string, options: Call = {}): Promise<Reply> => {
    const { method = 'GET', token, body, rawBody, headers, signal } = options;
    const response = await fetch(`${url}${path}`, {
      method,
      body: rawBody ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
    });
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const json: unknown = isJson && text !== '' ? JSON.parse(text) : null;
    return { status: response.status, headers: response.headers, text, json };
  };
}

/** What most tests begin with. */
function createActions(call: ReturnType<typeof createCaller>) {
  return {
    async createInbox(input: CreateInbox = {}): Promise<CreatedInbox> {
      const { json } = await call('/v1/inboxes', { method: 'POST', body: input });
      return createdInboxSchema.parse(json);
    },
    async list({ id, token }: CreatedInbox, query = ''): Promise<MessageList> {
      const { json } = await call(`/v1/inboxes/${id}/messages${query}`, { token });
      return messageListSchema.parse(json);
    },
  };
}

/** Resolves when so many wait. What is done then, no waiter misses. */
function createHeldWatch(noted: readonly { readonly event: string; readonly fields: object }[]) {
  return async (kind: 'longPoll' | 'webSocket', count: number): Promise<void> => {
    const isSo = () =>
      noted.findLast(({ event, fields }) => event === 'waitersChanged' && kind in fields)?.fields;
    while (!isDeepStrictEqual(isSo(), { [kind]: count })) await setImmediate();
  };
}

/** The HTTP side of a relay on a real socket and the embedded store, with a clock and timers that stand still. */
export async function startHttp(options: FixtureOptions = {}) {
  let now = 1_800_000_000_000;
  const { clock = () => now } = options;
  const timers = createTimers();
  const harness = await sqliteHarness(clock);
  const { publisher } = harness;
  const store = options.wrapStore?.(harness.store) ?? harness.store;
  const services = createServices({ store, publisher, clock, every: timers.every }, options);
  const http = createHttpServer(services.deps);
  const { port } = await http.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const call = createCaller(url);
  return {
    ...services,
    url,
    port,
    clock,
    store,
    publisher,
    timers,
    call,
    untilHeld: createHeldWatch(services.noted),
    ...createActions(call),
    addMessage: messageAdder(harness.store, publisher, clock),
    /** Lets time pass and every timer look at the clock. */
    pass(milliseconds: number) {
      now += milliseconds;
      timers.run();
    },
    close: (graceMs = 1000) => http.close({ graceMs }),
    async [Symbol.asyncDispose]() {
      await http.close({ graceMs: 100 });
      await harness.dispose();
    },
  };
}

export type HttpFixture = Awaited<ReturnType<typeof startHttp>>;

/** A request with headers that fetch does not let one set, such as Host. */
export function rawRequest(
  port: number,
  asked: { method?: string; path?: string; headers?: Readonly<Record<string, string | string[]>> },
): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', path = '/', headers = {} } = asked;
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    // An upgrade that is taken is an answer too.
    sent.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: '' });
    });
    sent.on('error', reject);
    sent.end();
  });
}
