import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, homedir, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBare } from './ingest/bare.ts';
import { startHaraka } from './ingest/haraka.ts';
import { type Mode, send } from './ingest/load.ts';
import { makeMail, type MailName, mailNames } from './ingest/mails.ts';
import { raised, startMayfly } from './ingest/mayfly.ts';
import { startMaildev, startSink } from './ingest/others.ts';
import { installPeers, type Peers } from './ingest/peers.ts';
import { cpuSeconds, peakMb, resetPeak } from './ingest/processes.ts';
import {
  askedNames,
  type MailServer,
  type ServerName,
  serverNames,
  streams,
} from './ingest/servers.ts';
import { round } from './tools/figures.ts';

/**
 * How fast mail is taken in, beside others on the same machine: servers take turns round by round, and what counts is
 * the ratio within a round. Of Mayfly a round ends when the last message can be read with its links and codes.
 */
const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    mails: { type: 'string', default: mailNames.join(',') },
    modes: { type: 'string', default: 'single,multi' },
    servers: { type: 'string', default: serverNames.join(',') },
  },
});
const rounds = Number(options.rounds);
const seconds = Number(options.seconds);
const warmUpMessages: Record<MailName, number> = { '2k': 3000, '26k': 1000, '1m': 60 };
const mostMessages: Record<MailName, number> = { '2k': 20_000, '26k': 8000, '1m': 400 };

interface Figures {
  readonly perSecond: number;
  readonly cpuPer1000: number;
  readonly peakMb: number;
}

interface Load {
  readonly mode: Mode;
  readonly file: string;
  readonly messages: number;
}

const starters: Record<ServerName, (peers: Peers) => Promise<MailServer>> = {
  'mayfly-sqlite': () => startMayfly({ kind: 'sqlite', isSealed: false }),
  'mayfly-redis': () => startMayfly({ kind: 'redis', isSealed: false }),
  'mayfly-sqlite-sealed': () => startMayfly({ kind: 'sqlite', isSealed: true }),
  'mayfly-redis-sealed': () => startMayfly({ kind: 'redis', isSealed: true }),
  'haraka-raw': (peers) => startHaraka(peers, 'haraka-raw'),
  'haraka-parse': (peers) => startHaraka(peers, 'haraka-parse'),
  maildev: startMaildev,
  'smtp-sink': startSink,
  'smtp-server': (peers) => startBare(peers, 'smtp-server'),
  'smtp-server-parse': (peers) => startBare(peers, 'smtp-server-parse'),
};

async function runRound(peers: Peers, server: MailServer, load: Load): Promise<Figures> {
  resetPeak(server.pids);
  const cpu = cpuSeconds(server.pids);
  const since = performance.now();
  await send(peers, server, load);
  await server.settled(load.messages);
  const took = (performance.now() - since) / 1000;
  const used = cpuSeconds(server.pids) - cpu;
  const peak = peakMb(server.pids);
  await server.verify(load.messages);
  return {
    perSecond: load.messages / took,
    cpuPer1000: (used * 1000) / load.messages,
    peakMb: peak,
  };
}

/** As many as it takes in the wanted time, in whole shares of the streams. */
function messagesFor(mail: MailName, { perSecond }: Figures): number {
  const wanted = Math.min(perSecond * seconds, mostMessages[mail]);
  return Math.max(streams * 5, Math.round(wanted / streams) * streams);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function summarize(all: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => round(median(all.map((each) => each[key])));
  return { perSecond: of('perSecond'), cpuPer1000: of('cpuPer1000'), peakMb: of('peakMb') };
}

/** Ours over theirs, round by round, so that a machine that slows down slows both. */
function ratiosOf(results: ReadonlyMap<ServerName, readonly Figures[]>): Record<string, number> {
  const ratios: Record<string, number> = {};
  for (const [name, theirs] of results) {
    if (name.startsWith('mayfly-')) continue;
    const ours = results.get(name.startsWith('haraka-') ? 'mayfly-redis' : 'mayfly-sqlite');
    if (ours === undefined) continue;
    const each = ours.map(({ perSecond }, i) => perSecond / (theirs[i]?.perSecond ?? Number.NaN));
    ratios[name] = round(median(each));
  }
  return ratios;
}

async function runCase(peers: Peers, mail: MailName, mode: Mode, file: string) {
  const servers: MailServer[] = [];
  const results = new Map<ServerName, Figures[]>();
  try {
    const counts = new Map<ServerName, number>();
    for (const name of [...serverNames, ...askedNames]) {
      if (!options.servers.split(',').includes(name)) continue;
      const server = await starters[name](peers);
      servers.push(server);
      const warmUp = { mode, file, messages: warmUpMessages[mail] };
      counts.set(name, messagesFor(mail, await runRound(peers, server, warmUp)));
    }
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const server of servers) {
        const messages = counts.get(server.name) ?? streams;
        const figures = await runRound(peers, server, { mode, file, messages });
        results.set(server.name, [...(results.get(server.name) ?? []), figures]);
      }
    }
  } finally {
    for (const server of servers) await server.stop();
  }
  const ratios = ratiosOf(results);
  const summary = Object.fromEntries([...results].map(([name, all]) => [name, summarize(all)]));
  console.error(`\n${mail}, ${mode === 'multi' ? 'several mails' : 'one mail'} per connection`);
  console.error(
    `load ${loadavg()[0]?.toFixed(1)}; ratios in messages/s: ${JSON.stringify(ratios)}`,
  );
  if (!options.json) console.table(summary);
  return { mail, mode, servers: summary, ratios };
}

function sayConditions(): void {
  const cores = execFileSync('taskset', ['-cp', String(process.pid)], { encoding: 'utf8' });
  console.error(
    `Cores for all, the load too: ${cores.split(': ')[1]?.trim()} (${availableParallelism()})`,
  );
  console.error('20 sessions in 4 streams by smtp-source; each server beside its own store.');
  console.error(
    'Redis of Mayfly and of Haraka: appendonly yes, appendfsync always. SQLite: synchronous FULL.',
  );
  const words = Object.entries(raised).map(([name, value]) => `${name}=${value}`);
  console.error(`Mayfly: ${words.join(' ')}`);
}

const cache = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
const peers = installPeers(path.join(cache, 'mayfly-bench'));
sayConditions();
const folder = mkdtempSync(path.join(tmpdir(), 'mayfly-ingest-'));
const cases = [];
for (const mail of mailNames.filter((name) => options.mails.split(',').includes(name))) {
  const file = path.join(folder, `${mail}.eml`);
  writeFileSync(file, makeMail(mail));
  for (const mode of ['single', 'multi'] as const) {
    if (options.modes.split(',').includes(mode)) cases.push(await runCase(peers, mail, mode, file));
  }
}
rmSync(folder, { recursive: true });
if (options.json) console.log(JSON.stringify({ cases }));
