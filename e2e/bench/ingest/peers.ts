import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What is measured beside Mayfly, the client with which Haraka writes to Redis, and Mayfly's own libraries alone. */
const npmPackages = {
  Haraka: '3.3.4',
  maildev: '3.0.0',
  redis: '5.12.1',
  mailparser: '3.9.31',
  'smtp-server': '3.21.6',
};

export interface Peers {
  /** Where the npm packages lie. */
  readonly modules: string;
  readonly smtpSource: string;
  readonly smtpSink: string;
  /** Postfix's programs look for its libraries here. */
  readonly postfixEnv: NodeJS.ProcessEnv;
}

const quiet: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'inherit'] };

function installNpm(folder: string): string {
  const modules = path.join(folder, 'node_modules');
  const stamp = path.join(folder, 'installed.json');
  const wanted = JSON.stringify(npmPackages);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return modules;
  console.error(`Installing ${Object.keys(npmPackages).join(', ')} from npm …`);
  mkdirSync(folder, { recursive: true });
  const manifest = { private: true, dependencies: npmPackages };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', args, { ...quiet, cwd: folder });
  writeFileSync(stamp, wanted);
  return modules;
}

/** Debian's package is only unpacked: nothing is configured and no daemon ever starts. */
function unpackPostfix(folder: string): string {
  const unpacked = path.join(folder, 'unpacked');
  if (existsSync(unpacked)) return unpacked;
  console.error('Unpacking postfix from Debian for its load generator and sink …');
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('apt-get', ['download', 'postfix'], { ...quiet, cwd: folder });
  } catch {
    execFileSync('apt-get', ['update', '-q'], quiet);
    execFileSync('apt-get', ['download', 'postfix'], { ...quiet, cwd: folder });
  }
  const [archive] = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get left no package of postfix');
  execFileSync('dpkg', ['-x', archive, `${unpacked}.part`], { ...quiet, cwd: folder });
  execFileSync('mv', [`${unpacked}.part`, unpacked], quiet);
  return unpacked;
}

/** Fetches the peers into a folder of their own, the first time. */
export function installPeers(folder: string): Peers {
  const postfix = unpackPostfix(path.join(folder, 'postfix'));
  return {
    modules: installNpm(path.join(folder, 'npm')),
    smtpSource: path.join(postfix, 'usr/sbin/smtp-source'),
    smtpSink: path.join(postfix, 'usr/sbin/smtp-sink'),
    postfixEnv: { ...process.env, LD_LIBRARY_PATH: path.join(postfix, 'usr/lib/postfix') },
  };
}
