import { RelayError } from '../core/errors.ts';
import type { RedisConnection, RedisNode } from './redis-connection.ts';
import { list, text } from './redis-replies.ts';

/** What Redis must be set to, so that a reply means "on disk", and that nothing is thrown away for want of memory. */
const needed: readonly (readonly [string, string])[] = [
  ['appendonly', 'yes'],
  ['appendfsync', 'always'],
  ['no-appendfsync-on-rewrite', 'no'],
  ['maxmemory-policy', 'noeviction'],
];

export interface RedisSetting {
  readonly name: string;
  /** Null: Redis does not know it. */
  readonly found: string | null;
  readonly wanted: string;
  /** The command that sets it right. */
  readonly mend: string;
}

/** Rejects with every setting that would lose acknowledged mail, and the command that mends it. */
export async function requireDurable(connection: RedisConnection): Promise<void> {
  const settings = await readDurability(connection);
  const faults = settings.filter(({ found, wanted }) => found !== wanted);
  if (faults.length === 0) return;
  throw new RelayError('store-unavailable', {
    message: [
      'Redis may lose mail that was acknowledged. Set it right:',
      ...faults.map(
        ({ name, found, wanted, mend }) =>
          `  ${name} is "${found ?? 'unknown'}", not "${wanted}": ${mend}`,
      ),
      'and `redis-cli config rewrite` to keep it so. MAYFLY_REDIS_DURABILITY=relaxed starts all the same.',
    ].join('\n'),
  });
}

/** What each node that takes writes is set to, as far as it matters for what was acknowledged. */
export async function readDurability(
  connection: RedisConnection,
): Promise<readonly RedisSetting[]> {
  const nodes = await connection.nodes();
  return (await Promise.all(nodes.map(settingsOf))).flat();
}

async function settingsOf(node: RedisNode): Promise<RedisSetting[]> {
  const settings = await readSettings(node);
  const at = `redis-cli -h ${node.host} -p ${node.port}`;
  return needed.map(([name, wanted]) => ({
    name,
    found: settings.get(name) ?? null,
    wanted,
    mend: `${at} config set ${name} ${wanted}`,
  }));
}

async function readSettings(node: RedisNode): Promise<Map<string, string>> {
  const settings = new Map<string, string>();
  for (const [name] of needed) {
    const reply = await node.command(['CONFIG', 'GET', name]).catch((error: unknown) => {
      throw new RelayError('store-unavailable', {
        message:
          `Redis at ${node.host}:${node.port} does not tell its setting ${name}, so nobody knows whether it keeps ` +
          'acknowledged mail. Allow CONFIG GET, or start with MAYFLY_REDIS_DURABILITY=relaxed.',
        cause: error,
      });
    });
    const [, value] = pairOf(reply);
    if (value !== undefined) settings.set(name, value);
  }
  return settings;
}

/** RESP3 answers a map, RESP2 a list. */
function pairOf(reply: unknown): string[] {
  if (reply instanceof Map) return [...reply].flat().map(text);
  if (Array.isArray(reply)) return list(reply).map(text);
  return typeof reply === 'object' && reply !== null ? Object.entries(reply).flat().map(text) : [];
}
