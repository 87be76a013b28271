import { mkdtempSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleInbox } from '../../test/store-samples.ts';
import { createAccess } from '../core/access.ts';
import { deriveKeys } from '../core/keys.ts';
import type { Publisher, Store } from '../core/ports.ts';
import { openStore } from '../open-store.ts';
import { runAccess } from './access.ts';

async function withCommand(
  use: (
    run: (...words: string[]) => Promise<{ status: number; lines: string[] }>,
    admit: (token: string) => Promise<boolean>,
    parts: { store: Store; publisher: Publisher },
  ) => Promise<void>,
) {
  const path = join(mkdtempSync(join(tmpdir(), 'mayfly-')), 'mayfly.db');
  const { store, publisher } = await openStore({ kind: 'sqlite', path }, { clock: Date.now });
  const keys = deriveKeys([{ kid: 'k1', secret: 's'.repeat(32) }]);
  const access = createAccess({
    mode: 'private',
    store,
    keys,
    clock: Date.now,
    random: randomBytes,
  });
  try {
    await use(
      async (...words) => {
        const lines: string[] = [];
        const deps = {
          store,
          publisher,
          keys,
          clock: Date.now,
          random: randomBytes,
          print: (line: string) => void lines.push(line),
        };
        return { status: await runAccess(deps, words), lines };
      },
      async (token) => (await access.admit(token)).ok,
      { store, publisher },
    );
  } finally {
    await publisher.close();
    await store.close();
  }
}

test('access that was given opens the relay until it is withdrawn', async () => {
  await withCommand(async (run, admit) => {
    const added = await run('add', 'Anna', 'laptop');
    const token = added.lines[1] ?? '';
    expect(await admit(token)).toBe(true);
    const id = /^(\S+) .*Anna laptop$/.exec((await run('list')).lines[0] ?? '')?.[1] ?? '';
    expect(await run('remove', id)).toMatchObject({ status: 0 });
    expect(await admit(token)).toBe(false);
    expect(await run('remove', id)).toMatchObject({ status: 1 });
    expect((await run('list')).lines).toEqual([
      'Nobody has access yet; `access add NAME` gives it.',
    ]);
  });
});

test('withdrawing access ends the inboxes made with it, and tells who waits for them', async () => {
  await withCommand(async (run, _admit, { store, publisher }) => {
    const accessId = /^Access (\S+) for/.exec((await run('add', 'Anna')).lines[0] ?? '')?.[1] ?? '';
    const [hers, other] = [
      sampleInbox(Date.now(), { accessId }),
      sampleInbox(Date.now(), { accessId: 'somebody-else' }),
    ];
    await store.createInbox(hers);
    await store.createInbox(other);
    const heard: unknown[] = [];
    await publisher.subscribe(hers.id, (signal) => heard.push(signal));
    const removed = await run('remove', accessId);
    expect(removed.lines).toEqual([
      `Access ${accessId} is withdrawn; inboxes made with it that were ended: 1.`,
    ]);
    expect(await store.findInbox(hers.id)).toBeNull();
    expect(await store.findInbox(other.id)).not.toBeNull();
    expect(heard).toEqual([{ kind: 'ended' }]);
    // What was broken off is done again.
    const left = sampleInbox(Date.now(), { accessId });
    await store.createInbox(left);
    expect(await run('remove', accessId)).toMatchObject({ status: 0 });
    expect(await store.findInbox(left.id)).toBeNull();
    expect(await run('remove', accessId)).toMatchObject({ status: 1 });
  });
});

test.each([[[]], [['add']], [['list', 'x']], [['frob']], [['add', 'x'.repeat(101)]]])(
  'answers %j with its usage',
  async (words) => {
    await withCommand(async (run) => {
      const { status, lines } = await run(...words);
      expect(status).toBe(64);
      expect(lines.join('\n')).toContain('access add NAME');
    });
  },
);
