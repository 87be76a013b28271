import { describe, expect, test } from 'vitest';
import { LocalCounter } from './local-counter.ts';

const minute = 60_000;

function createCounter() {
  let now = 1000;
  return {
    counter: new LocalCounter(() => now),
    pass: (milliseconds: number) => (now += milliseconds),
  };
}

describe('LocalCounter', () => {
  test('counts within the window that began with the first, and then anew', async () => {
    const { counter, pass } = createCounter();
    expect(await counter.add('a', minute)).toEqual({ hits: 1, until: 61_000 });
    pass(59_999);
    expect(await counter.add('a', minute)).toEqual({ hits: 2, until: 61_000 });
    pass(1);
    expect(await counter.read('a')).toBeNull();
    expect(await counter.add('a', minute)).toEqual({ hits: 1, until: 121_000 });
  });

  test('counts each key for itself', async () => {
    const { counter } = createCounter();
    await counter.add('a', minute);
    expect(await counter.read('b')).toBeNull();
  });

  test('takes back what is there, and nothing else', async () => {
    const { counter } = createCounter();
    await counter.takeBack('a');
    await counter.add('a', minute);
    await counter.takeBack('a');
    await counter.takeBack('a');
    expect(await counter.read('a')).toEqual({ hits: 0, until: 61_000 });
  });

  test('forgets the oldest when there are too many, and what has ended', async () => {
    const { counter, pass } = createCounter();
    for (let i = 0; i <= 100_000; i += 1) await counter.add(String(i), minute);
    expect(await counter.read('0')).toBeNull();
    expect(await counter.read('1')).not.toBeNull();
    pass(minute);
    await counter.add('new', minute);
    expect(await counter.read('100000')).toBeNull();
    expect(await counter.read('new')).not.toBeNull();
  });
});
