import { z } from 'zod';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { InboxSignal, Publisher } from '../core/ports.ts';
import type { RedisConnection } from './redis-connection.ts';

type Listener = (signal: InboxSignal) => void;

const signalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), seq: z.number() }),
  z.object({ kind: z.literal('extended'), expiresAt: z.number() }),
  z.object({ kind: z.literal('ended') }),
  z.object({ kind: z.literal('revoked'), jti: z.string() }),
]);

/** In the slot of the inbox, so that a cluster sends it to no other node (sharded pub/sub, Redis 7.0). */
const channelOf = (id: InboxId): string => `mayfly:{${id.slice(0, 16)}}:signals:${id}`;

/** A subscription of this relay, which all waiters of an inbox share. */
interface Channel {
  readonly listeners: Set<Listener>;
  readonly hear: (payload: string) => void;
  readonly ready: Promise<void>;
}

/**
 * Wakes waiters on any relay that works on the same Redis. `subscriber` is a connection of its own, closed with the
 * publisher; signals go out on the store's connection, behind the writes they tell of.
 */
export function createRedisPublisher(commands: RedisConnection, subscriber: RedisConnection): Publisher {
  const channels = new Map<InboxId, Channel>();

  const open = (id: InboxId): Channel => {
    const listeners = new Set<Listener>();
    const hear = (payload: string): void => {
      const signal = signalSchema.safeParse(parseJson(payload));
      if (signal.success) for (const listener of [...listeners]) listener(signal.data);
    };
    const channel = { listeners, hear, ready: subscriber.subscribe(channelOf(id), hear) };
    channels.set(id, channel);
    return channel;
  };
  const leave = (id: InboxId, channel: Channel, listener: Listener): void => {
    const left = channel.listeners.delete(listener);
    if (!left || channel.listeners.size > 0) return;
    if (channels.get(id) === channel) channels.delete(id);
    // Without a connection there is nothing to leave: Redis forgets subscriptions with it.
    subscriber.unsubscribe(channelOf(id), channel.hear).catch(() => undefined);
  };

  return {
    async publish(id, signal) {
      const channel = channelOf(id);
      await commands.command(channel, ['SPUBLISH', channel, JSON.stringify(signal)]);
    },
    async subscribe(id, listener) {
      const channel = channels.get(id) ?? open(id);
      const own: Listener = (signal) => listener(signal);
      channel.listeners.add(own);
      try {
        await channel.ready;
      } catch (error) {
        leave(id, channel, own);
        throw error;
      }
      return () => leave(id, channel, own);
    },
    close: () => subscriber.close(),
  };
}

function parseJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
