import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from './config.ts';
import type { Clock, Events, Store } from './core/ports.ts';
import { createShortage, type ResourceProbes, type Shortage } from './core/shortage.ts';
import { availableMemory, collectGarbage, memoryShare } from './resources/memory.ts';

export interface ResourceParts {
  readonly store: Pick<Store, 'check'>;
  readonly clock: Clock;
  readonly every: (milliseconds: number, run: () => void) => () => void;
  readonly events: Pick<Events, 'shortageChanged' | 'fault'>;
  /** Instead of the real ones; for tests. */
  readonly probes?: Partial<ResourceProbes> | undefined;
}

function realProbes(config: Config, store: ResourceParts['store']): ResourceProbes {
  // All processes of this machine share what there is.
  const bytes = config.memoryBytes || availableMemory() / config.processes;
  const folder = config.store.kind === 'sqlite' ? dirname(config.store.path) : null;
  return {
    memory: () => memoryShare(bytes),
    relieveMemory: collectGarbage,
    async freeDiskBytes() {
      if (folder === null) return null;
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    checkStore: () => store.check(),
  };
}

/** Watches memory, disk and store of this relay. */
export function watchResources(config: Config, parts: ResourceParts): Shortage {
  const probes = { ...realProbes(config, parts.store), ...parts.probes };
  return createShortage({ ...parts, probes, limits: config });
}
