import type { Config } from '../config.ts';
import { localUrl } from './local-url.ts';

export interface HealthCommandDeps {
  readonly config: Pick<Config, 'httpHost' | 'httpPort'>;
  readonly fetch: typeof globalThis.fetch;
  readonly print: (line: string) => void;
}

export const healthUsage = [
  'health [--ready]    asks the relay here whether it runs, or whether it can take mail now',
];

/** Longer than the relay takes for its answer, which is 3 seconds at most. */
const timeoutMs = 4000;

/** Runs `health …` and resolves to the exit status: 0 when the relay is well, 1 when not, 64 (EX_USAGE) when the words are off. */
export async function runHealth(
  { config, fetch, print }: HealthCommandDeps,
  words: readonly string[],
): Promise<number> {
  const [word = '', ...more] = words;
  if ((word !== '' && word !== '--ready') || more.length > 0) {
    for (const line of healthUsage) print(line);
    return 64;
  }
  const url = `${localUrl(config)}/${word === '' ? 'healthz' : 'readyz'}`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    print(await answer.text());
    return answer.ok ? 0 : 1;
  } catch {
    print(`Nobody answers at ${url}; the relay's log says why.`);
    return 1;
  }
}
