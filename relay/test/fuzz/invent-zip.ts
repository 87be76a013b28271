import { crc32, deflateRawSync } from 'node:zlib';
import type { Dice } from './dice.ts';

const names: readonly string[] = [
  ...[
    'a.txt',
    'run.exe',
    'x/y/z.js',
    '../../up.bat',
    'inner.zip',
    'a.pdf.scr',
    '',
    '\0.exe',
    '/abs',
  ],
  ...['ü.txt', 'a'.repeat(300), 'folder/', 'setup.MSI ', 'a.lnk.', '__proto__', 'AUTORUN.INF'],
];

interface Entry {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly size: number;
  readonly sum: number;
  readonly method: number;
}

function inventEntry(dice: Dice, depth: number): Entry {
  const isInner = depth > 0 && dice.percent(20);
  const body = isInner ? inventZip(dice, depth - 1) : dice.octets(dice.skewed(300));
  const isPacked = dice.percent(60);
  return {
    name: Buffer.from(dice.pick(names)),
    packed: isPacked ? deflateRawSync(body) : body,
    size: dice.percent(80) ? body.length : dice.below(2 ** 32),
    sum: crc32(body),
    method: dice.percent(90) ? (isPacked ? 8 : 0) : dice.pick([0, 8, 9, 12, 14, 99]),
  };
}

/** Version, flags, method, time and date, checksum, both sizes: the same in both headers. */
function facts({ name, packed, size, sum, method }: Entry): Buffer {
  const octets = Buffer.alloc(26);
  octets.writeUInt16LE(20, 0);
  octets.writeUInt16LE(method, 4);
  octets.writeUInt32LE(sum, 10);
  octets.writeUInt32LE(packed.length, 14);
  octets.writeUInt32LE(size, 18);
  octets.writeUInt16LE(name.length, 22);
  return octets;
}

function directoryOf(entry: Entry, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts(entry), rest, entry.name]);
}

/** An archive, now and then with a lie in it. */
export function inventZip(dice: Dice, depth = 2): Buffer {
  const entries = Array.from({ length: dice.skewed(6) }, () => inventEntry(dice, depth));
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = [Buffer.from('PK\x03\x04'), facts(entry), entry.name, entry.packed];
    directory.push(directoryOf(entry, dice.percent(90) ? offset : dice.below(2 ** 32)));
    files.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(dice.percent(90) ? entries.length : 65_535, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(dice.percent(90) ? offset : dice.below(2 ** 32), 16);
  return Buffer.concat([...files, listed, end]);
}
