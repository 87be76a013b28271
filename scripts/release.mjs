import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, extensionFolders } from './lib/extension.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { noticesOf } from './lib/notices.mjs';
import { run } from './lib/run.mjs';
import { root, StepError } from './lib/toolchain.mjs';
import { buildRelay, relayFiles } from './lib/relay-bundle.mjs';
import { buildWeb } from './lib/web.mjs';
import { filesIn, zip } from './lib/zip.mjs';

/**
 * Builds what is given away: npm run release [-- --out FOLDER]. The same commit gives the same octets, on any machine
 * and at any time. In the sources that are given away themselves there is no git; a file says what it would.
 */
const stateFile = path.join(root, 'RELEASE.json');

async function git(...args) {
  const { code, text } = await run('git', args, { output: 'capture' });
  if (code !== 0) throw new StepError(`git ${args.join(' ')}:\n${text}`);
  return text;
}

/** The commit, its time in milliseconds, and the files that belong to it. */
async function sources() {
  if (existsSync(stateFile)) return { ...JSON.parse(readFileSync(stateFile, 'utf8')), files: null };
  const changed = await git('status', '--porcelain');
  if (changed !== '') {
    throw new StepError(
      `A release is made of a commit. Commit these first, or take them away:\n${changed}`,
    );
  }
  const [commit = '', seconds = ''] = (await git('log', '-1', '--format=%H %ct')).trim().split(' ');
  const names = (await git('ls-files', '-z')).split('\0').filter(Boolean);
  const files = new Map(names.map((name) => [name, readFileSync(path.join(root, name))]));
  return { commit, time: Number(seconds) * 1000, files };
}

/** @throws when the parts do not all have the version of the whole */
function readVersion() {
  const versionIn = (folder) =>
    JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')).version;
  const version = versionIn('.');
  for (const folder of ['extension', 'relay', 'shared']) {
    if (versionIn(folder) !== version) {
      throw new StepError(
        `${folder}/package.json has another version than package.json (${version})`,
      );
    }
  }
  return version;
}

/** The archives by name, each as a Map of files. */
async function contents({ commit, time, files }) {
  const version = readVersion();
  const licence = readFileSync(path.join(root, 'LICENSE'));
  const withNotices = async (name, built) =>
    new Map([
      ...built,
      ['LICENSE', licence],
      ['THIRD-PARTY-NOTICES.txt', Buffer.from(await noticesOf(name))],
    ]);
  const archives = new Map();
  for (const browser of ['chrome', 'firefox']) {
    console.log(`Building the extension for ${browser} …`);
    await buildExtension(browser);
    const built = await withNotices('@mayfly/extension', filesIn(extensionFolders[browser]));
    archives.set(`mayfly-${version}-${browser}.zip`, built);
  }
  // Edge runs what Chrome runs.
  archives.set(`mayfly-${version}-edge.zip`, archives.get(`mayfly-${version}-chrome.zip`));
  console.log('Building the relay and its web inbox …');
  await buildWeb();
  await buildRelay();
  archives.set(`mayfly-${version}-relay.zip`, await withNotices('@mayfly/relay', relayFiles()));
  if (files !== null) {
    const state = Buffer.from(`${JSON.stringify({ commit, time })}\n`);
    archives.set(`mayfly-${version}-sources.zip`, new Map([...files, ['RELEASE.json', state]]));
  }
  return archives;
}

await main(async (args) => {
  const { values } = parseArgs({ args, options: { out: { type: 'string', default: 'release' } } });
  await ensureInstalled();
  const from = await sources();
  const archives = await contents(from);
  const folder = path.resolve(root, values.out);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sums = [];
  for (const [name, files] of archives) {
    const octets = await zip(files, from.time);
    writeFileSync(path.join(folder, name), octets);
    sums.push(`${createHash('sha256').update(octets).digest('hex')}  ${name}`);
  }
  writeFileSync(path.join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
  console.log(`\n${sums.join('\n')}\n\nThe release of ${from.commit} lies in ${folder}`);
  return 0;
});
