import { spawn } from 'node:child_process';
import { root, toolEnvironment } from './toolchain.mjs';

const parent = process.ppid;
const underNpm = process.env.npm_lifecycle_event !== undefined;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Calls `stop` when this process is to end: at a signal, or when npm was ended. Between npm and us stands a shell, which
 * passes no signal on; all that we see is another parent.
 */
export function onStop(stop) {
  for (const signal of signals) process.on(signal, stop);
  const watch = setInterval(() => underNpm && process.ppid !== parent && stop('SIGTERM'), 500);
  watch.unref();
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, stop);
  };
}

/** When this process is to end, the one that works for it ends first. */
function passSignals(child) {
  let passed = false;
  return onStop((signal) => {
    if (passed) return;
    passed = true;
    child.once('close', () => process.exit(130));
    child.kill(signal);
  });
}

/** What is built is the same whatever this shell calls its environment: libraries look at it. */
export const building = { output: 'capture', env: { NODE_ENV: 'production' } };

/**
 * Runs a program and resolves to its exit code (1 when a signal ended it, 127 when it could not be started).
 * Its output goes where `output` says: 'inherit' (what people watch), 'stderr', or a string that is returned.
 */
export function run(command, args, { cwd = root, env = {}, output = 'inherit' } = {}) {
  return new Promise((resolve) => {
    const stdout = { inherit: 'inherit', stderr: 2, capture: 'pipe' }[output];
    const child = spawn(command, args, {
      cwd,
      env: toolEnvironment(env),
      stdio: ['ignore', stdout, output === 'capture' ? 'pipe' : 'inherit'],
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const stopPassing = passSignals(child);
    const done = (code) => {
      stopPassing();
      resolve({ code, text: Buffer.concat(chunks).toString() });
    };
    child.once('error', () => done(127));
    child.once('close', (code) => done(code ?? 1));
  });
}
