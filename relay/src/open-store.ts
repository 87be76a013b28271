import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Config, Secrets, StoreConfig } from './config.ts';
import { LocalCounter } from './core/local-counter.ts';
import type { Clock, Counter, Publisher, Store } from './core/ports.ts';
import { loadOrMakeSecret } from './secret-file.ts';
import { createLocalPublisher } from './store/local-publisher.ts';
import { createSqliteStore } from './store/sqlite.ts';

/** The store that the configuration names, what wakes waiters on it, and what its relays count in together. Rejects with words for the operator. */
export async function openStore(
  config: StoreConfig,
  { clock, steady = clock }: { readonly clock: Clock; readonly steady?: Clock },
  synchronous: 'FULL' | 'OFF' = 'FULL',
): Promise<{ store: Store; publisher: Publisher; counter: Counter }> {
  if (config.kind === 'redis') {
    const { createRedisStore } = await import('./store/redis.ts');
    return createRedisStore({ url: config.url, durability: config.durability, clock, steady });
  }
  mkdirSync(dirname(config.path), { recursive: true, mode: 0o700 });
  const store = await createSqliteStore({ path: config.path, clock, synchronous });
  return { store, publisher: createLocalPublisher(), counter: new LocalCounter(steady) };
}

/** The keys' secrets: of the environment, or on the embedded store of the file beside it. */
export function resolveSecrets(config: Config, secrets: Secrets | null): Secrets {
  if (secrets !== null) return secrets;
  if (config.store.kind === 'redis') throw new Error('MAYFLY_SECRET is required with Redis');
  return loadOrMakeSecret(config.store.path.replace(/(?:\.db)?$/, '.secret'));
}
