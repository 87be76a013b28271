import { z } from 'zod';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { InboxSignal, Publisher } from '../core/ports.ts';
import type { RedisConnection } from './redis-connection.ts';

type Listener = (signal: InboxSignal) => void;

const signalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), seq: z.number() }),
  z.object({ kind: z.literal('extended'), expiresAt: z.number() }),
  z.object({ kind: z.literal('rekeyed'), publicKey: z.string().nullable() }),
  z.object({ kind: z.literal('ended') }),
  z.object({ kind: z.literal('revoked'), jti: z.string() }),
]);

/** In the slot of the inbox, so that a cluster sends it to no other node (sharded pub/sub, Redis 7.0). Scripts name it too. */
const channelOf = (id: InboxId): string => `mayfly:{${id.slice(0, 16)}}:signals:${id}`;

/** A subscription of this relay, which all waiters of an inbox share. */
interface Channel {
  readonly name: string;
  readonly listeners: Set<Listener>;
  readonly hear: (payload: string) => void;
  readonly ready: Promise<void>;
}

/**
 * Wakes waiters on any relay that works on the same Redis. `subscriber` is a connection of its own, closed with the
 * publisher; signals go out on the store's connection, behind the writes they tell of.
 */
export function createRedisPublisher(
  commands: RedisConnection,
  subscriber: RedisConnection,
): Publisher {
  const channels = new Channels(subscriber);
  return {
    async publish(id, signal) {
      // Told by the script that counted it.
      if (signal.kind === 'changed') return;
      const channel = channelOf(id);
      await commands.command(channel, ['SPUBLISH', channel, JSON.stringify(signal)]);
    },
    subscribe: (id, listener) => channels.join(id, listener),
    close: () => subscriber.close(),
  };
}

/** Counts who listens to what, so that Redis has one subscription for each inbox and none that nobody hears. */
class Channels {
  readonly #subscriber: RedisConnection;
  readonly #open = new Map<InboxId, Channel>();
  /** Left while there was no connection: the client would take them up again with the next one. */
  readonly #stale = new Set<Channel>();

  constructor(subscriber: RedisConnection) {
    this.#subscriber = subscriber;
  }

  async join(id: InboxId, listener: Listener): Promise<() => void> {
    const channel = this.#open.get(id) ?? this.#subscribe(id);
    // One of its own for each waiter, so that the same function may wait twice.
    const own: Listener = (signal) => listener(signal);
    channel.listeners.add(own);
    try {
      await channel.ready;
    } catch (error) {
      this.#leave(id, channel, own);
      throw error;
    }
    for (const stale of this.#stale) this.#unsubscribe(stale);
    return () => this.#leave(id, channel, own);
  }

  #subscribe(id: InboxId): Channel {
    const listeners = new Set<Listener>();
    const hear = (payload: string): void => {
      const signal = signalSchema.safeParse(parseJson(payload));
      if (signal.success) for (const listener of [...listeners]) listener(signal.data);
    };
    const name = channelOf(id);
    const channel = { name, listeners, hear, ready: this.#subscriber.subscribe(name, hear) };
    this.#open.set(id, channel);
    return channel;
  }

  #leave(id: InboxId, channel: Channel, listener: Listener): void {
    const left = channel.listeners.delete(listener);
    if (!left || channel.listeners.size > 0) return;
    if (this.#open.get(id) === channel) this.#open.delete(id);
    this.#unsubscribe(channel);
  }

  #unsubscribe(channel: Channel): void {
    this.#stale.delete(channel);
    this.#subscriber.unsubscribe(channel.name, channel.hear).catch(() => this.#stale.add(channel));
  }
}

function parseJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
