import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numberFields, textFields } from './config-fields.ts';
import { withTables } from './config-table.ts';
import { describeConfig, type Environment, parseConfig } from './config.ts';

function faultsOf(env: Environment): Record<string, string> {
  const parsed = parseConfig(env);
  return parsed.ok
    ? {}
    : Object.fromEntries(parsed.faults.map(({ name, message }) => [name, message]));
}

function configOf(env: Environment) {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.config;
}

test('an empty environment gives an open relay on loopback with the embedded store', () => {
  expect(configOf({})).toMatchObject({
    domains: ['mayfly.test'],
    smtpHost: '127.0.0.1',
    smtpPort: 2525,
    httpPort: 3000,
    access: 'open',
    store: { kind: 'sqlite', path: './data/mayfly.db' },
    ttlMinutes: 60,
    maxLifeMinutes: 1440,
  });
});

test('serves metrics only when given a port for them, on loopback unless told otherwise', () => {
  expect(configOf({})).toMatchObject({ metricsPort: null, metricsHost: '127.0.0.1' });
  expect(configOf({ MAYFLY_METRICS_PORT: '9464' }).metricsPort).toBe(9464);
  expect(configOf({ MAYFLY_METRICS_PORT: '0' }).metricsPort).toBe(0);
});

test('takes every number up to the largest that its variable allows', () => {
  // More than one process needs Redis.
  const env: Record<string, string> = {
    MAYFLY_STORE: 'redis://localhost',
    MAYFLY_SECRET: `k1:${'s'.repeat(40)}`,
  };
  for (const { name, max } of Object.values(numberFields)) env[name] = String(max);
  expect(faultsOf(env)).toEqual({});
});

test('names every wrong variable at once', () => {
  const faults = faultsOf({
    MAYFLY_DOMAINS: 'good.example, -bad',
    MAYFLY_SMTP_PORT: '70000',
    MAYFLY_TTL_MINUTES: '5',
    MAYFLY_MESSAGE_BYTES: '1e9',
    MAYFLY_STORE: 'mysql://x',
    MAYFLY_ACCESS: 'public',
    MAYFLY_PUBLIC_URL: 'ftp://x',
    MAYFLY_ADDRESS_STYLE: 'short',
    MAYFLY_LOG_LEVEL: 'loud',
    MAYFLY_SMTP_NAME: 'localhost',
    MAYFLY_REDIS_DURABILITY: 'maybe',
    MAYFLY_SECRET: 'short',
    MAYFLY_METRICS_PORT: '70000',
    MAYFLY_TRUSTED_PROXIES: '10.0.0.0/8, 1',
    MAYFLY_TYPO: '1',
  });
  expect(Object.keys(faults).toSorted()).toEqual([
    'MAYFLY_ACCESS',
    'MAYFLY_ADDRESS_STYLE',
    'MAYFLY_DOMAINS',
    'MAYFLY_LOG_LEVEL',
    'MAYFLY_MESSAGE_BYTES',
    'MAYFLY_METRICS_PORT',
    'MAYFLY_PUBLIC_URL',
    'MAYFLY_REDIS_DURABILITY',
    'MAYFLY_SECRET',
    'MAYFLY_SMTP_NAME',
    'MAYFLY_SMTP_PORT',
    'MAYFLY_STORE',
    'MAYFLY_TRUSTED_PROXIES',
    'MAYFLY_TTL_MINUTES',
    'MAYFLY_TYPO',
  ]);
});

