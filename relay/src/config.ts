import { domainToASCII } from 'node:url';
import { parseBlockedKinds } from '@mayfly/shared/mail/blocked-kinds';
import { type NumberField, numberFields, textFields } from './config-fields.ts';
import { type InboundConfig, readInbound } from './config-inbound.ts';
import { readList } from './config-list.ts';
import { readReception, type ReceptionConfig } from './config-smtp.ts';
import { readVerdictSettings, type VerdictConfig } from './config-verdicts.ts';

export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'redis'; readonly url: string; readonly durability: 'required' | 'relaxed' };

type NumberSettings = { readonly [K in keyof typeof numberFields]: number };

export interface Config extends NumberSettings, ReceptionConfig, VerdictConfig, InboundConfig {
  readonly domains: readonly [string, ...string[]];
  readonly smtpHost: string;
  readonly httpHost: string;
  /** Our name in SMTP and in trace headers, in A-label form. */
  readonly smtpName: string;
  /** Null: whatever address HTTP listens on. Without a slash at the end. */
  readonly publicUrl: string | null;
  readonly store: StoreConfig;
  readonly addressStyle: 'uuid' | 'words';
  readonly access: 'open' | 'private';
  readonly logLevel: LogLevel;
  /** Kinds of attachments that are taken out, by their endings. */
  readonly blockedAttachments: ReadonlySet<string>;
  readonly metricsHost: string;
  /** Null: no metrics are served. */
  readonly metricsPort: number | null;
  /** Each an address, a network or `loopback`. */
  readonly trustedProxies: readonly string[];
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Keys by id; the first one signs, all of them verify. */
export type Secrets = readonly { readonly kid: string; readonly secret: string }[];

export interface ConfigFault {
  readonly name: string;
  readonly message: string;
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config; readonly secrets: Secrets | null }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

export type Environment = Readonly<Record<string, string | undefined>>;

type Fault = (name: string, message: string) => void;

function readNumber(env: Environment, field: NumberField, fault: Fault): number {
  const raw = (env[field.name] ?? '').trim() || field.fallback;
  const value = /^\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN;
  if (value >= field.min && value <= field.max) return value;
  fault(
    field.name,
    `must be a whole number of ${field.unit} from ${field.min} to ${field.max}, not "${raw}"`,
  );
  return Number(field.fallback);
}

function readMetricsPort(raw: string, fault: Fault): number | null {
  if (raw === '') return null;
  const port = /^\d{1,5}$/.test(raw) ? Number(raw) : Number.NaN;
  if (port <= 65_535) return port;
  fault(textFields.metricsPort.name, `must be empty or a port from 0 to 65535, not "${raw}"`);
  return null;
}

function oneOf<T extends string>(
  name: string,
  raw: string,
  allowed: readonly T[],
  fault: Fault,
): T | null {
  const found = allowed.find((value) => value === raw);
  if (found === undefined) fault(name, `must be one of ${allowed.join(', ')}, not "${raw}"`);
  return found ?? null;
}

/** The domain in A-label form (RFC 5890), or null when it is none. */
function toDomain(name: string): string | null {
  const domain = domainToASCII(name.replace(/\.$/, '')).toLowerCase();
  const labels = domain.split('.');
  const good =
    domain.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return good ? domain : null;
}

function readName(raw: string, fault: Fault): string {
  const name = toDomain(raw);
  if (name === null) fault(textFields.smtpName.name, `"${raw}" is no host name`);
  return name ?? '';
}

function readDomains(raw: string, fault: Fault): readonly [string, ...string[]] {
  const names = raw
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const domains: string[] = [];
  for (const name of names) {
    const domain = toDomain(name);
    if (domain === null) fault(textFields.domains.name, `"${name}" is no domain name`);
    else domains.push(domain);
  }
  const [first, ...rest] = [...new Set(domains)];
  if (first === undefined) fault(textFields.domains.name, 'must name at least one domain');
  return [first ?? 'mayfly.test', ...rest];
}

/** @returns the URL without a slash at its end, or null after a fault. */
function readPublicUrl(raw: string, fault: Fault): string | null {
  if (raw === '') return null;
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.username + url.password + url.search + url.hash !== ''
  ) {
    fault(
      textFields.publicUrl.name,
      `must be an http or https URL without user, query and fragment, not "${raw}"`,
    );
    return null;
  }
  return url.href.replace(/\/+$/, '');
}

function readStore(
  raw: string,
  durability: 'required' | 'relaxed' | null,
  fault: Fault,
): StoreConfig {
  if (/^sqlite:.+/.test(raw)) return { kind: 'sqlite', path: raw.slice('sqlite:'.length) };
  const good = /^rediss?:\/\//.test(raw)
    ? URL.canParse(raw)
    : /^redis-cluster:\/\/[^/,]+:\d+(?:,[^/,]+:\d+)*$/.test(raw);
  if (!good) {
    fault(
      textFields.store.name,
      'must be sqlite:FILE, redis://HOST:PORT or redis-cluster://HOST:PORT,HOST:PORT',
    );
  }
  return { kind: 'redis', url: raw, durability: durability ?? 'required' };
}

