import { spawn } from 'node:child_process';
import { root, toolEnvironment } from './toolchain.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A signal to this process reaches the one that works for it; when that has ended, so does this one. */
export function passSignals(child) {
  const pass = (signal) => {
    child.once('close', () => process.exit(130));
    child.kill(signal);
  };
  for (const signal of signals) process.once(signal, pass);
  return () => signals.forEach((signal) => process.off(signal, pass));
}

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
