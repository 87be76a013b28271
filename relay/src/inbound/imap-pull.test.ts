import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeMailbox } from '../../test/fake-mailbox.ts';
import { sqliteHarness } from '../../test/sqlite-harness.ts';
import type { StoreHarness } from '../../test/store-setting.ts';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { type PullDeps, startPull } from './imap-pull.ts';

const place = {
  ...{ host: 'imap.example', port: 993, secure: true, mayBePlain: false },
  ...{ user: 'me', password: 'secret', folder: 'INBOX' },
};

let now = 1_800_000_000_000;
let harness: StoreHarness;
beforeEach(async () => {
  harness = await sqliteHarness(() => now);
});
afterEach(() => harness.dispose());

/** Pauses that end when the test says so; their lengths in order. */
function createPauses() {
  const lengths: number[] = [];
  const open = new Set<() => void>();
  return {
    lengths,
    pause: (milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        lengths.push(milliseconds);
        open.add(resolve);
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) resolve();
      }),
    end() {
      for (const resolve of open) resolve();
      open.clear();
    },
  };
}

function start(open: PullDeps['open'], more: Partial<PullDeps> = {}) {
  const pauses = createPauses();
  const told: string[] = [];
  const pull = startPull(
    {
      open,
      store: harness.store,
      holder: 'one',
      nameOf: () => 'box',
      pause: pauses.pause,
      clock: () => now,
      random: () => 1,
      shortage: () => null,
      intake: {
        find: () => Promise.resolve({ ok: true }),
        take: () => Promise.resolve({ ok: true, repeated: false }),
      },
      events: {
        mailBrought: () => undefined,
        fault: () => undefined,
        mailboxChanged: ({ state, code }) => void told.push([state, code ?? []].flat().join(' ')),
      },
      ...{ messageBytes: 1000, rememberMs: 1000, rescanMs: 60_000 },
      ...more,
    },
    place,
    1,
  );
  return { pull, pauses, told };
}

describe('a pull', () => {
  it('closes the mailbox when another relay has the lease, and leaves the place to that one', async () => {
    const mailbox = createFakeMailbox();
    mailbox.add('a@mayfly.test');
    const { pull, pauses, told } = start(async () => mailbox);
    await vi.waitFor(() => expect(told).toEqual(['open']));
    expect(await harness.store.readPlace('box')).toBe('1 1');
    now += 60_000;
    expect(await harness.store.takeLease('box', 'other', 10_000)).toEqual({ fence: 2 });
    await harness.store.savePlace('box', 2, '1 7');
    pauses.end();
    await vi.waitFor(() => expect(mailbox.isClosed).toBe(true));
    await vi.waitFor(() => expect(told.length).toBeGreaterThan(1));
    await pull.stop();
    expect(await harness.store.readPlace('box')).toBe('1 7');
  });

  it.each([
    ['is away', {}, [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]],
    ['refuses the log-in', { authenticationFailed: true }, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300]],
  ])('waits ever longer while the server %s', async (_what, fields, seconds) => {
    const failing = () => Promise.reject(Object.assign(new Error('no'), fields));
    const { pull, pauses, told } = start(failing, {
      store: { ...harness.store, takeLease: async () => ({ fence: 1 }) },
    });
    const backoffs = () => pauses.lengths.filter((length) => length !== 3000);
    for (const n of seconds.keys()) {
      await vi.waitFor(() => expect(backoffs()).toHaveLength(n + 1));
      pauses.end();
    }
    await pull.stop();
    expect(backoffs().slice(0, seconds.length)).toEqual(seconds.map((each) => each * 1000));
    expect(told).toHaveLength(1);
    expect(pull.isWell).toBe(false);
  });

  it('reads nothing while mail cannot be stored', async () => {
    let short: ProblemCode | null = 'storage-full';
    const mailboxes = [createFakeMailbox(), createFakeMailbox()];
    for (const mailbox of mailboxes) mailbox.add('a@mayfly.test');
    const opened = mailboxes.values();
    const open = async () => opened.next().value ?? expect.fail('opened too often');
    const { pull, pauses, told } = start(open, { shortage: () => short });
    await vi.waitFor(() => expect(told).toEqual(['lost storage-full']));
    short = null;
    await vi.waitFor(() => {
      pauses.end();
      expect(told).toContain('open');
    });
    expect(mailboxes.map(({ settled }) => settled)).toEqual([[], [1]]);
    await pull.stop();
  });
});
