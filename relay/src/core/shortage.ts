import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { RelayError } from './errors.ts';
import type { Clock, Events } from './ports.ts';

export interface ResourceProbes {
  /** The greatest share of memory that is used, of what there is for us: 0 to 1. */
  memory(): number;
  /** Gives back what memory can be given back; asked while it is short. */
  relieveMemory(): void;
  /** Null: the store lies on no disk of ours. */
  freeDiskBytes(): Promise<number | null>;
  /** Rejects with RelayError `store-unavailable` or `storage-full`. */
  checkStore(): Promise<void>;
}

export interface ShortageDeps {
  readonly probes: ResourceProbes;
  readonly limits: {
    readonly memoryPercent: number;
    /** 0: whatever there is. */
    readonly minFreeDiskBytes: number;
  };
  readonly clock: Clock;
  /** Calls back every so many milliseconds until stopped. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
  readonly events: Pick<Events, 'shortageChanged' | 'fault'>;
}

type Resource = 'memory' | 'disk' | 'store';

export interface Shortage {
  /** Why nothing new is taken in now; null: it is. Costs nothing. */
  now(): ProblemCode | null;
  /** The same of one of them. */
  of(resource: Resource): ProblemCode | null;
  /** Looks now. */
  look(): Promise<void>;
  /** Resolves when nothing looks any more. */
  stop(): Promise<void>;
}

const lookMs = 2000;
/** A store that is well is asked less often: to be asked costs it a write. */
const storeMs = 10_000;
const relieveMs = 10_000;
/** So much must be free beyond the limit before it counts as over, so that it does not begin and end all the time. */
const recoverPercent = 5;
const recoverFactor = 1.1;

class ResourceMonitor implements Shortage {
  readonly #deps: ShortageDeps;
  readonly #short = new Map<Resource, ProblemCode>();
  readonly #stopLooking: () => void;
  #looking: Promise<void> | null = null;
  #storeAt = 0;
  #relieveAt = 0;

  constructor(deps: ShortageDeps) {
    this.#deps = deps;
    this.#stopLooking = deps.every(lookMs, () => void this.look());
  }

  now(): ProblemCode | null {
    for (const code of this.#short.values()) return code;
    return null;
  }

  of(resource: Resource): ProblemCode | null {
    return this.#short.get(resource) ?? null;
  }

  look(): Promise<void> {
    this.#looking ??= this.#lookAtAll().finally(() => (this.#looking = null));
    return this.#looking;
  }

  async stop(): Promise<void> {
    this.#stopLooking();
    await this.#looking;
  }

  async #lookAtAll(): Promise<void> {
    try {
      this.#lookAtMemory();
      await this.#lookAtDisk();
      await this.#lookAtStore();
    } catch (error) {
      this.#deps.events.fault({ where: 'shortage', error });
    }
  }

  #lookAtMemory(): void {
    const { probes, limits, clock } = this.#deps;
    const was = this.#short.has('memory');
    const most = limits.memoryPercent - (was ? recoverPercent : 0);
    const isShort = probes.memory() * 100 >= most;
    this.#set('memory', isShort ? 'overloaded' : null);
    // What nobody uses any more is not collected while little is asked for: it could stay short for ever.
    if (!isShort || clock() < this.#relieveAt) return;
    this.#relieveAt = clock() + relieveMs;
    probes.relieveMemory();
  }

  async #lookAtDisk(): Promise<void> {
    const { probes, limits } = this.#deps;
    const free = limits.minFreeDiskBytes === 0 ? null : await probes.freeDiskBytes();
    const least = limits.minFreeDiskBytes * (this.#short.has('disk') ? recoverFactor : 1);
    this.#set('disk', free !== null && free < least ? 'storage-full' : null);
  }

  async #lookAtStore(): Promise<void> {
    const { probes, clock } = this.#deps;
    const now = clock();
    const isDue = this.#short.has('store') || now - this.#storeAt >= storeMs || now < this.#storeAt;
    if (!isDue) return;
    this.#storeAt = now;
    try {
      await probes.checkStore();
      this.#set('store', null);
    } catch (error) {
      this.#set('store', error instanceof RelayError ? error.code : 'store-unavailable');
    }
  }

  #set(resource: Resource, code: ProblemCode | null): void {
    if ((this.#short.get(resource) ?? null) === code) return;
    if (code === null) this.#short.delete(resource);
    else this.#short.set(resource, code);
    this.#deps.events.shortageChanged({ resource, code });
  }
}

/** Watches what mail needs, and says when nothing new can be taken in; it is over by itself. */
export function createShortage(deps: ShortageDeps): Shortage {
  return new ResourceMonitor(deps);
}
