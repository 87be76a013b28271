import { describe, expect, it } from 'vitest';
import { createStorage, start } from '../../test/storage-fixture.ts';

const day = 24 * 60 * 60_000;

describe('the reminder to save the addresses', () => {
  it('may come at any time before anything was saved', async () => {
    const { reminder } = createStorage();
    expect(await reminder.readRestsUntil()).toBeLessThan(start);
  });

  it('rests for 30 days after the addresses were saved', async () => {
    const { reminder } = createStorage();
    await reminder.saved(start);
    expect(await reminder.readRestsUntil()).toBe(start + 30 * day);
  });

  it('rests for 30 days after it was dismissed, however long ago they were saved', async () => {
    const { reminder } = createStorage();
    await reminder.saved(start - 40 * day);
    await reminder.dismissed(start);
    expect(await reminder.readRestsUntil()).toBe(start + 30 * day);
  });
});
