import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file below the folder, by its path with slashes. */
export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(folder, file).replaceAll(path.sep, '/'), readFileSync(file)];
    }),
  );
}

/** In a zip a time has no zone: the parts of UTC are written whatever the machine's zone is. */
function zoneless(time) {
  const at = new Date(time);
  return new Date(
    ...[at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()],
    ...[at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()],
  );
}

/**
 * A zip whose octets depend on nothing but the files and the time: the names are in order, and the packer is not the
 * machine's own.
 * @param files octets by name, a Map
 * @param time of every file, in milliseconds
 */
export async function zip(files, time) {
  const { zipSync } = await import('fflate');
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(inOrder), { level: 9, mtime: zoneless(time) });
}
