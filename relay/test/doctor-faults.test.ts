import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from './certificates.ts';
import { dnsFaults, mend } from './doctor-dns-faults.ts';
import { mx, rightPolicy } from './doctor-right.ts';
import { type DoctorWorld, startDoctorWorld } from './doctor-world.ts';
import { freePort, type RedisServer, startRedis } from './redis-server.ts';
import { startOpenRelay, startSilentServer, type StrangeServer } from './strange-servers.ts';

const day = 86_400_000;
let world: DoctorWorld;
beforeAll(async () => {
  world = await startDoctorWorld();
});
afterAll(async () => world[Symbol.asyncDispose]());
beforeEach(async () => world.reset());

let stranger: StrangeServer | undefined;
afterEach(async () => {
  await stranger?.[Symbol.asyncDispose]();
  stranger = undefined;
});
const answerWith = async (starting: Promise<StrangeServer>) => {
  stranger = await starting;
  world.doors.set(25, stranger.port);
};

/** What is wrong, the one line that is to fail, what its mend is to say, and how it comes about. */
type Fault = readonly [title: string, id: string, mend: string, cause: () => unknown];

const atTheHost: readonly Fault[] = [
  [
    'nothing at port 25',
    'port-25',
    'MAYFLY_SMTP_PORT=25',
    async () => {
      await world.relayWith(world.certify(mx));
      world.doors.set(25, await freePort());
    },
  ],
  [
    'a server that says nothing',
    'port-25',
    'open TCP port 25',
    async () => {
      await world.relayWith(world.certify(mx));
      await answerWith(startSilentServer());
      world.over = { withinMs: 1500 };
    },
  ],
  [
    'a relay of another name',
    'greeting',
    `MAYFLY_SMTP_NAME=${mx}`,
    () => world.relayWith(world.certify(mx), { MAYFLY_SMTP_NAME: 'mx.moss.example' }),
  ],
  [
    'a relay of another domain',
    'takes-mail',
    'MAYFLY_DOMAINS=fern.example',
    () => world.relayWith(world.certify(mx), { MAYFLY_DOMAINS: 'moss.example' }),
  ],
  [
    'a server that takes mail for everybody',
    'open-relay',
    'which mail server has port 25',
    () => answerWith(startOpenRelay(mx, world.certify(mx))),
  ],
  ['a relay without a certificate', 'starttls', 'MAYFLY_TLS_CERT=', () => world.relayWith(null)],
  [
    'a relay whose certificate has expired',
    'starttls',
    'renew it',
    () => world.relayWith(world.certify(mx, -1)),
  ],
  [
    'a relay with the key of another certificate',
    'starttls',
    'from the same folder',
    () => world.relayWith({ ...world.certify(mx), key: world.certify(mx).key }),
  ],
  [
    'an expired certificate',
    'certificate-end',
    'renew it',
    // A relay whose own clock is behind offers it still.
    () => world.relayWith(world.certify(mx, -1), {}, () => Date.now() - 10 * day),
  ],
  [
    'a certificate of another name',
    'certificate-name',
    `make one for ${mx}`,
    () => world.relayWith(world.certify('mx.moss.example')),
  ],
  [
    'a certificate that nobody signed',
    'certificate-trust',
    'fullchain.pem',
    () => world.relayWith(makeCertificate({ name: mx, to: Date.now() + 60 * day })),
  ],
  [
    'a certificate without its chain',
    'certificate-trust',
    'fullchain.pem',
    () => {
      const middle = makeCertificate({
        name: 'Middle',
        to: Date.now() + 60 * day,
        issuer: world.parts.authority,
      });
      const whole = makeCertificate({ name: mx, to: Date.now() + 60 * day, issuer: middle });
      const end = '-----END CERTIFICATE-----\n';
      return world.relayWith({ ...whole, cert: `${whole.cert.split(end)[0]}${end}` });
    },
  ],
];

const answer = (over: Partial<DoctorWorld['page']>) => () =>
  (world.page = { ...world.page, ...over });

const inThePolicy: readonly Fault[] = [
  [
    'a policy that does not name the MX',
    'mta-sts-policy',
    mend.policy,
    answer({ text: rightPolicy.replace(mx, 'mx.moss.example') }),
  ],
  ['no policy', 'mta-sts-policy', mend.policy, answer({ status: 404 })],
  ['a policy that lies elsewhere', 'mta-sts-policy', mend.policy, answer({ status: 301 })],
  ['a page instead of a policy', 'mta-sts-policy', mend.policy, answer({ text: '<p>Welcome' })],
  ['a policy as HTML', 'mta-sts-policy', 'text/plain', answer({ type: 'text/html' })],
  [
    "no certificate for the policy's host",
    'mta-sts-policy',
    'get a certificate for mta-sts.fern.example',
    () => world.serveAs(world.certify('fern.example')),
  ],
  [
    "an expired certificate of the policy's host",
    'mta-sts-policy',
    'get a certificate for mta-sts.fern.example',
    () => world.serveAs(world.certify('mta-sts.fern.example', -1)),
  ],
  [
    'nothing at port 443',
    'mta-sts-policy',
    'at port 443',
    async () => world.doors.set(443, await freePort()),
  ],
];

