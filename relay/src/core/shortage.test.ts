import { describe, expect, test } from 'vitest';
import { RelayError } from './errors.ts';
import { createShortage } from './shortage.ts';

const megabyte = 1_000_000;

function createWorld() {
  const world: { memory: number; free: number; store: RelayError | null } = {
    memory: 0.5,
    free: 1000 * megabyte,
    store: null,
  };
  const told: string[] = [];
  const jobs: (() => void)[] = [];
  let now = 1_000_000;
  let [relieved, asked] = [0, 0];
  const shortage = createShortage({
    probes: {
      memory: () => world.memory,
      relieveMemory: () => (relieved += 1),
      freeDiskBytes: () => Promise.resolve(world.free),
      checkStore: async () => {
        asked += 1;
        if (world.store !== null) throw world.store;
      },
    },
    limits: { memoryPercent: 90, minFreeDiskBytes: 100 * megabyte },
    clock: () => now,
    every: (_milliseconds, run) => {
      jobs.push(run);
      return () => jobs.splice(0);
    },
    events: {
      shortageChanged: ({ resource, code }) => void told.push(`${resource} ${code ?? 'over'}`),
      fault: ({ error }) => void told.push(String(error)),
    },
  });
  return {
    world,
    shortage,
    told,
    jobs,
    counts: () => ({ relieved, asked }),
    async pass(milliseconds: number) {
      now += milliseconds;
      await shortage.look();
    },
  };
}

describe('a shortage', () => {
  test('of memory begins at the limit and ends well below it', async () => {
    const { world, shortage, told, pass } = createWorld();
    await pass(0);
    expect(shortage.now()).toBeNull();
    world.memory = 0.9;
    await pass(2000);
    expect(shortage.now()).toBe('overloaded');
    world.memory = 0.86;
    await pass(2000);
    expect(shortage.now()).toBe('overloaded');
    world.memory = 0.84;
    await pass(2000);
    expect(shortage.now()).toBeNull();
    expect(told).toEqual(['memory overloaded', 'memory over']);
  });

  test('of memory has what is unused given back, now and then', async () => {
    const { world, counts, pass } = createWorld();
    world.memory = 0.95;
    for (let i = 0; i < 6; i += 1) await pass(2000);
    expect(counts().relieved).toBe(2);
  });

  test('of disk begins at the limit and ends well above it', async () => {
    const { world, shortage, told, pass } = createWorld();
    world.free = 99 * megabyte;
    await pass(0);
    expect(shortage.now()).toBe('storage-full');
    world.free = 105 * megabyte;
    await pass(2000);
    expect(shortage.now()).toBe('storage-full');
    world.free = 111 * megabyte;
    await pass(2000);
    expect(shortage.now()).toBeNull();
    expect(told).toEqual(['disk storage-full', 'disk over']);
  });

  test.each(['store-unavailable', 'storage-full'] as const)(
    'of the store is what the store says: %s',
    async (code) => {
      const { world, shortage, told, pass } = createWorld();
      world.store = new RelayError(code);
      await pass(0);
      expect(shortage.now()).toBe(code);
      world.store = null;
      await pass(2000);
      expect(shortage.now()).toBeNull();
      expect(told).toEqual([`store ${code}`, 'store over']);
    },
  );

  test('is looked for often, but the store is left alone while it is well', async () => {
    const { world, counts, pass } = createWorld();
    for (let i = 0; i < 10; i += 1) await pass(2000);
    expect(counts().asked).toBe(2);
    world.store = new RelayError('store-unavailable');
    for (let i = 0; i < 10; i += 1) await pass(2000);
    expect(counts().asked).toBeGreaterThanOrEqual(8);
  });

  test('of two things is over when both are', async () => {
    const { world, shortage, pass } = createWorld();
    [world.memory, world.free] = [0.95, 0];
    await pass(0);
    world.memory = 0.1;
    await pass(2000);
    expect(shortage.now()).toBe('storage-full');
    world.free = 1000 * megabyte;
    await pass(2000);
    expect(shortage.now()).toBeNull();
  });

  test('is looked for no more after the stop', async () => {
    const { shortage, jobs } = createWorld();
    expect(jobs).toHaveLength(1);
    await shortage.stop();
    expect(jobs).toHaveLength(0);
  });
});
