import type { StoreConfig } from '../config.ts';
import type { Store } from '../core/ports.ts';
import type { RedisSetting } from '../store/redis-durability.ts';
import { fail, type Finding, type Judged, pass, warn } from './finding.ts';

export interface StoreCheckDeps {
  readonly config: StoreConfig;
  /** The store, or what keeps it from being opened. */
  readonly opened: OpenedStore;
  /** Rejects when Redis does not tell. */
  readonly readRedis: () => Promise<readonly RedisSetting[]>;
}

export type OpenedStore =
  | {
      readonly ok: true;
      readonly store: Pick<Store, 'check' | 'listChanges' | 'readPart'>;
      readonly close: () => Promise<void>;
    }
  | { readonly ok: false; readonly reason: string; readonly mend: string };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const nameOf = (config: StoreConfig) => (config.kind === 'sqlite' ? 'SQLite' : 'Redis');

/** On Redis its settings, too, have a part in this; each of them has a line of its own. */
async function judgeStore({ config, opened }: StoreCheckDeps): Promise<Judged> {
  if (!opened.ok) return fail(opened.reason, opened.mend);
  try {
    await opened.store.check();
    return pass(`${nameOf(config)} stores what it is given`);
  } catch (error) {
    return fail(`${nameOf(config)} stores nothing: ${messageOf(error)}`, 'see its own log');
  }
}

/** Without these a Redis that is shut down or full loses mail that was acknowledged. */
async function checkSettings({ config, readRedis }: StoreCheckDeps): Promise<readonly Finding[]> {
  const isRelaxed = config.kind === 'redis' && config.durability === 'relaxed';
  const settings = await readRedis().catch((error: unknown) => messageOf(error));
  if (typeof settings === 'string')
    return [
      {
        ...{ id: 'redis-settings', about: 'Redis' },
        ...fail(settings, 'let the relay’s user run CONFIG GET (ACL SETUSER … +config|get)'),
      },
    ];
  return settings.map(({ name, found, wanted, mend }) => {
    const isRight = found === wanted;
    const text = `${name} is ${found ?? 'unknown'}`;
    const why = `${text}, not ${wanted}: mail that was acknowledged may be lost`;
    const wrong = isRelaxed ? warn : fail;
    const judged = isRight
      ? pass(text)
      : wrong(why, mend, mend.replace(/config set .*$/, 'config rewrite'));
    return { id: `redis-${name}`, about: 'Redis setting', ...judged };
  });
}

/** Whether mail is kept, and on Redis whether it stays. */
export async function checkStore(deps: StoreCheckDeps): Promise<readonly Finding[]> {
  const { config, opened } = deps;
  const first: Finding = { id: 'store', about: 'Store', ...(await judgeStore(deps)) };
  return config.kind === 'redis' && opened.ok ? [first, ...(await checkSettings(deps))] : [first];
}
