import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { expect, vi } from 'vitest';
import { type Environment, parseConfig } from '../src/config.ts';
import { operatorInboxId } from '../src/core/operator-mailbox.ts';
import { challengeFor } from '../src/operate/check-outside.ts';
import { type DoctorDeps, runDoctor } from '../src/operate/doctor.ts';
import { createDoctorDeps } from '../src/operate/doctor-deps.ts';
import type { Finding } from '../src/operate/finding.ts';
import { type MadeCertificate, makeCertificate } from './certificates.ts';
import { startDnsServer, type Zone } from './dns-server.ts';
import type { Records } from './doctor-dns-faults.ts';
import { mx, type PolicyPage, rightPage, rightZone, v4, v6 } from './doctor-right.ts';
import { startRelay, type TestRelay } from './harness.ts';
import { freePort, startRedis } from './redis-server.ts';
import { connectSmtp } from './smtp-client.ts';
import { startTimeServer } from './time-server.ts';

const day = 86_400_000;
/** Whose connections begin with a PROXY header, so that mail can come from anywhere. */
const proxy = '127.0.0.9';
export interface Diagnosis {
  readonly status: number;
  readonly checks: readonly Finding[];
  readonly failed: readonly string[];
  readonly warned: readonly string[];
}

function assign(zone: Zone, wanted: Zone): void {
  for (const key of Object.keys(zone)) delete zone[key];
  Object.assign(zone, wanted);
}

/** A pair of PEM files in a folder of their own. */
function writeFiles(folder: string, made: MadeCertificate): Environment {
  const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name));
  if (cert === undefined || key === undefined) return {};
  writeFileSync(cert, made.cert);
  writeFileSync(key, made.key);
  return { MAYFLY_TLS_CERT: cert, MAYFLY_TLS_KEY: key };
}

