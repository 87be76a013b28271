import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';

const isLong = process.env['MAYFLY_TEST_LONG'] === '1';
const root = path.resolve(import.meta.dirname, '../..');
const call = promisify(execFile);

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-release-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** The last commit in a folder of its own: what is not committed is no part of a release. */
async function cloneHere(): Promise<string> {
  const folder = await temporaryFolder();
  await call('git', ['clone', '--quiet', '--no-local', root, folder]);
  return folder;
}

interface Release {
  readonly sums: string;
  open(part: string): Promise<Record<string, Uint8Array>>;
}

/** Makes a release as a person does, and reads what it wrote. */
async function release(folder: string, zone: string): Promise<Release> {
  const env = { ...process.env, TZ: zone };
  await call('npm', ['run', 'release', '--', '--out', 'out'], { cwd: folder, env });
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const read = (name: string) => readFile(path.join(folder, 'out', name));
  return {
    sums: (await read('SHA256SUMS')).toString(),
    open: async (part) => unzipSync(await read(`mayfly-${version}-${part}.zip`)),
  };
}

async function expectTrueSums(folder: string, { sums }: Release) {
  for (const line of sums.trim().split('\n')) {
    const [sum, name = ''] = line.split('  ');
    const octets = await readFile(path.join(folder, 'out', name));
    expect(createHash('sha256').update(octets).digest('hex')).toBe(sum);
  }
}

const textIn = (files: Record<string, Uint8Array>, name: string) =>
  strFromU8(files[name] ?? new Uint8Array());

describe('npm run release', { timeout: 600_000 }, () => {
  it('packs extension, relay and sources with notices and sums, and nothing that is not committed', async () => {
    const folder = await cloneHere();
    const made = await release(folder, 'UTC');
    await expectTrueSums(folder, made);
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    for (const part of ['chrome', 'edge', 'firefox']) {
      const files = await made.open(part);
      expect(JSON.parse(textIn(files, 'manifest.json'))).toMatchObject({ version });
      expect(textIn(files, 'THIRD-PARTY-NOTICES.txt')).toMatch(/^vue [\d.]+\nLicence: MIT$/m);
    }
    const relay = await made.open('relay');
    expect(Object.keys(relay)).toEqual(
      expect.arrayContaining(['LICENSE', 'dist/mayfly.js', 'package.json', 'web/dist/index.html']),
    );
    expect(textIn(relay, 'THIRD-PARTY-NOTICES.txt')).toMatch(/^mailparser [\d.]+\nLicence: MIT$/m);
    const sources = await made.open('sources');
    expect(textIn(sources, 'README.md')).toBe(
      await readFile(path.join(folder, 'README.md'), 'utf8'),
    );

    await writeFile(path.join(folder, 'forgotten.txt'), '');
    await expect(release(folder, 'UTC')).rejects.toThrow(/Commit these first.*forgotten\.txt/s);
  });

  it.each(isLong ? ['another folder, another zone, and from its own sources'] : [])(
    'gives the same octets in %s',
    async () => {
      const first = await release(await cloneHere(), 'UTC');
      const second = await release(await cloneHere(), 'Asia/Tokyo');
      expect(second.sums).toBe(first.sums);

      const unpacked = await temporaryFolder();
      for (const [name, octets] of Object.entries(await first.open('sources'))) {
        await mkdir(path.join(unpacked, path.dirname(name)), { recursive: true });
        await writeFile(path.join(unpacked, name), octets);
      }
      const third = await release(unpacked, 'America/Lima');
      const built = first.sums.split('\n').filter((line) => !line.endsWith('-sources.zip'));
      expect(third.sums).toBe(built.join('\n'));
    },
  );
});
