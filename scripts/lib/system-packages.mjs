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
  { command: 'postfix', name: 'postfix', in: '/usr/sbin' },
  { command: 'dovecot', name: 'dovecot-imapd', in: '/usr/sbin' },
];

/** Come along when something is installed: a bare machine may have no font at all. */
const alongside = ['fonts-dejavu-core'];

function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** `folder`: where daemons lie, which only root has in its PATH. */
function isThere(command, folder = '') {
  return succeeds('/bin/sh', ['-c', `PATH="$PATH:${folder}" command -v ${command}`]);
}

/**
 * Installs without a question, and without starting the servers that some packages bring, now or with the machine: the
 * tests start those themselves, with files of their own. A policy that is there already stays.
 */
const installQuietly = `
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\\nexit 101\\n' > "$policy" && chmod +x "$policy" && made=1
fi
echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections
apt-get install -y -q --no-install-recommends "$@"
code=$?
[ -z "$made" ] || rm -f "$policy"
if command -v systemctl > /dev/null; then
  for name in "$@"; do
    case $name in postfix) systemctl disable -q postfix ;; dovecot-imapd) systemctl disable -q dovecot ;; esac
  done
fi
exit $code`;

/** How packages may be installed here: as root, by sudo without a password, or not at all. */
function installer() {
  if (!isThere('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  return isThere('sudo') && succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
}

function missing(commands) {
  const wanted = needed.filter(({ command }) => commands?.includes(command) ?? true);
  const gone = wanted.filter(({ command, in: folder }) => !isThere(command, folder));
  return gone.map(({ name }) => name);
}

/** Installs what `commands` name (all, without) unless it is there. `quiet` keeps standard output free. */
export async function ensureSystemPackages({ commands, quiet = false } = {}) {
  const names = missing(commands);
  if (names.length === 0) return;
  const say = quiet ? console.error : console.log;
  const prefix = installer();
  const byHand = `Please install: ${names.join(' ')} (in Debian and Ubuntu: sudo apt-get install ${names.join(' ')}).`;
  if (prefix === null) {
    throw new StepError(
      `Real browsers, a real Redis and real mail servers are driven here. ${byHand} ` +
        'They are not installed from here because that needs apt-get and root or sudo without a password.',
    );
  }
  say(`Installing through the system's package manager: ${names.join(' ')} …`);
  const privileged = async (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args];
    return (await run(command, rest, { output: quiet ? 'stderr' : 'inherit' })).code;
  };
  // The lists may be old or absent; when they cannot be fetched the installation says so itself.
  await privileged('apt-get', 'update', '-q');
  const all = [...names, ...alongside];
  const code = await privileged('/bin/sh', '-c', installQuietly, 'install', ...all);
  const left = missing(commands);
  if (code !== 0 || left.length > 0) {
    throw new StepError(`Not everything could be installed (apt-get: ${code}). ${byHand}`);
  }
}
