import { totalmem } from 'node:os';
import { expect, test } from 'vitest';
import { availableMemory, collectGarbage, memoryShare } from './memory.ts';

const files = (contents: Readonly<Record<string, string>>) => (path: string) =>
  contents[path] ?? '';
const v2 = '/sys/fs/cgroup/memory.max';
const v1 = '/sys/fs/cgroup/memory/memory.limit_in_bytes';

test.each([
  [{ [v2]: '536870912\n' }, 536_870_912],
  [{ [v1]: '1073741824\n' }, 1_073_741_824],
  [{ [v2]: 'max\n' }, totalmem()],
  [{ [v1]: '9223372036854771712\n' }, totalmem()],
  [{}, totalmem()],
])(
  'what there is for us is the limit of the container, else of the machine: %j',
  (given, bytes) => {
    expect(availableMemory(files(given))).toBe(bytes);
  },
);

test('the share in use is that of the process or of the heap, whichever is closer', () => {
  const read = files({ '/proc/self/status': 'Name:\tnode\nVmRSS:\t  102400 kB\nThreads:\t7\n' });
  expect(memoryShare(104_857_600, read)).toBe(1);
  expect(memoryShare(209_715_200, read)).toBe(0.5);
  const heapAlone = memoryShare(Number.MAX_SAFE_INTEGER, files({}));
  expect(heapAlone).toBeGreaterThan(0);
  expect(heapAlone).toBeLessThan(1);
});

test('the share of this process is read for real', () => {
  expect(memoryShare(totalmem())).toBeGreaterThan(0);
});

test('what nobody uses any more is given back when asked for', async () => {
  const held = () => new WeakRef({ big: new Array<number>(100_000).fill(7) });
  const refs = Array.from({ length: 10 }, held);
  // A weak reference is kept until the present turn has ended.
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
  expect(refs.filter((ref) => ref.deref() !== undefined)).toEqual([]);
});
