import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createSecureContext } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config, StoreConfig } from '../config.ts';
import { createDnsResolver } from '../mail/dns-resolver.ts';
import { openStore } from '../open-store.ts';
import type { RedisSetting } from '../store/redis-durability.ts';
import type { OpenedStore } from './check-store.ts';
import { readDisposableDomains } from './disposable-domains.ts';
import type { DoctorDeps } from './doctor.ts';
import { straight } from './place.ts';

/** A person waits for the answer, not a mail: slow name servers get their time. */
const patience = { timeout: 2500, tries: 2 };

/** So long a Redis may take to answer at all. */
const redisMs = 3000;

/** The store; on Redis whatever its settings are, since these are a matter of their own. */
async function openAnyway(config: StoreConfig) {
  if (config.kind === 'sqlite') return openStore(config, { clock: Date.now });
  const { createRedisStore } = await import('../store/redis.ts');
  const { url } = config;
  return createRedisStore({ url, durability: 'relaxed', clock: Date.now, startMs: redisMs });
}

/** The store as it is; one that is not there is not made. */
async function open(config: StoreConfig): Promise<OpenedStore> {
  if (config.kind === 'sqlite' && !existsSync(config.path))
    return {
      ok: false,
      reason: `there is no database at ${config.path}`,
      mend: 'start the relay, and give this command the same MAYFLY_STORE and folder',
    };
  try {
    const { store, publisher } = await openAnyway(config);
    const close = async () => {
      await publisher.close();
      await store.close();
    };
    return { ok: true, store, close };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason, mend: 'see whether it runs, and whether MAYFLY_STORE is right' };
  }
}

async function readRedis(config: StoreConfig): Promise<readonly RedisSetting[]> {
  if (config.kind !== 'redis') return [];
  const { inspectRedis } = await import('../store/redis.ts');
  return inspectRedis({ url: config.url, startMs: redisMs });
}

/** Free on the disk where mail lies; null where that is the disk of Redis, or not there yet. */
async function freeDiskBytes(config: StoreConfig): Promise<number | null> {
  if (config.kind !== 'sqlite') return null;
  const disk = await statfs(dirname(config.path)).catch(() => null);
  return disk === null ? null : disk.bavail * disk.bsize;
}

/** What `doctor` looks at the world with. */
export function createDoctorDeps(config: Config): Omit<DoctorDeps, 'print' | 'say' | 'inColours'> {
  return {
    config,
    resolver: createDnsResolver(config.dnsServers, patience),
    route: straight,
    trust: createSecureContext(),
    clock: Date.now,
    random: randomBytes,
    readFile: (path) => readFile(path, 'utf8'),
    freeDiskBytes: () => freeDiskBytes(config.store),
    open: () => open(config.store),
    readRedis: () => readRedis(config.store),
    isListed: readDisposableDomains(),
    pause: () => wait(2000),
    withinMs: 10_000,
  };
}
