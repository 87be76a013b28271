import { setTimeout as wait } from 'node:timers/promises';
import type { RedisConnection, RedisNode } from './redis-connection.ts';
import { text } from './redis-replies.ts';

const LEASE = 'mayfly:{erasure}:lease';
const LOOK_MS = 50;

/**
 * What Redis deleted stays in its append-only file until that is rewritten. This rewrites it, at most every
 * `everyMs` on all relays together (0: each time), and waits for the end.
 */
export async function rewriteFiles(
  connection: RedisConnection,
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  if (everyMs > 0) {
    const got = await connection.command(LEASE, ['SET', LEASE, '1', 'NX', 'PX', String(everyMs)]);
    if (got === null) return;
  }
  await Promise.all((await connection.nodes()).map((node) => rewriteNode(node, signal)));
}

async function rewriteNode(node: RedisNode, signal: AbortSignal): Promise<void> {
  // One that is under way began before the latest deletion, so it does not count.
  await rewritten(node, signal);
  const before = await persistence(node);
  const onlyBase = before.get('aof_current_size') === before.get('aof_base_size');
  if (before.get('aof_enabled') !== '1' || onlyBase) return;
  await node.command(['BGREWRITEAOF']);
  await rewritten(node, signal);
}

async function rewritten(node: RedisNode, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const now = await persistence(node);
    const busy = ['aof_rewrite_in_progress', 'aof_rewrite_scheduled'].some(
      (name) => now.get(name) === '1',
    );
    if (!busy) return;
    await wait(LOOK_MS, undefined, { ref: false, signal }).catch(() => undefined);
  }
}

async function persistence(node: RedisNode): Promise<Map<string, string>> {
  const lines = text(await node.command(['INFO', 'persistence'])).split('\r\n');
  return new Map(
    lines.flatMap((line) => {
      const [name, value] = line.split(':');
      return name !== undefined && value !== undefined ? [[name, value] as const] : [];
    }),
  );
}
