import { copyFileSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RedisServer, startRedis } from '@mayfly/relay/test/redis-server';
import type { Peers } from './peers.ts';
import { freePort, listening, pidOf, start, stopProcess } from './processes.ts';
import { type MailServer, sameRecipients } from './servers.ts';

/**
 * Takes every recipient and writes the raw mail to Redis, under a key of its own and in a list of all; answers when
 * Redis has it. With `parse` Haraka also decodes the MIME parts, as its plugins that look into mails need it.
 */
function pluginOf(port: number, parse: boolean): string {
  return `
const { createClient } = require('redis');
exports.register = function () {
  this.client = createClient({ url: 'redis://127.0.0.1:${port}' });
  this.client.on('error', () => {});
  this.ready = this.client.connect();
};
exports.hook_data = function (next, connection) {
  connection.transaction.parse_body = ${parse};
  next();
};
exports.hook_rcpt = function (next) { next(OK); };
exports.hook_queue = function (next, connection) {
  const { transaction } = connection;
  const parsed = (body) =>
    body ? body.bodytext.length + body.children.reduce((sum, child) => sum + parsed(child), 0) : 0;
  const length = ${parse} ? parsed(transaction.body) : 0;
  transaction.message_stream.get_data((raw) => {
    const key = 'mail:' + transaction.uuid;
    this.client
      .multi()
      .hSet(key, { raw, length: String(length) })
      .rPush('mails', key)
      .exec()
      .then(() => next(OK), () => next(DENYSOFT));
  });
};
`;
}

function writeFolder(folder: string, modules: string, port: number, plugin: string): void {
  mkdirSync(path.join(folder, 'config'));
  mkdirSync(path.join(folder, 'plugins'));
  const files = {
    'config/smtp.ini': `listen=127.0.0.1:${port}\n`,
    'config/log.ini': '[main]\nlevel=ERROR\n',
    'config/me': 'mx.mayfly.test\n',
    'config/databytes': '0\n',
    'config/plugins': 'store\n',
    'plugins/store.js': plugin,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  // Haraka does not start to talk without it; its own is the default.
  const own = path.join(modules, 'Haraka/config/connection.ini');
  copyFileSync(own, path.join(folder, 'config/connection.ini'));
}

async function stored(redis: RedisServer): Promise<number> {
  return Number(await redis.command('LLEN', 'mails'));
}

export async function startHaraka(
  peers: Peers,
  name: 'haraka-raw' | 'haraka-parse',
): Promise<MailServer> {
  const redis = await startRedis();
  const folder = mkdtempSync(path.join(tmpdir(), 'mayfly-haraka-'));
  const port = await freePort();
  writeFolder(folder, peers.modules, port, pluginOf(redis.port, name === 'haraka-parse'));
  const program = path.join(peers.modules, 'Haraka/bin/haraka');
  const child = start(process.execPath, [program, '-c', folder], {
    env: { ...process.env, NODE_PATH: peers.modules },
  });
  await listening(port, child);
  return {
    name,
    port,
    pids: [pidOf(child), redis.pid],
    recipients: sameRecipients,
    // It answers after Redis has it, so nothing is left to wait for.
    settled: () => Promise.resolve(),
    async verify(messages) {
      const found = await stored(redis);
      if (found !== messages) throw new Error(`${name} stored ${found} of ${messages}`);
      await redis.command('FLUSHALL');
    },
    async stop() {
      await stopProcess(child);
      await redis.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
