import { describe, expect, it } from 'vitest';
import { createKeyedWork } from './keyed-work.ts';

describe('keyed work', () => {
  it('runs one after another for a key, and side by side for others', async () => {
    const work = createKeyedWork<string>(() => undefined);
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = work.run('a', () => gate.promise.then(() => void order.push('a1')));
    const second = work.run('a', async () => void order.push('a2'));
    await work.run('b', async () => void order.push('b'));
    gate.resolve();
    await Promise.all([first, second]);
    expect(order).toEqual(['b', 'a1', 'a2']);
  });

  it('reports a fault, and goes on with what follows', async () => {
    const faults: unknown[] = [];
    const work = createKeyedWork<string>((error) => faults.push(error));
    const failed = work.run('a', () => Promise.reject(new Error('first')));
    let didRun = false;
    await Promise.all([failed, work.run('a', async () => void (didRun = true))]);
    expect(faults).toEqual([new Error('first')]);
    expect(didRun).toBe(true);
  });

  it('is drained when what was begun meanwhile has ended too', async () => {
    const work = createKeyedWork<string>(() => undefined);
    const ended: string[] = [];
    void work.run('a', async () => {
      void work.run('b', async () => void ended.push('b'));
      ended.push('a');
    });
    expect(work.has('a')).toBe(true);
    await work.drain();
    expect(ended.sort()).toEqual(['a', 'b']);
    expect(work.has('a') || work.has('b')).toBe(false);
  });
});
