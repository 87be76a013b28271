import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';
import { StepError } from './toolchain.mjs';

/** What the tests need beside npm packages: the command that shows it is there, and its name in Debian and Ubuntu. */
const needed = [
  { command: 'chromium', name: 'chromium' },
  { command: 'firefox-esr', name: 'firefox-esr' },
  { command: 'redis-server', name: 'redis-server' },
  { command: 'Xvfb', name: 'xvfb' },
  { command: 'openbox', name: 'openbox' },
  { command: 'xdotool', name: 'xdotool' },
  { command: 'import', name: 'imagemagick' },
  { command: 'strace', name: 'strace' },
];

/** Come along when something is installed: a bare machine may have no font at all. */
const alongside = ['fonts-dejavu-core'];

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function isThere(command) {
  return succeeds('/bin/sh', ['-c', `command -v ${command}`]);
}

/** How packages may be installed here: as root, by sudo without a password, or not at all. */
function installer() {
  if (!isThere('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return isThere('sudo') && succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
}

function missing() {
  return needed.filter(({ command }) => !isThere(command)).map(({ name }) => name);
}

export async function ensureSystemPackages() {
  const names = missing();
  if (names.length === 0) return;
  const prefix = installer();
  const byHand = `Please install: ${names.join(' ')} (in Debian and Ubuntu: sudo apt-get install ${names.join(' ')}).`;
  if (prefix === null) {
    throw new StepError(
      `The tests drive real browsers and a real Redis. ${byHand} ` +
        'They are not installed from here because that needs apt-get and root or sudo without a password.',
    );
  }
  console.log(`Installing through the system's package manager: ${names.join(' ')} …`);
  const apt = async (...args) => {
    const [command, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...args,
    ];
    return (await run(command, rest)).code;
  };
  // The lists may be old or absent; when they cannot be fetched the installation says so itself.
  await apt('update', '-q');
  const all = [...names, ...alongside];
  const code = await apt('install', '-y', '-q', '--no-install-recommends', ...all);
  const left = missing();
  if (code !== 0 || left.length > 0) {
    throw new StepError(`Not everything could be installed (apt-get: ${code}). ${byHand}`);
  }
}
