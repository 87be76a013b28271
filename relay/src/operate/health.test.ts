import { expect, test, vi } from 'vitest';
import { RelayError } from '../core/errors.ts';
import { startRelay, type TestRelay } from '../../test/harness.ts';
import { runHealth } from './health.ts';

async function run({ relay }: Pick<TestRelay, 'relay'>, words: readonly string[] = []) {
  const lines: string[] = [];
  const config = { httpHost: '0.0.0.0', httpPort: relay.http.port };
  const print = (line: string) => void lines.push(line);
  return { status: await runHealth({ config, fetch, print }, words), said: lines.join('\n') };
}

const full = () => Promise.reject(new RelayError('storage-full'));

test('a relay that can take mail is well, whatever its public name is', async () => {
  await using relay = await startRelay({ env: { MAYFLY_PUBLIC_URL: 'https://mail.example.org' } });
  expect(await run(relay)).toMatchObject({ status: 0 });
  // On a busy machine a thread needs its time to start.
  const isReady = async () => expect(await run(relay, ['--ready'])).toMatchObject({ status: 0 });
  await vi.waitFor(isReady, { timeout: 25_000 });
});

test('a relay that can take none runs all the same, and says what is not well', async () => {
  await using relay = await startRelay({ wrapStore: (store) => ({ ...store, check: full }) });
  expect(await run(relay)).toMatchObject({ status: 0 });
  const { status, said } = await run(relay, ['--ready']);
  expect(status).toBe(1);
  expect(JSON.parse(said)).toMatchObject({ checks: { running: 'ok', store: 'failed' } });
});

test('where nobody answers nothing is well', async () => {
  const relay = await startRelay();
  await relay[Symbol.asyncDispose]();
  const { status, said } = await run(relay);
  expect([status, said]).toEqual([1, expect.stringMatching(/^Nobody answers at http:\/\/127/)]);
});

test('other words are explained', async () => {
  await using relay = await startRelay();
  for (const words of [['now'], ['--ready', 'now']]) {
    expect(await run(relay, words)).toMatchObject({
      status: 64,
      said: expect.stringMatching(/^health /),
    });
  }
});
