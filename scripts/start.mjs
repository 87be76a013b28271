import { spawn } from 'node:child_process';
import { buildExtension, extensionFolders } from './lib/extension.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { onStop } from './lib/run.mjs';
import { root, StepError, toolEnvironment } from './lib/toolchain.mjs';
import { buildWeb } from './lib/web.mjs';
import { welcome } from './lib/welcome.mjs';

/** How the relay ended, as this command's own exit code. */
function exitCodeOf(code, signal) {
  return code ?? (signal === 'SIGKILL' ? 137 : 1);
}

/**
 * Nobody can use a private relay until a first browser is paired. Its link goes to the person at the terminal alone:
 * what is piped away may be kept as a log.
 */
function offerFirstPairing(node, http) {
  if (!process.stdout.isTTY) {
    console.log('Nobody has access yet: `npm run relay -- pair` prints a link that gives it.');
    return;
  }
  console.log('Nobody has access to this relay yet.');
  spawn(node, ['relay/src/operate/main.ts', 'pair'], {
    cwd: root,
    env: toolEnvironment({ MAYFLY_HTTP_PORT: String(http.port) }),
    stdio: ['ignore', 'inherit', 'inherit'],
  }).once('error', (error) => console.error(error.message));
}

/** Runs the relay in the foreground. It tells its addresses over the channel, and stops when the channel closes. */
function runRelay(node) {
  return new Promise((resolve) => {
    const relay = spawn(node, ['relay/src/main.ts'], {
      cwd: root,
      env: toolEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // In a group of its own: Ctrl-C reaches it once, through us. A second one would end it at once.
      detached: true,
    });
    relay.on('message', ({ smtp, http, needsPairing }) => {
      console.log(welcome({ smtp, http, extensionFolders }));
      if (needsPairing) offerFirstPairing(node, http);
    });
    let asked = false;
    onStop(() => {
      if (!asked) relay.kill('SIGTERM');
      asked = true;
    });
    relay.once('error', () => resolve(1));
    relay.once('close', (code, signal) => resolve(exitCodeOf(code, signal)));
  });
}

await main(async () => {
  const node = await ensureInstalled();
  for (const browser of ['chrome', 'firefox']) {
    console.log(`Building the extension for ${browser} …`);
    await buildExtension(browser);
  }
  console.log('Building the web inbox …');
  await buildWeb();
  console.log('Starting the relay …');
  const code = await runRelay(node);
  if (code !== 0)
    throw new StepError(`The relay ended with exit code ${code}; the lines above say why.`);
  return 0;
});
