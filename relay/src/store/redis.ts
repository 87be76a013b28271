import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient, createCluster, RESP_TYPES } from 'redis';
import { RelayError } from '../core/errors.ts';
import type { Clock, Counter, Publisher, Store } from '../core/ports.ts';
import type { RedisArguments, RedisConnection, RedisNode } from './redis-connection.ts';
import { createRedisCounter } from './redis-counter.ts';
import { readDurability, type RedisSetting, requireDurable } from './redis-durability.ts';
import { RedisGuard } from './redis-guard.ts';
import { createRedisPublisher } from './redis-publisher.ts';
import { createRedisStoreOn } from './redis-store.ts';

/** A command that has no answer by then is given up: the sender is asked to come again. */
const COMMAND_MS = 5000;
/** So long a start waits for Redis. */
const START_MS = 10_000;
const RETRY_MS = 250;
/** So many commands may be on their way; more are refused at once. */
const QUEUE = 20_000;
/** After the mail of so long a time at the latest its files are free of what was deleted. */
const ERASE_EVERY_MS = 600_000;
/** A relay that gave no sign of life for so long is dead, and others take up what it left. */
const DEAD_AFTER_MS = 5000;

/** Values are octets; the names and words among them are read as text where they are used. */
const asked = { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } };
const common = {
  disableOfflineQueue: true,
  commandsQueueMaxLength: QUEUE,
  maintNotifications: 'disabled',
  // The client's own time limit ends when a command is sent; ours covers the answer.
  commandOptions: { timeout: 0 },
} as const;

export interface RedisSettings {
  readonly url: string;
  readonly clock: Clock;
  /** For lengths of time; the same where none is given. */
  readonly steady?: Clock;
  readonly durability: 'required' | 'relaxed';
  readonly startMs?: number;
  readonly commandMs?: number;
  readonly eraseEveryMs?: number;
  readonly deadAfterMs?: number;
}

/**
 * The store for more than one relay: one Redis (`redis://`, `rediss://`) or a cluster (`redis-cluster://host:port,…`).
 * Rejects when Redis cannot be reached or does not keep what it acknowledged; the error's message is for the operator.
 */
export async function createRedisStore(
  settings: RedisSettings,
): Promise<{ store: Store; publisher: Publisher; counter: Counter }> {
  const { clock, durability } = settings;
  const { eraseEveryMs = ERASE_EVERY_MS, deadAfterMs = DEAD_AFTER_MS } = settings;
  const commands = await connect(settings);
  try {
    if (durability === 'required') await requireDurable(commands);
    const relayId = randomUUID();
    const how = { clock, durability, eraseEveryMs, relayId, deadAfterMs };
    const store = await createRedisStoreOn(commands, how);
    const publisher = createRedisPublisher(commands, await connect(settings));
    return { store, publisher, counter: createRedisCounter(commands, settings.steady ?? clock) };
  } catch (error) {
    await commands.close();
    throw error;
  }
}

/** What Redis is set to, of what matters for mail that was acknowledged. Rejects when it does not tell. */
export async function inspectRedis(
  settings: Pick<RedisSettings, 'url' | 'startMs'>,
): Promise<readonly RedisSetting[]> {
  const connection = await connect(settings);
  try {
    return await readDurability(connection);
  } finally {
    await connection.close();
  }
}

/** What both kinds of client have in common, behind one face. */
interface Client {
  send(key: string, args: RedisArguments): Promise<unknown>;
  nodes(): Promise<readonly RedisNode[]>;
  connect(): Promise<unknown>;
  sSubscribe(channel: string, listener: (payload: string) => void): Promise<unknown>;
  sUnsubscribe(channel: string, listener: (payload: string) => void): Promise<unknown>;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  close(): Promise<unknown>;
  destroy(): unknown;
}

type Reaching = Pick<RedisSettings, 'url' | 'startMs' | 'commandMs'>;

async function connect(settings: Reaching): Promise<RedisConnection> {
  const { url, startMs = START_MS, commandMs = COMMAND_MS } = settings;
  const guard = new RedisGuard(commandMs);
  const isCluster = url.startsWith('redis-cluster:');
  const client = isCluster ? clusterClient(url, guard) : singleClient(url, guard);
  await start(client, startMs);
  return {
    isCluster,
    command: (key, args) => guard.run(() => client.send(key, args)),
    nodes: () => guard.run(() => client.nodes()),
    subscribe: (channel, listener) =>
      guard.run(async () => void (await client.sSubscribe(channel, listener))),
    unsubscribe: (channel, listener) =>
      guard.run(async () => void (await client.sUnsubscribe(channel, listener))),
    async close() {
      if (await guard.close()) client.destroy();
    },
  };
}

/** Waits until Redis answers: it may be starting, or reading its files. */
async function start(client: Client, startMs: number): Promise<void> {
  let last: unknown = null;
  // A command that meets an outage fails by itself; the errors between are told when the start is given up.
  client.on('error', (error) => (last = error));
  const late = AbortSignal.timeout(startMs);
  const givenUp = once(late, 'abort').then(() => {
    throw last;
  });
  try {
    await Promise.race([givenUp, client.connect()]);
    for (;;) {
      const answer = await Promise.race([givenUp, ping(client)]);
      if (answer === null) return;
      last = answer;
      await Promise.race([givenUp, wait(RETRY_MS)]);
    }
  } catch (error) {
    client.destroy();
    const reason = error instanceof Error ? error.message : 'no answer';
    throw new RelayError('store-unavailable', {
      message: `Redis cannot be reached: ${reason}`,
      cause: error,
    });
  }
}

/** Null when it answers, else why not. */
const ping = (client: Client): Promise<unknown> =>
  client.send('mayfly', ['EXISTS', 'mayfly']).then(
    () => null,
    (error: unknown) => error ?? 'no answer',
  );

function singleClient(url: string, guard: RedisGuard): Client {
  const client = createClient({ ...common, url, socket: { reconnectStrategy: RETRY_MS } });
  const { hostname, port } = new URL(url);
  const node: RedisNode = {
    host: hostname,
    port: Number(port || '6379'),
    command: (args) => guard.run(() => client.sendCommand(args, asked)),
  };
  return Object.assign(client, {
    send: (_key: string, args: RedisArguments) => client.sendCommand(args, asked),
    nodes: () => Promise.resolve([node]),
  });
}

function clusterClient(url: string, guard: RedisGuard): Client {
  const places = url.replace('redis-cluster://', '').split(',');
  const [first] = places.map((place) => new URL(`redis://${place}`));
  const client = createCluster({
    rootNodes: places.map((place) => ({ url: `redis://${place}` })),
    defaults: {
      ...common,
      username: decodeURIComponent(first?.username ?? ''),
      password: decodeURIComponent(first?.password ?? ''),
      socket: { reconnectStrategy: RETRY_MS },
    },
    commandOptions: common.commandOptions,
  });
  return Object.assign(client, {
    send: (key: string, args: RedisArguments) => client.sendCommand(key, false, [...args], asked),
    nodes: () =>
      Promise.all(
        client.masters.map(async (master) => {
          const at = await client.nodeClient(master);
          const command = (args: RedisArguments) => guard.run(() => at.sendCommand(args, asked));
          return { host: master.host, port: master.port, command };
        }),
      ),
  });
}
