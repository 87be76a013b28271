import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

export interface ShellOptions {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends it as soon as it has printed this; for what does not end by itself. */
  readonly untilPrinted?: string;
}

export interface Outcome {
  readonly status: number | null;
  readonly printed: string;
}

/** Runs lines as a person's shell does; what they print on standard output and error, together. */
export async function shell(script: string, options: ShellOptions): Promise<Outcome> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn('sh', ['-c', `exec 2>&1\n${script}`], {
    cwd: options.folder,
    env: { PATH, HOME, ...options.env },
    stdio: ['ignore', 'pipe', 'inherit'],
    // In a group of its own, so that all of it can be ended.
    detached: true,
  });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  let seen = '';
  child.stdout.on('data', (chunk) => {
    seen += String(chunk);
    const { untilPrinted } = options;
    if (untilPrinted !== undefined && seen.includes(untilPrinted) && child.pid !== undefined)
      process.kill(-child.pid, 'SIGTERM');
  });
  const printed = await text(child.stdout);
  return { status: await closed, printed };
}