function readSecrets(raw: string, fault: Fault): Secrets | null {
  if (raw === '') return null;
  const secrets: { kid: string; secret: string }[] = [];
  for (const [i, entry] of raw.split(',').entries()) {
    // Names no part of the value: this text is printed.
    const match = /^\s*([a-z0-9]{1,16}):(\S{32,})\s*$/i.exec(entry);
    if (match?.[1] === undefined || match[2] === undefined) {
      fault(
        textFields.secret.name,
        `entry ${i + 1} must be kid:secret, the kid of 1 to 16 letters and digits, the secret of at least 32 characters`,
      );
    } else if (secrets.some(({ kid }) => kid === match[1])) {
      fault(textFields.secret.name, `entry ${i + 1} has the kid of an earlier one`);
    } else secrets.push({ kid: match[1], secret: match[2] });
  }
  return secrets;
}

function readBlocked(raw: string, fault: Fault): ReadonlySet<string> {
  const read = parseBlockedKinds(raw);
  if (read.ok) return read.kinds;
  for (const message of read.faults) fault(textFields.blockedAttachments.name, message);
  return new Set();
}

export function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

function defaultAccess(httpHost: string, publicUrl: string | null): 'open' | 'private' {
  const local =
    isLoopbackHost(httpHost) && (publicUrl === null || isLoopbackHost(new URL(publicUrl).hostname));
  return local ? 'open' : 'private';
}

function checkUnknown(env: Environment, fault: Fault) {
  const known = new Set<string>(
    [...Object.values(textFields), ...Object.values(numberFields)].map(({ name }) => name),
  );
  for (const name of Object.keys(env)) {
    if (name.startsWith('MAYFLY_') && !known.has(name))
      fault(name, 'is no variable of the relay; --help lists them');
  }
}

function readNumbers(env: Environment, fault: Fault): NumberSettings {
  const entries = Object.entries(numberFields).map(([key, field]) => [
    key,
    readNumber(env, field, fault),
  ]);
  return Object.fromEntries(entries) as NumberSettings;
}

function checkProcesses(store: StoreConfig, { processes }: NumberSettings, fault: Fault) {
  if (store.kind === 'sqlite' && processes > 1) {
    fault(
      numberFields.processes.name,
      `must be 1 on SQLite, which one process has for itself; more need Redis in ${textFields.store.name}`,
    );
  }
}

/** Reads all variables and reports every fault at once. The values of secrets stand in no fault. */
export function parseConfig(env: Environment): ParsedConfig {
  const faults: ConfigFault[] = [];
  const fault: Fault = (name, message) => faults.push({ name, message });
  const read = (key: keyof typeof textFields) =>
    (env[textFields[key].name] ?? '').trim() || textFields[key].fallback;
  checkUnknown(env, fault);
  const numbers = readNumbers(env, fault);
  const durability = oneOf(
    textFields.redisDurability.name,
    read('redisDurability'),
    ['required', 'relaxed'],
    fault,
  );
  const store = readStore(read('store'), durability, fault);
  const secrets = readSecrets(read('secret'), fault);
  if (store.kind === 'redis' && read('secret') === '') {
    fault(
      textFields.secret.name,
      'is required with Redis, so that all relays sign alike; `openssl rand -hex 32` makes one: MAYFLY_SECRET=k1:…',
    );
  }
  checkProcesses(store, numbers, fault);
  const publicUrl = readPublicUrl(read('publicUrl'), fault);
  const access =
    read('access') === ''
      ? defaultAccess(read('httpHost'), publicUrl)
      : oneOf(textFields.access.name, read('access'), ['open', 'private'], fault);
  const maxLifeMinutes = numbers.maxLifeMinutes || (access === 'open' ? 1440 : 43_200);
  if (maxLifeMinutes < numbers.ttlMinutes) {
    fault(
      numberFields.maxLifeMinutes.name,
      `must not be less than ${numberFields.ttlMinutes.name}`,
    );
  }
  const domains = readDomains(read('domains'), fault);
  const config: Config = {
    ...numbers,
    ...readReception(read, { ...numbers, domains }, fault),
    maxLifeMinutes,
    ...readVerdictSettings(read, fault),
    ...readInbound(read, fault),
    domains,
    smtpName: read('smtpName') === '' ? domains[0] : readName(read('smtpName'), fault),
    smtpHost: read('smtpHost'),
    httpHost: read('httpHost'),
    publicUrl,
    store,
    addressStyle:
      oneOf(textFields.addressStyle.name, read('addressStyle'), ['uuid', 'words'], fault) ?? 'uuid',
    access: access ?? 'private',
    trustedProxies: readList(textFields.trustedProxies, read('trustedProxies'), fault),
    blockedAttachments: readBlocked(read('blockedAttachments'), fault),
    logLevel: oneOf(textFields.logLevel.name, read('logLevel'), logLevels, fault) ?? 'info',
    metricsHost: read('metricsHost'),
    metricsPort: readMetricsPort(read('metricsPort'), fault),
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, config, secrets };
}

/** What `--help` prints and what `config.example.env` holds. */
export function describeConfig(): string {
  const lines = ['# Every variable of the relay, with its default.', ''];
  for (const field of Object.values(textFields))
    lines.push(`# ${field.help}.`, `# ${field.name}=${field.fallback}`, '');
  for (const field of Object.values(numberFields)) {
    lines.push(
      `# ${field.help}; ${field.unit}, ${field.min} to ${field.max}.`,
      `# ${field.name}=${field.fallback}`,
      '',
    );
  }
  return lines.join('\n');
}
