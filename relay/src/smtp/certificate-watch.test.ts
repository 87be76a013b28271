import { mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type MadeCertificate, makeCertificate } from '../../test/certificates.ts';
import { type EventLog, recordEvents } from '../../test/event-log.ts';
import { createTimers } from '../../test/http-services.ts';
import { type CertificateWatch, watchCertificate } from './certificate-watch.ts';

const day = 86_400_000;
const start = Date.UTC(2030, 0, 1);

/** Files in a folder of their own, and what is said and offered about them. */
async function setUp(files: boolean, first?: Partial<MadeCertificate>) {
  const folder = mkdtempSync(join(tmpdir(), 'mayfly-tls-'));
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  const log: EventLog = [];
  const offers: (string | null)[] = [];
  const timers = createTimers();
  let now = start;
  const world = {
    folder,
    cert,
    key,
    offers,
    timers,
    put(made: Partial<MadeCertificate>) {
      if (made.cert !== undefined) writeFileSync(cert, made.cert);
      if (made.key !== undefined) writeFileSync(key, made.key);
    },
    pass: (milliseconds: number) => void (now += milliseconds),
    told: () =>
      log.map(({ name, fields }) => `${name} ${String(fields['reason'] ?? fields['warnings'])}`),
    /** As the timer does. */
    async look() {
      timers.run();
      await watch.look();
    },
    async [Symbol.asyncDispose]() {
      await watch.stop();
      rmSync(folder, { recursive: true });
    },
  };
  world.put(first ?? {});
  const watch: CertificateWatch = await watchCertificate({
    files: files ? { cert, key } : null,
    readFile: (path) => readFile(path, 'utf8'),
    hostname: 'mx.mayfly.test',
    clock: () => now,
    every: timers.every,
    events: recordEvents(log),
    offer: (pem) => void offers.push(pem?.cert ?? null),
  });
  return world;
}

const good = (days = 60) => makeCertificate({ to: start + days * day });

describe('without a usable certificate', () => {
  it('TLS is not offered, and the log says so once', async () => {
    await using none = await setUp(false);
    expect([none.told(), none.timers.size]).toEqual([['tlsNotOffered not-configured'], 0]);
    await using missing = await setUp(true);
    for (let n = 0; n < 3; n += 1) await missing.look();
    expect(missing.told()).toEqual(['tlsNotOffered file-unreadable']);
    expect([...none.offers, ...missing.offers]).toEqual([null, null]);
  });

  it('the log says each new reason once', async () => {
    await using world = await setUp(true);
    const [one, other] = [good(), good()];
    world.put({ cert: one.cert, key: 'nothing' });
    await world.look();
    await world.look();
    world.put({ key: other.key });
    await world.look();
    expect(world.told()).toEqual([
      'tlsNotOffered file-unreadable',
      'tlsNotOffered key-malformed',
      'tlsNotOffered key-of-another-certificate',
    ]);
  });
});

describe('a usable certificate', () => {
  it('is offered as soon as it is there', async () => {
    await using world = await setUp(true);
    const made = good();
    world.put(made);
    await world.look();
    await world.look();
    expect(world.offers).toEqual([null, made.cert]);
    expect(world.told().at(-1)).toBe('tlsOffered self-signed');
  });

  it('follows links that are set anew, as ACME clients do, and files that are renamed', async () => {
    const [first, second, third] = [good(), good(), good()];
    await using world = await setUp(true);
    const link = (name: string, made: MadeCertificate) => {
      for (const [file, text] of [
        [world.cert, made.cert],
        [world.key, made.key],
      ] as const) {
        writeFileSync(`${file}.${name}`, text);
        symlinkSync(`${file}.${name}`, `${file}.new`);
        renameSync(`${file}.new`, file);
      }
    };
    link('1', first);
    await world.look();
    link('2', second);
    await world.look();
    for (const [file, text] of [
      [world.cert, third.cert],
      [world.key, third.key],
    ] as const) {
      writeFileSync(`${file}.edited`, text);
      renameSync(`${file}.edited`, file);
    }
    await world.look();
    expect(world.offers).toEqual([null, first.cert, second.cert, third.cert]);
  });

  it('stays while certificate and key are replaced one after the other', async () => {
    const [first, second] = [good(), good()];
    await using world = await setUp(true, first);
    world.put({ cert: second.cert });
    await world.look();
    world.put({ key: second.key });
    await world.look();
    expect(world.offers).toEqual([first.cert, second.cert]);
    expect(world.told()).toEqual(['tlsOffered self-signed', 'tlsOffered self-signed']);
  });

  it('is given up when what replaced it stays unusable, and taken up again', async () => {
    const first = good();
    await using world = await setUp(true, first);
    unlinkSync(world.key);
    await world.look();
    expect(world.offers).toEqual([first.cert]);
    await world.look();
    expect(world.offers).toEqual([first.cert, null]);
    world.put(first);
    await world.look();
    expect(world.offers).toEqual([first.cert, null, first.cert]);
    expect(world.told()).toEqual([
      'tlsOffered self-signed',
      'tlsNotOffered file-unreadable',
      'tlsOffered self-signed',
    ]);
  });

  it('is given up at its end, after a warning', async () => {
    await using world = await setUp(true, good(30));
    world.pass(24 * day);
    await world.look();
    world.pass(6 * day);
    await world.look();
    expect(world.told()).toEqual([
      'tlsOffered self-signed',
      'tlsOffered self-signed,expires-soon',
      'tlsNotOffered expired',
    ]);
    expect(world.offers.at(-1)).toBeNull();
  });

  it('is waited for until its time begins', async () => {
    const early = makeCertificate({ from: start + day, to: start + 60 * day });
    await using world = await setUp(true, early);
    world.pass(day);
    await world.look();
    expect(world.offers).toEqual([null, early.cert]);
  });
});
