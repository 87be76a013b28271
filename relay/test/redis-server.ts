import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Settings under which Redis keeps what it acknowledged. */
const DURABLE = {
  appendonly: 'yes',
  appendfsync: 'always',
  'maxmemory-policy': 'noeviction',
  save: '',
  // So that a test that looks into the files finds what is in them.
  rdbcompression: 'no',
};

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  readonly pid: number;
  readonly folder: string;
  /** One command; the reply as redis-cli prints it where nobody looks, a line for each value. */
  command(...words: string[]): Promise<string>;
  /** Stops it from answering while its connections stay, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and files. */
  restart(): Promise<void>;
  filesContain(octets: Uint8Array): Promise<boolean>;
  dispose(): Promise<void>;
}

/** Starts a real Redis on a free port of 127.0.0.1, in a folder of its own; run by `tracer` where one is given. */
export async function startRedis(
  settings: Record<string, string> = {},
  tracer: readonly string[] = [],
): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-redis-'));
  const port = await freePort();
  const words = { port: String(port), bind: '127.0.0.1', dir: folder, ...DURABLE, ...settings };
  const command = [
    ...[...tracer, 'redis-server'],
    ...Object.entries(words).flatMap(([name, value]) => [`--${name}`, value]),
  ];
  let server = await start(command);
  const ask = async (...all: string[]): Promise<string> =>
    (await run('redis-cli', ['-p', String(port), ...all])).stdout.trim();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return server.pid ?? 0;
    },
    folder,
    command: ask,
    async stop() {
      const ended = once(server, 'exit');
      await ask('shutdown');
      await ended;
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    kill: () => kill(server),
    async restart() {
      await kill(server);
      server = await start(command);
    },
    filesContain: (octets) => filesContain(folder, octets),
    async dispose() {
      await kill(server);
      await rm(folder, { recursive: true });
    },
  };
}

async function kill(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

/** A port that nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Joins running servers to a cluster without replicas and waits until all of them agree. */
export async function joinCluster(servers: readonly RedisServer[]): Promise<void> {
  const places = servers.map(({ port }) => `127.0.0.1:${port}`);
  const words = ['--cluster', 'create', ...places, '--cluster-replicas', '0', '--cluster-yes'];
  await run('redis-cli', words);
  await agree(servers);
}

/** Waits until every member of a cluster says that all slots are served; members that came back need a moment. */
export async function agree(servers: readonly RedisServer[]): Promise<void> {
  for (const { command } of servers) {
    while (!(await command('cluster', 'info')).includes('cluster_state:ok'));
  }
}

async function start([program = '', ...words]: readonly string[]): Promise<ChildProcess> {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (cause) =>
      reject(
        new Error(
          `${program} could not be started; install it (Debian: apt-get install ${program})`,
          { cause },
        ),
      ),
    );
  });
  await Promise.race([failed, ready(child)]);
  return child;
}

async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout === null) throw new Error('no output');
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (!line.includes('Ready to accept connections')) continue;
    // Goes on reading, so that the pipe does not fill up.
    child.stdout.resume();
    return;
  }
  throw new Error(`redis-server ended:\n${said.join('\n')}`);
}

async function filesContain(folder: string, octets: Uint8Array): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = await Promise.all(
    files.map((file) => readFile(join(file.parentPath, file.name))),
  );
  return contents.some((content) => content.includes(Buffer.from(octets)));
}