test('a count of proxies is refused: it cannot tell who wrote a header', () => {
  expect(configOf({ MAYFLY_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,::1' }).trustedProxies).toEqual([
    'loopback',
    '10.0.0.0/8',
    '::1',
  ]);
  expect(faultsOf({ MAYFLY_TRUSTED_PROXIES: '1' })).toHaveProperty(['MAYFLY_TRUSTED_PROXIES']);
});

test('every number refuses what is below, above and no number', () => {
  for (const field of Object.values(numberFields)) {
    for (const value of [String(field.min - 1), String(field.max + 1), 'many', '1.5', '0x10']) {
      expect(faultsOf({ [field.name]: value }), `${field.name}=${value}`).toHaveProperty([
        field.name,
      ]);
    }
  }
});

test('is private as soon as the relay can be reached from elsewhere', () => {
  expect(configOf({ MAYFLY_HTTP_HOST: '0.0.0.0' }).access).toBe('private');
  expect(configOf({ MAYFLY_PUBLIC_URL: 'https://mail.example.org' }).access).toBe('private');
  expect(configOf({ MAYFLY_PUBLIC_URL: 'http://localhost:3000/' }).access).toBe('open');
  expect(configOf({ MAYFLY_HTTP_HOST: '0.0.0.0' }).maxLifeMinutes).toBe(43_200);
});

test('keeps the path of the public URL and drops its last slash', () => {
  expect(configOf({ MAYFLY_PUBLIC_URL: 'https://example.org/mail/' }).publicUrl).toBe(
    'https://example.org/mail',
  );
});

test('domains are compared in A-label form and named once', () => {
  expect(
    configOf({ MAYFLY_DOMAINS: 'Bücher.example, xn--bcher-kva.example, two.example.' }).domains,
  ).toEqual(['xn--bcher-kva.example', 'two.example']);
});

test('Redis needs a secret of its own, and a fault never shows a secret', () => {
  expect(faultsOf({ MAYFLY_STORE: 'redis://127.0.0.1:6379' })).toHaveProperty(['MAYFLY_SECRET']);
  const secret = 'tooshortbutsecret';
  expect(JSON.stringify(faultsOf({ MAYFLY_SECRET: `k1:${secret}` }))).not.toContain(secret);
  const parsed = parseConfig({ MAYFLY_SECRET: `k2:${'b'.repeat(32)},k1:${'a'.repeat(40)}` });
  expect(parsed.ok && parsed.secrets?.map(({ kid }) => kid)).toEqual(['k2', 'k1']);
});

test('more than one process needs Redis', () => {
  expect(faultsOf({ MAYFLY_PROCESSES: '2' })).toHaveProperty(['MAYFLY_PROCESSES']);
  const redis = { MAYFLY_STORE: 'redis://127.0.0.1:6379', MAYFLY_SECRET: `k1:${'s'.repeat(32)}` };
  expect(configOf({ MAYFLY_PROCESSES: '2', ...redis }).processes).toBe(2);
});

test('verdicts are on, and what they go by is checked', () => {
  expect(configOf({})).toMatchObject({ verdicts: true, privateSpf: false, dnsServers: [] });
  const servers = '192.0.2.1, 192.0.2.2:5353,2001:db8::1, [2001:db8::1]:53';
  expect(configOf({ MAYFLY_DNS_SERVERS: servers }).dnsServers).toEqual([
    '192.0.2.1',
    '192.0.2.2:5353',
    '2001:db8::1',
    '[2001:db8::1]:53',
  ]);
  expect(configOf({ MAYFLY_ARC_SEALERS: 'Bücher.example' }).arcSealers).toEqual([
    'xn--bcher-kva.example',
  ]);
  for (const server of ['dns.example', '192.0.2.1:0', '192.0.2.1:99999', '[192.0.2.1]', '1:2:3'])
    expect(faultsOf({ MAYFLY_DNS_SERVERS: server })).toHaveProperty(['MAYFLY_DNS_SERVERS']);
  const wrong = { MAYFLY_VERDICTS: 'yes', MAYFLY_PRIVATE_SPF: '1', MAYFLY_ARC_SEALERS: 'a b' };
  expect(Object.keys(faultsOf(wrong)).toSorted()).toEqual(Object.keys(wrong).toSorted());
});

test('the life of an address in all is not shorter than the default life', () => {
  expect(faultsOf({ MAYFLY_TTL_MINUTES: '2000', MAYFLY_MAX_LIFE_MINUTES: '100' })).toHaveProperty([
    'MAYFLY_MAX_LIFE_MINUTES',
  ]);
});

const mend = '`npm run docs` writes it anew';

test('docs/operations.md has every variable as it is', () => {
  const document = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  expect(document, mend).toBe(withTables(document));
  for (const { name } of [...Object.values(textFields), ...Object.values(numberFields)]) {
    expect(document).toContain(`| \`${name}\` | `);
  }
});

test('the example file holds every variable as it is', () => {
  const example = readFileSync(new URL('../config.example.env', import.meta.url), 'utf8');
  expect(example, mend).toBe(`${describeConfig()}\n`);
  for (const { name } of [...Object.values(textFields), ...Object.values(numberFields)]) {
    expect(example).toContain(`# ${name}=`);
  }
});

test("the operator's address is a local part, or an address at a domain of the relay", () => {
  const domains = { MAYFLY_DOMAINS: 'mayfly.test,bücher.example' };
  expect(configOf({}).operatorInbox).toBe('postmaster');
  for (const [raw, name] of [
    ['Ops', 'ops'],
    ['ops@mayfly.test', 'ops'],
    ['ops@Bücher.example', 'ops'],
  ]) {
    expect(configOf({ ...domains, MAYFLY_OPERATOR_INBOX: raw }).operatorInbox).toBe(name);
  }
  for (const raw of ['ops@elsewhere.example', 'o ps', 'ops+tag', '@mayfly.test', 'a@b@mayfly.test'])
    expect(Object.keys(faultsOf({ ...domains, MAYFLY_OPERATOR_INBOX: raw }))).toEqual([
      'MAYFLY_OPERATOR_INBOX',
    ]);
});

test("the operator's mailbox has room for the largest message", () => {
  const bytes = (n: number) => ({ MAYFLY_MESSAGE_BYTES: '1000000', MAYFLY_OPERATOR_BYTES: `${n}` });
  expect(faultsOf(bytes(1_100_000))).toEqual({});
  expect(Object.keys(faultsOf(bytes(1_099_999)))).toEqual(['MAYFLY_OPERATOR_BYTES']);
});

test('STARTTLS needs both files', () => {
  expect(configOf({}).tls).toBeNull();
  const files = { MAYFLY_TLS_CERT: '/c.pem', MAYFLY_TLS_KEY: '/k.pem' };
  expect(configOf(files).tls).toEqual({ cert: '/c.pem', key: '/k.pem' });
  expect(Object.keys(faultsOf({ MAYFLY_TLS_CERT: '/c.pem' }))).toEqual(['MAYFLY_TLS_KEY']);
  expect(Object.keys(faultsOf({ MAYFLY_TLS_KEY: '/k.pem' }))).toEqual(['MAYFLY_TLS_CERT']);
});

test('proxies before SMTP are addresses and networks', () => {
  const config = configOf({
    MAYFLY_SMTP_PROXIES: '10.0.0.1, 2001:db8::/32',
    MAYFLY_SMTP_XCLIENT: '',
  });
  expect([config.smtpProxies, config.smtpXclients]).toEqual([['10.0.0.1', '2001:db8::/32'], []]);
  const wrong = { MAYFLY_SMTP_PROXIES: 'proxy.example', MAYFLY_SMTP_XCLIENT: '10.0.0.0/33' };
  expect(Object.keys(faultsOf(wrong))).toEqual(['MAYFLY_SMTP_PROXIES', 'MAYFLY_SMTP_XCLIENT']);
});

test('reads mailboxes, with what is escaped in user, password and folder', () => {
  const url = 'imaps://me%40box.example:p%2Css%40@imap.example/Catch%20all';
  const plain = 'imap://me:secret@[::1]:1143/';
  const common = { password: 'secret', folder: 'INBOX' };
  expect(
    configOf({ MAYFLY_IMAP: ` ${url} , ${plain}`, MAYFLY_IMAP_AFTER: 'move:Done' }),
  ).toMatchObject({
    imapAfter: { kind: 'move', folder: 'Done' },
    imapMailboxes: [
      {
        ...{ host: 'imap.example', port: 993, secure: true, mayBePlain: false },
        ...{ user: 'me@box.example', password: 'p,ss@', folder: 'Catch all' },
      },
      { ...common, host: '::1', port: 1143, secure: false, mayBePlain: true, user: 'me' },
    ],
  });
});

test.each([
  'https://me:hidden-word@imap.example/',
  'imaps://me@imap.example/hidden-word',
  'imaps://me:hidden-word%@imap.example/',
  'hidden-word',
  'imaps://me:hidden-word@imap.example/?x=1',
])('refuses a mailbox that cannot be read, and does not repeat it: %s', (url) => {
  const faults = faultsOf({ MAYFLY_IMAP: url });
  expect(faults['MAYFLY_IMAP']).toMatch(/^entry 1 must be imaps:/);
  expect(JSON.stringify(faults)).not.toContain('hidden-word');
});

test('refuses secrets of ways in that are too short, and does not repeat them', () => {
  const env = {
    MAYFLY_INBOUND_RAW_SECRET: 'hidden-word',
    MAYFLY_INBOUND_IMPROVMX_SECRET: `hidden word ${'x'.repeat(32)}`,
    MAYFLY_IMAP_AFTER: 'forget',
  };
  expect(Object.keys(faultsOf(env)).sort()).toEqual(Object.keys(env).sort());
  expect(JSON.stringify(faultsOf(env))).not.toContain('hidden');
});
