import type { Cursor, MessageItem } from '../contract/message.ts';
import type { ProblemCode } from '../contract/problem.ts';
import type { LiveEvent, WatchAnswer, Watched } from '../contract/stream-event.ts';
import { type Backoff, createBackoff, pause } from './backoff.ts';
import { type Client } from './client.ts';
import { type ClientError, isClientError, NetworkError } from './client-error.ts';
import { liveEvents, type OpenSocket } from './live-socket.ts';

/** `index` is the inbox's place in `watch`. */
export type StreamEvent =
  | {
      readonly type: 'items';
      readonly index: number;
      readonly items: readonly MessageItem[];
      readonly next: Cursor;
    }
  /** The inbox lives until then, and its mail is sealed to that key. */
  | {
      readonly type: 'inbox';
      readonly index: number;
      readonly expiresAt: string;
      readonly publicKey: string | null;
    }
  /** The cursor was older than what the relay keeps: throw away what is known of the inbox, all of it follows. */
  | { readonly type: 'reset'; readonly index: number }
  /** Nothing more will come for this inbox. */
  | { readonly type: 'ended'; readonly index: number; readonly code: ProblemCode }
  /** All that was there has been handed over; from here on events are fresh. */
  | { readonly type: 'connected'; readonly transport: Transport }
  | { readonly type: 'disconnected'; readonly error: ClientError; readonly retryMs: number };

export type Transport = 'live' | 'poll';

export interface StreamOptions {
  readonly client: Client;
  readonly watch: readonly { readonly token: string; readonly after: Cursor | null }[];
  readonly signal: AbortSignal;
  /** `auto` opens a WebSocket and falls back to the long-poll while that cannot be opened. */
  readonly transport?: Transport | 'auto';
  readonly openSocket?: OpenSocket;
  readonly random?: () => number;
  /** Seconds that one long-poll is held. */
  readonly wait?: number;
}

interface Place {
  readonly index: number;
  readonly token: string;
  after: Cursor | undefined;
}

const ends = new Set<ProblemCode>([
  'not-found',
  'token-expired',
  'token-invalid',
  'token-missing',
  'scope-insufficient',
]);
/** The cursor is too old, or not of this inbox. */
const resets = new Set<ProblemCode>(['cursor-expired', 'invalid-request']);
/** A socket that failed this often in a row makes way for one long-poll. */
const socketTries = 2;

const watchedOf = (places: readonly Place[]): Watched[] =>
  places.map(({ token, after }) => (after === undefined ? { token } : { token, after }));

function* refused(
  places: Map<number, Place>,
  place: Place,
  code: ProblemCode,
): Generator<StreamEvent> {
  if (ends.has(code)) {
    places.delete(place.index);
    yield { type: 'ended', index: place.index, code };
  } else if (resets.has(code) && place.after !== undefined) {
    place.after = undefined;
    yield { type: 'reset', index: place.index };
  } else {
    // Nothing that asking again at once would mend.
    throw new NetworkError(new Error(code));
  }
}

function* fromAnswer(
  places: Map<number, Place>,
  place: Place,
  answer: WatchAnswer,
): Generator<StreamEvent> {
  if (!answer.ok) {
    yield* refused(places, place, answer.code);
    return;
  }
  place.after = answer.next;
  const { expiresAt, publicKey } = answer;
  yield { type: 'inbox', index: place.index, expiresAt, publicKey };
  yield { type: 'items', index: place.index, items: answer.items, next: answer.next };
}

function* fromLive(
  places: Map<number, Place>,
  list: readonly Place[],
  event: LiveEvent,
): Generator<StreamEvent> {
  if (event.type === 'ready' || event.type === 'ping') return;
  const place = list[event.index];
  if (place === undefined || !places.has(place.index)) return;
  if (event.type === 'expired') yield* refused(places, place, 'not-found');
  else if (event.type === 'error') yield* refused(places, place, event.code);
  else if (event.type === 'inbox') {
    const { expiresAt, publicKey } = event;
    yield { type: 'inbox', index: place.index, expiresAt, publicKey };
  } else {
    place.after = event.next;
    yield { type: 'items', index: place.index, items: [event.item], next: event.next };
  }
}

async function* pollOnce(
  options: StreamOptions,
  places: Map<number, Place>,
  wait: number,
): AsyncGenerator<StreamEvent> {
  const list = [...places.values()];
  const result = await options.client.watch(watchedOf(list), wait, { signal: options.signal });
  for (const [i, answer] of result.inboxes.entries()) {
    const place = list[i];
    if (place !== undefined) yield* fromAnswer(places, place, answer);
  }
}

async function* follow(
  options: StreamOptions,
  places: Map<number, Place>,
  transport: Transport,
  backoff: Backoff,
): AsyncGenerator<StreamEvent> {
  if (transport === 'poll') {
    yield* pollOnce(options, places, 0);
    backoff.reset();
    yield { type: 'connected', transport };
    while (places.size > 0 && !options.signal.aborted) {
      yield* pollOnce(options, places, options.wait ?? 25);
      if (options.transport !== 'poll') return;
    }
    return;
  }
  const list = [...places.values()];
  const open = options.openSocket ?? ((url: string) => new WebSocket(url));
  const events = liveEvents(open, options.client.baseUrl, watchedOf(list), options.signal);
  for await (const event of events) {
    yield* fromLive(places, list, event);
    if (event.type === 'ready') {
      backoff.reset();
      yield { type: 'connected', transport };
    }
    // A cursor that expired needs a connection of its own: the relay goes on only from what it was given.
    if (places.size === 0 || (event.type === 'error' && resets.has(event.code))) return;
  }
}

/**
 * What changes in the given inboxes, over WebSocket or long-poll, for as long as one of them lives and the signal
 * allows. Reconnects with backoff and goes on from the last cursor, so that nothing is missed and nothing comes twice.
 */
export async function* messageStream(options: StreamOptions): AsyncGenerator<StreamEvent, void> {
  const { signal, transport = 'auto' } = options;
  const places = new Map<number, Place>(
    options.watch.map(({ token, after }, index) => [
      index,
      { index, token, after: after ?? undefined },
    ]),
  );
  const backoff = createBackoff(options.random ?? Math.random);
  let socketFailures = 0;
  while (places.size > 0 && !signal.aborted) {
    const poll = transport === 'poll' || (transport === 'auto' && socketFailures >= socketTries);
    try {
      for await (const event of follow(options, places, poll ? 'poll' : 'live', backoff)) {
        if (event.type === 'connected' && !poll) socketFailures = 0;
        yield event;
      }
      // The next round tries the socket once.
      if (poll) socketFailures = socketTries - 1;
    } catch (error) {
      if (signal.aborted) return;
      if (!isClientError(error)) throw error;
      if (!poll) socketFailures += 1;
      const retryMs = backoff.next(error);
      yield { type: 'disconnected', error, retryMs };
      await pause(retryMs, signal);
    }
  }
}
