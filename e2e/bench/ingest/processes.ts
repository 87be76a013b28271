import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Clock ticks of /proc a second; fixed on Linux (sysconf _SC_CLK_TCK). */
const ticksPerSecond = 100;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  server.close();
  await once(server, 'close');
  if (at === null || typeof at === 'string') throw new Error('There is no free port');
  return at.port;
}

/** Starts a server; its output goes where it is shown if it ends too early. */
export function start(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): ChildProcess {
  return spawn(command, args, { ...options, stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** Resolves when somebody listens on the port. */
export async function listening(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended at its start`);
    const socket = connect(port, '127.0.0.1');
    const there = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (there) return;
    await delay(100);
  }
  throw new Error(`${child.spawnfile} does not listen on ${port}`);
}

export function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error(`${child.spawnfile} could not be started`);
  return child.pid;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The processes and all that they started. */
function family(pids: readonly number[]): number[] {
  const all = new Set(pids);
  for (const pid of all) {
    for (const thread of readTasks(pid)) {
      const children = read(`/proc/${pid}/task/${thread}/children`).split(' ');
      for (const child of children) if (child !== '') all.add(Number(child));
    }
  }
  return [...all];
}

function readTasks(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Seconds of CPU time that the processes have taken, user and system. */
export function cpuSeconds(pids: readonly number[]): number {
  const ticks = family(pids).map((pid) => {
    // The name in parentheses may hold spaces; utime and stime are fields 14 and 15 (proc(5)).
    const fields = read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  });
  return ticks.reduce((sum, each) => sum + each, 0) / ticksPerSecond;
}

/** The most memory that the processes had in RAM since the last reset, in MB, added up. */
export function peakMb(pids: readonly number[]): number {
  const peaks = family(pids).map((pid) =>
    Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0),
  );
  return peaks.reduce((sum, each) => sum + each, 0) / 1024;
}

/** Begins the peak anew (proc(5), clear_refs). */
export function resetPeak(pids: readonly number[]): void {
  for (const pid of family(pids)) {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {
      // Not every kernel lets us: the peak is then that of all rounds.
    }
  }
}
