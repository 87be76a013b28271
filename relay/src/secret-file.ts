import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Secrets } from './config.ts';

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code;

function readSecret(path: string): Secrets | null {
  try {
    const match = /^([a-z0-9]{1,16}):(\S{32,})\s*$/.exec(readFileSync(path, 'utf8'));
    if (match?.[1] === undefined || match[2] === undefined) {
      throw new Error(`${path} does not hold kid:secret; put the right one back from your backup`);
    }
    return [{ kid: match[1], secret: match[2] }];
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * The signing secret of an installation on the embedded store, in a file that only its owner can read. Made at the
 * first start; a start at the same time keeps the one that was first.
 */
export function loadOrMakeSecret(path: string): Secrets {
  const known = readSecret(path);
  if (known !== null) return known;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `k1:${randomBytes(32).toString('hex')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  const made = readSecret(path);
  if (made === null) throw new Error(`${path} went away while it was made`);
  return made;
}
