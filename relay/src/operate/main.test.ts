import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DnsServer, startDnsServer } from '../../test/dns-server.ts';

const run = promisify(execFile);
const entry = fileURLToPath(new URL('./main.ts', import.meta.url));
const outcomeShape = z.object({ code: z.number().default(0), stdout: z.string() });
const reportShape = z.object({
  checks: z.array(z.object({ id: z.string(), level: z.string() })),
});

describe('npm run relay --', () => {
  let dns: DnsServer;
  let folder: string;
  beforeAll(async () => {
    dns = await startDnsServer();
  });
  afterAll(async () => dns[Symbol.asyncDispose]());
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mayfly-operate-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const call = async (...words: readonly string[]) => {
    const env = {
      ...{ PATH: process.env['PATH'], MAYFLY_DOMAINS: 'moss.example' },
      MAYFLY_STORE: `sqlite:${join(folder, 'none.db')}`,
      MAYFLY_DNS_SERVERS: dns.address,
    };
    const calling = run(process.execPath, [entry, ...words], { env });
    return outcomeShape.parse(await calling.catch((error: unknown) => error));
  };

  it('dns prints a zone', async () => {
    const words = ['dns', 'moss.example', '--address', '203.0.113.25', '--zone'];
    const { code, stdout } = await call(...words);
    expect(code).toBe(0);
    expect(stdout).toContain('\nmoss.example. 3600 IN MX 10 moss.example.\n');
  });

  it('doctor ends with 1 when something is wrong, and makes no database', async () => {
    const { code, stdout } = await call('doctor', 'moss.example', '--ntp', 'off', '--json');
    const { checks } = reportShape.parse(JSON.parse(stdout));
    const failed = checks.filter(({ level }) => level === 'fail').map(({ id }) => id);
    expect([code, failed]).toEqual([1, ['mx', 'a', 'spf', 'dmarc', 'store']]);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });
});
