import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { run } from './lib/run.mjs';
import { root, StepError, toolOf } from './lib/toolchain.mjs';

const { CONTAINER_ENGINE = 'docker' } = process.env;

async function buildImages() {
  const [program, ...words] = CONTAINER_ENGINE.split(' ');
  for (const target of ['relay', 'front']) {
    const args = [...words, 'build', '--target', target, '-t', `mayfly-${target}`, root];
    const { code } = await run(program, args);
    if (code !== 0)
      throw new StepError(
        `The image of the ${target} could not be built with ${program} (exit code ${code}).`,
      );
  }
}

/**
 * Installs Mayfly in real containers and tries it: npm run containers [-- --built] [NAME]. CONTAINER_ENGINE and
 * CONTAINER_COMPOSE name what is used instead of `docker` and `docker compose`; `--built`: the images are there.
 */
await main(async (args) => {
  await ensureInstalled();
  if (!args.includes('--built')) await buildImages();
  const names = args.filter((arg) => arg !== '--built');
  const words = ['run', '--config', 'containers/vitest.config.ts', ...names];
  const { code } = await run(toolOf('e2e', 'vitest'), words, { cwd: path.join(root, 'e2e') });
  return code;
});
