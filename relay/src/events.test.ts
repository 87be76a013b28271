import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { type EventLog, recordEvents } from '../test/event-log.ts';
import { combineEvents } from './events.ts';

/** A process that tells `count` events and says on the other pipe when it has. */
function tellInProcess(count: number, then: string) {
  const program = `
    import { createEvents } from ${JSON.stringify(new URL('./events.ts', import.meta.url).href)};
    const events = createEvents({ level: 'info' });
    for (let n = 0; n < ${count}; n += 1) {
      events.fault({ where: 'w'.repeat(100), error: new Error('none') });
      if (n % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    process.stderr.write('told');
    ${then}`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Its lines, to the end; calls back when they first hold `word`. */
async function linesOf(
  child: ReturnType<typeof tellInProcess>,
  [word, onWord]: [string, () => void] = ['', () => undefined],
): Promise<string[]> {
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    if (text.slice(-chunk.length - word.length).includes(word)) onWord();
  });
  await once(child, 'close');
  return text.trimEnd().split('\n');
}

test('the last lines are written when the process exits', async () => {
  expect(await linesOf(tellInProcess(500, 'process.exit(1)'))).toHaveLength(500);
});

test('a log that nobody reads holds nobody up, and says afterwards how many lines it lost', async () => {
  // More than a pipe and our own buffer hold.
  const child = tellInProcess(30_000, 'process.stdin.once("end", () => process.exit(0)).resume()');
  await once(child.stderr, 'data');
  const lines = await linesOf(child, ['log-lines-dropped', () => child.stdin.end()]);
  const said: unknown = JSON.parse(lines.findLast((line) => line.includes('dropped')) ?? '{}');
  expect(said).toMatchObject({ level: 'warn', lines: 30_001 - lines.length });
});

test('an event is told to the log and to what counts it', () => {
  const [log, counted]: [EventLog, EventLog] = [[], []];
  const events = combineEvents(recordEvents(log), recordEvents(counted));
  const tells: ((fields: never) => void)[] = Object.values(events);
  for (const tell of tells) Reflect.apply(tell, events, [{ any: 1 }]);
  expect(log.map(({ name }) => name)).toEqual(Object.keys(events));
  expect(counted).toEqual(log);
});
