import { describe, expect, it } from 'vitest';
import { settled } from '../../test/mount.ts';
import { createGate } from './gate.ts';

function startGate() {
  const gate = createGate();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.set(name, resolve));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { gate, begun, work, end };
}

describe('a gate', () => {
  it('lets work pass at once, side by side', () => {
    const { gate, begun, work } = startGate();
    void gate.pass(work('a'));
    void gate.pass(work('b'));
    expect(begun).toEqual(['a', 'b']);
  });

  it('lets nothing be under way beside what is alone', async () => {
    const { gate, begun, work, end } = startGate();
    void gate.pass(work('before'));
    void gate.alone(work('alone'));
    void gate.pass(work('meanwhile'));
    await settled();
    expect(begun).toEqual(['before']);
    await end('before');
    expect(begun).toEqual(['before', 'alone']);
    await end('alone');
    expect(begun).toEqual(['before', 'alone', 'meanwhile']);
  });

  it('takes two that want to be alone one after the other', async () => {
    const { gate, begun, work, end } = startGate();
    void gate.alone(work('first'));
    void gate.alone(work('second'));
    void gate.pass(work('meanwhile'));
    await settled();
    expect(begun).toEqual(['first']);
    await end('first');
    expect(begun).toEqual(['first', 'second']);
    await end('second');
    expect(begun).toEqual(['first', 'second', 'meanwhile']);
  });

  it('hands on what comes of the work, and opens again after a fault', async () => {
    const { gate } = startGate();
    const failing = gate.alone(async () => {
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    expect(await gate.pass(async () => 'done')).toBe('done');
  });
});
