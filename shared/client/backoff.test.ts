import { expect, test } from 'vitest';
import { createBackoff, pause } from './backoff.ts';
import { NetworkError, ProblemError } from './client-error.ts';

const broken = new NetworkError(new Error('refused'));
const busy = new ProblemError(
  { type: 'urn:mayfly:problem:overloaded', title: 'Overloaded', status: 503, code: 'overloaded' },
  90,
);

test('doubles up to a minute and begins anew after a success', () => {
  const backoff = createBackoff(() => 1);
  const waits = Array.from({ length: 8 }, () => backoff.next(broken));
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  backoff.reset();
  expect(backoff.next(broken)).toBe(1000);
});

test('half of a wait is left to chance', () => {
  expect(createBackoff(() => 0).next(broken)).toBe(500);
  expect(createBackoff(() => 0.5).next(broken)).toBe(750);
});

test('waits at least as long as the relay asked', () => {
  expect(createBackoff(() => 0).next(busy)).toBe(90_000);
});

test('a pause ends at once when it is aborted', async () => {
  const controller = new AbortController();
  const paused = pause(3_600_000, controller.signal);
  controller.abort();
  await paused;
  await pause(3_600_000, controller.signal);
  expect(controller.signal.aborted).toBe(true);
});
