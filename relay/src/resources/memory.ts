import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Where the kernel says how much a container may use: control groups of version 2 and of version 1. */
const limitFiles = [
  '/sys/fs/cgroup/memory.max',
  '/sys/fs/cgroup/memory/memory.limit_in_bytes',
] as const;

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not on Linux, or not in a container.
    return '';
  }
}

/** What this machine or container has. A group without a limit says `max`, or a number beyond all machines. */
export function availableMemory(read = readText): number {
  const limits = limitFiles.map((path) => Number.parseInt(read(path), 10));
  return Math.min(totalmem(), ...limits.filter((limit) => limit > 0));
}

function residentBytes(read: typeof readText): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(read('/proc/self/status'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** The share of memory in use, of `bytes` for the process or of the heap's own limit, whichever is closer. */
export function memoryShare(bytes: number, read = readText): number {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return Math.max(residentBytes(read) / bytes, used / limit);
}

/** Has the runtime collect now what nobody uses any more. Takes tens of milliseconds. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
}
