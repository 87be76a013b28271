import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MemoryStorage } from '../../test/storage-fixture.ts';
import { defaultRelayUrl, type Item, items, readItem, writeItem } from './items.ts';

const areas = () => ({ local: new MemoryStorage(), session: new MemoryStorage() });

const second: Item<{ name: string }> = {
  area: 'local',
  key: 'thing',
  version: 2,
  schema: z.object({ name: z.string() }),
  fallback: { name: 'nobody' },
  migrations: [(old) => ({ name: old })],
};

describe('an item of storage', () => {
  it('is its fallback before it was written', async () => {
    expect(await readItem(areas(), items.relay)).toEqual({
      url: defaultRelayUrl,
      connected: false,
    });
  });

  it('comes back as it was written', async () => {
    const places = areas();
    await writeItem(places, second, { name: 'anna' });
    expect(await readItem(places, second)).toEqual({ name: 'anna' });
  });

  it('is brought to the latest version when it is read', async () => {
    const places = areas();
    await places.local.set({ thing: { version: 1, value: 'anna' } });
    expect(await readItem(places, second)).toEqual({ name: 'anna' });
  });

  it.each([[{ version: 2, value: { name: 7 } }], ['text'], [null], [{ version: 'x' }]])(
    'is its fallback when %j is stored there',
    async (stored) => {
      const places = areas();
      await places.local.set({ thing: stored });
      expect(await readItem(places, second)).toEqual(second.fallback);
    },
  );
});