const onTheMachine: readonly Fault[] = [
  [
    'a domain that the relay does not serve',
    'domain',
    'MAYFLY_DOMAINS=moss.example,fern.example',
    () => (world.env = { MAYFLY_DOMAINS: 'moss.example' }),
  ],
  [
    'name servers with a fault',
    'dns',
    'MAYFLY_DNS_SERVERS',
    () => (world.parts.dns.mood = 'broken'),
  ],
  ['a clock that is fast', 'clock', 'set-ntp true', () => (world.parts.time.aheadMs = -120_000)],
  ['a clock that is slow', 'clock', 'set-ntp true', () => (world.parts.time.aheadMs = 120_000)],
  [
    'a full disk',
    'disk',
    'make room',
    () => (world.over = { freeDiskBytes: async () => 9_000_000 }),
  ],
  [
    'a Redis that everybody reaches',
    'port-redis',
    'bind 127.0.0.1',
    () => world.doors.set(world.parts.redis.port, world.parts.redis.port),
  ],
  [
    'metrics that everybody reaches',
    'port-metrics',
    'MAYFLY_METRICS_HOST=127.0.0.1',
    () => world.doors.set(9464, world.parts.relay.relay.http.port),
  ],
  [
    'a Redis that is not there',
    'store',
    'MAYFLY_STORE',
    async () => (world.env = { MAYFLY_STORE: `redis://127.0.0.1:${await freePort()}` }),
  ],
  [
    'a database that is not there',
    'store',
    'start the relay',
    () => (world.env = { MAYFLY_STORE: `sqlite:${world.parts.relay.directory}/none.db` }),
  ],
];

it.each(dnsFaults)(
  'what is wrong in the DNS fails in its line alone, with its mend: %s',
  async (_title, id, mending, records) => {
    world.publish(...records);
    const { status, failed, checks } = await world.ask();
    expect([status, failed]).toEqual([1, [id]]);
    expect(checks.find((each) => each.id === id)?.mend.join('\n')).toContain(mending);
  },
);

describe.each([
  ['at the mail host', atTheHost],
  ['in the policy', inThePolicy],
  ['on the machine', onTheMachine],
])('what is wrong %s fails in its line alone, with its mend:', (_, faults) => {
  it.each(faults)('%s', async (_title, id, mending, cause) => {
    await cause();
    const { status, failed, checks } = await world.ask();
    expect([status, failed]).toEqual([1, [id]]);
    expect(checks.find((each) => each.id === id)?.mend.join('\n')).toContain(mending);
  });
});

describe('a Redis that may lose mail fails in the line of its setting, with the command that mends it:', () => {
  let redis: RedisServer | undefined;
  afterEach(() => redis?.dispose());
  const begin = async (settings: Record<string, string>) => {
    redis = await startRedis(settings);
    world.env = { MAYFLY_STORE: redis.url };
    return redis;
  };

  it.each([
    ['appendonly', 'no', 'yes'],
    ['appendfsync', 'everysec', 'always'],
    ['no-appendfsync-on-rewrite', 'yes', 'no'],
    ['maxmemory-policy', 'allkeys-lru', 'noeviction'],
  ])('%s %s', async (name, wrong, right) => {
    const { port, command } = await begin({ [name]: wrong });
    const { status, failed, checks } = await world.ask();
    expect([status, failed]).toEqual([1, [`redis-${name}`]]);
    const [mending = ''] = checks.find(({ id }) => id === `redis-${name}`)?.mend ?? [];
    expect(mending).toBe(`redis-cli -h 127.0.0.1 -p ${port} config set ${name} ${right}`);
    await command('config', 'set', name, right);
    expect((await world.ask()).status).toBe(0);
  });

  it('warns of it where the operator said that it may', async () => {
    await begin({ appendonly: 'no' });
    world.env = { ...world.env, MAYFLY_REDIS_DURABILITY: 'relaxed' };
    const { status, warned } = await world.ask();
    expect([status, warned]).toEqual([0, ['outside', 'redis-appendonly']]);
  });

  it('fails in one line when Redis does not tell its settings', async () => {
    const { command } = await begin({});
    await command('acl', 'setuser', 'default', '-config');
    const { failed, checks } = await world.ask();
    expect(failed).toEqual(['redis-settings']);
    expect(checks.find(({ id }) => id === 'redis-settings')?.mend[0]).toContain('+config|get');
  });
});