async function startPolicyHost(page: () => PolicyPage): Promise<Server> {
  const server = createServer((request, response) => {
    const { status, type, text } =
      request.url === '/.well-known/mta-sts.txt'
        ? page()
        : { status: 404, type: 'text/plain', text: '' };
    response
      .writeHead(status, { 'content-type': type, location: 'https://moss.example/' })
      .end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const usualWords = (domain = 'fern.example') => {
  const addresses = ['--address', v4, '--address', v6];
  return [domain, ...addresses, '--ntp', 'time.example'];
};

const portOf = (server: Pick<Server, 'address'>): number => {
  const at = server.address();
  return typeof at === 'object' && at !== null ? at.port : 0;
};

/** Writes a mail through the proxy, as if it came from an address on the internet. */
async function writeFrom(smtpPort: number, from: string, subject: string) {
  const client = await connectSmtp(smtpPort, proxy);
  client.send(`PROXY TCP4 ${from} ${v4} 4660 25\r\n`);
  await client.readReply();
  for (const line of [
    'EHLO elsewhere.example',
    'MAIL FROM:<me@elsewhere.example>',
    'RCPT TO:<postmaster@fern.example>',
    'DATA',
  ])
    await client.ask(line);
  const { code } = await client.ask(`Subject: ${subject}\r\n\r\nHello\r\n.`);
  client.close();
  if (code !== 250) throw new Error(`The relay answered ${code}`);
}

const certificateOf = (authority: MadeCertificate, name: string, days: number) =>
  makeCertificate({ name, to: Date.now() + days * day, issuer: authority });

/** What runs all the time, and what the relay of the domain is told. */
async function startParts() {
  const folder = mkdtempSync(join(tmpdir(), 'mayfly-doctor-'));
  const [from, to] = [Date.now() - day, Date.now() + 900 * day];
  const authority = makeCertificate({ name: 'Test authority', from, to });
  const [dns, redis, time, closedPort] = await Promise.all([
    startDnsServer(rightZone()),
    startRedis(),
    startTimeServer(),
    freePort(),
  ]);
  const env: Environment = {
    MAYFLY_DOMAINS: 'fern.example,mailinator.com',
    MAYFLY_SMTP_NAME: mx,
    MAYFLY_SECRET: `k1:${'s'.repeat(40)}`,
    MAYFLY_SMTP_PROXIES: proxy,
    MAYFLY_PARSER_THREADS: '1',
  };
  const own = { MAYFLY_STORE: redis.url, ...writeFiles(folder, certificateOf(authority, mx, 60)) };
  const relay = await startRelay({ env: { ...env, ...own } });
  const trust = createSecureContext({ ca: authority.cert });
  return { folder, authority, trust, dns, redis, time, closedPort, env, own, relay };
}

type Parts = Awaited<ReturnType<typeof startParts>>;

/** A domain that is set up right: a DNS server, a relay on Redis with STARTTLS, the policy's host and a time server, all real. */
export class DoctorWorld {
  readonly parts: Parts;
  readonly #policyHost: Server;
  readonly #printed: string[] = [];
  #others: TestRelay[] = [];
  /** Where a port of the domain's addresses leads; elsewhere nothing listens. */
  readonly doors = new Map<number, number>();
  page: PolicyPage = rightPage;
  /** Added to the options. */
  words: readonly string[] = [];
  /** What the command's configuration has otherwise. */
  env: Environment = {};
  over: Partial<DoctorDeps> = {};

  constructor(parts: Parts, policyHost: Server) {
    this.parts = parts;
    this.#policyHost = policyHost;
  }

  /** Makes everything as it ought to be. */
  async reset(): Promise<void> {
    await this.#stopOthers();
    const { dns, time, relay } = this.parts;
    assign(dns.zone, rightZone());
    dns.mood = 'well';
    Object.assign(time, { aheadMs: 0, stratum: 2 });
    Object.assign(this, { page: rightPage, words: [], env: {}, over: {} });
    this.doors.clear();
    this.doors.set(25, relay.smtpPort).set(443, portOf(this.#policyHost)).set(123, time.port);
    this.serveAs(this.certify('mta-sts.fern.example'));
  }

  /** Publishes other records than the right ones. */
  publish(...all: readonly Records[]): void {
    const { zone } = this.parts.dns;
    for (const [key, ...values] of all) {
      if (values.length > 0) zone[key] = values;
      else delete zone[key];
    }
  }

  certify(name: string, days = 60): MadeCertificate {
    return certificateOf(this.parts.authority, name, days);
  }

  /** Gives the policy's host another certificate. */
  serveAs({ cert, key }: MadeCertificate): void {
    this.#policyHost.setSecureContext({ cert, key });
  }

  /** Puts a relay of another kind at port 25, with these files and an embedded store, until all is reset. */
  async relayWith(made: MadeCertificate | null, env: Environment = {}, clock = Date.now) {
    const own = mkdtempSync(join(this.parts.folder, 'relay-'));
    const files = made === null ? {} : writeFiles(own, made);
    const other = await startRelay({ env: { ...this.parts.env, ...files, ...env }, clock });
    this.#others.push(other);
    this.doors.set(25, other.smtpPort);
    const store = { MAYFLY_STORE: `sqlite:${join(other.directory, 'mayfly.db')}` };
    this.env = { MAYFLY_TLS_CERT: '', MAYFLY_TLS_KEY: '', ...files, ...store };
  }

  /** Sends the relay at port 25 the mail that shows that it is reached from there. */
  async sendChallenge(from: string): Promise<void> {
    const { relay, smtpPort } = this.#others.at(-1) ?? this.parts.relay;
    const all = { limit: 100, maxBytes: 1e7 };
    const count = async () =>
      (await relay.store.listChanges(operatorInboxId, 0, all))?.changes.length ?? 0;
    const before = await count();
    await writeFrom(smtpPort, from, `Fwd: ${challengeFor('fern.example')}`);
    await vi.waitFor(async () => expect(await count()).toBeGreaterThan(before), 10_000);
  }

  /** What `doctor` says to a program. */
  async ask(domain = 'fern.example'): Promise<Diagnosis> {
    const { status, text } = await this.read([...this.words, '--json'], usualWords(domain));
    const { checks }: { checks: Finding[] } = JSON.parse(text);
    const ids = (level: string) =>
      checks.filter((each) => each.level === level).map(({ id }) => id);
    return { status, checks, failed: ids('fail'), warned: ids('warn') };
  }

  /** What it says to a person. */
  async read(more: readonly string[] = [], words: readonly string[] = usualWords()) {
    this.#printed.length = 0;
    const status = await runDoctor(this.#deps(), [...words, ...more]);
    return { status, text: this.#printed.join('\n') };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { relay, dns, time, redis, folder } = this.parts;
    await this.#stopOthers();
    await relay[Symbol.asyncDispose]();
    this.#policyHost.close();
    await Promise.all([dns, time].map(async (each) => each[Symbol.asyncDispose]()));
    await redis.dispose();
    rmSync(folder, { recursive: true, force: true });
  }

  #deps(): DoctorDeps {
    const { env, own, dns, trust, closedPort } = this.parts;
    const parsed = parseConfig({
      ...{ ...env, ...own, MAYFLY_DNS_SERVERS: dns.address, MAYFLY_METRICS_PORT: '9464' },
      MAYFLY_PUBLIC_URL: 'https://inbox.fern.example',
      ...this.env,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const print = (line: string) => void this.#printed.push(line);
    return {
      ...createDoctorDeps(parsed.config),
      trust,
      route: (_, port) => ({ host: '127.0.0.1', port: this.doors.get(port) ?? closedPort }),
      withinMs: 5000,
      ...{ print, say: print, inColours: false },
      ...this.over,
    };
  }

  async #stopOthers(): Promise<void> {
    const others = this.#others.splice(0);
    await Promise.all(others.map(async (each) => each[Symbol.asyncDispose]()));
  }
}

export async function startDoctorWorld(): Promise<DoctorWorld> {
  const parts = await startParts();
  const policyHost = await startPolicyHost(() => world.page);
  const world: DoctorWorld = new DoctorWorld(parts, policyHost);
  return world;
}
