import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Node raises the soft limit to the hard one at its start. */
function openFiles(): number {
  const [, , hard = ''] =
    /^Max open files +(\S+) +(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
  return hard === 'unlimited' ? Infinity : Number(hard);
}

/**
 * Sees to it that this process and those it starts may hold so many files open.
 * @returns the limit that was raised, for the record; null when there was room enough
 */
export function ensureOpenFiles(needed: number): string | null {
  if (process.platform !== 'linux') return null;
  const allowed = openFiles();
  if (allowed >= needed) return null;
  try {
    execFileSync('prlimit', ['--pid', String(process.pid), `--nofile=${needed}:${needed}`], {
      stdio: 'ignore',
    });
  } catch {
    throw new Error(
      `${needed} open files are needed and ${allowed} allowed, which only root may raise: ` +
        `ulimit -Hn ${needed} in a root shell, or ask for less with --held ${allowed - 500}`,
    );
  }
  return `open files ${allowed} -> ${needed}`;
}
