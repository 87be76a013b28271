import { expect, test } from 'vitest';
import { startRelay } from '../../test/harness.ts';
import { runPair } from './pair.ts';

async function run(over: object = {}, words: readonly string[] = []) {
  const lines: string[] = [];
  const saved: object[] = [];
  const deps = {
    store: { savePairing: async (pairing: object) => void saved.push(pairing) },
    clock: () => 0,
    random: (n: number) => new Uint8Array(n).fill(7),
    config: {
      access: 'private',
      publicUrl: 'https://mail.example.org/mayfly',
      httpHost: '127.0.0.1',
      httpPort: 3000,
      ...over,
    } as const,
    print: (line: string) => void lines.push(line),
    inColours: false,
  };
  const status = await runPair(deps, words);
  return { status, lines, saved, link: /\S+#pair=\S+/.exec(lines.join('\n'))?.[0] };
}

test('prints the link, its QR code and how long both are good, and keeps no code', async () => {
  const { lines, link, saved } = await run({}, ['Anna', 'laptop']);
  expect(link).toMatch(/^https:\/\/mail\.example\.org\/mayfly\/#pair=[a-z2-7]{26}$/);
  expect(lines.filter((line) => /^ {2}[█▀▄ ]{30,}$/.test(line)).length).toBeGreaterThan(15);
  expect(lines.at(-1)).toMatch(/^It works once, until \d\d:\d\d \(10 minutes\)\./);
  expect(saved).toMatchObject([{ label: 'Anna laptop', expiresAt: 600_000 }]);
  expect(JSON.stringify(saved)).not.toContain(link?.split('=')[1]);
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
])('names the place itself where there is no public URL: %s', async (httpHost, url) => {
  expect((await run({ publicUrl: null, httpHost })).link).toMatch(`${url}/#pair=`);
});

test('says that an open relay needs no pairing', async () => {
  expect((await run({ access: 'open' })).lines.at(-1)).toContain('This relay is open');
  expect((await run()).lines.join()).not.toContain('is open');
});

test.each([[['--help']], [['x'.repeat(101)]]])('answers %j with its usage', async (words) => {
  const { status, lines, saved } = await run({}, words);
  expect([status, saved]).toEqual([64, []]);
  expect(lines.join()).toContain('pair [NAME]');
});

test('gives access at a relay that runs meanwhile', async () => {
  await using relay = await startRelay({ env: { MAYFLY_ACCESS: 'private' } });
  const code = await relay.offerPairing('phone');
  const { access } = await relay.client.pair(code);
  expect(access.label).toBe('phone');
  expect(await relay.relay.store.listAccess()).toMatchObject([{ label: 'phone' }]);
});
