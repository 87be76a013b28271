import { expect, test } from 'vitest';
import { createManualSchedule } from '../test/manual-schedule.ts';
import { keepProcesses, type ProcessesDeps } from './processes.ts';

type Hear = Parameters<ProcessesDeps<string>['start']>[0];

const stopMs = 1234;

/** Three processes that do what a test says, and a clock that stands still. */
function startThree() {
  const timers = createManualSchedule();
  const time = { now: 0 };
  const started: Hear[] = [];
  const told: string[] = [];
  const restarts: (number | null)[] = [];
  const processes = keepProcesses<string>({
    count: 3,
    start(hear) {
      const id = started.push(hear);
      const tell = (word: string) => () => void told.push(`${word} ${id}`);
      return { id, pid: undefined, stop: tell('stop'), kill: tell('kill') };
    },
    now: () => time.now,
    schedule: timers.schedule,
    events: {
      processStarted: () => {},
      processEnded: ({ restartMs }) => void restarts.push(restartMs),
    },
    stopMs,
  });
  const ready = (id: number) => started[id - 1]?.ready(`by ${id}`);
  const end = (id: number) => started[id - 1]?.ended('SIGKILL');
  return { processes, timers, time, started, told, restarts, ready, end };
}

function startReady() {
  const world = startThree();
  for (const id of [1, 2, 3]) world.ready(id);
  return world;
}

test('are ready once, when the last one is', async () => {
  const { processes, ready } = startThree();
  ready(2);
  ready(1);
  ready(3);
  expect(await processes.ready).toBe('by 3');
});

test('do not start when one of them does not', async () => {
  const { processes, ready, end, timers } = startThree();
  ready(1);
  ready(2);
  end(3);
  await expect(processes.ready).rejects.toThrow('process 3 ended with SIGKILL before all were');
  expect(timers.waiting).toBe(0);
});

test('one that dies is started again', () => {
  const { started, end, timers } = startReady();
  end(2);
  expect(started).toHaveLength(3);
  timers.fire(500);
  expect(started).toHaveLength(4);
});

test('those that die again and again are started ever later, and then no more', async () => {
  const { processes, started, restarts, end, timers } = startReady();
  end(1);
  for (const milliseconds of [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
    expect(timers.fire(milliseconds)).toBe(1);
    end(started.length);
  }
  expect(timers.waiting).toBe(0);
  expect(restarts.at(-1)).toBeNull();
  expect(await processes.gaveUp).toBe(
    '9 processes in a row ended soon after their start, the last one with SIGKILL',
  );
});

test('one that lived for long is started again at once, whatever was before', () => {
  const { time, restarts, end, timers } = startReady();
  for (const id of [1, 2]) end(id);
  timers.fire(500);
  timers.fire(1000);
  time.now += 30_000;
  end(4);
  end(5);
  expect(restarts).toEqual([500, 1000, 500, 500]);
});

test('are told to stop, and have stopped when the last one has', async () => {
  const { processes, told, end, timers } = startReady();
  end(2);
  const stopped = processes.stop().then(() => told.push('stopped'));
  expect(told).toEqual(['stop 1', 'stop 3']);
  end(1);
  end(3);
  await stopped;
  // No restart, and nobody to kill.
  expect(timers.waiting).toBe(0);
  expect(told.at(-1)).toBe('stopped');
});

test('are ended when they do not stop in time', async () => {
  const { processes, told, end, timers } = startReady();
  const stopped = processes.stop();
  end(1);
  timers.fire(stopMs);
  expect(told).toEqual(['stop 1', 'stop 2', 'stop 3', 'kill 2', 'kill 3']);
  end(2);
  end(3);
  await stopped;
});
