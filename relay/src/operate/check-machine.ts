import type { Config } from '../config.ts';
import type { Clock } from '../core/ports.ts';
import { askTime } from './ask-time.ts';
import { fail, type Finding, type Judged, pass, warn, worst } from './finding.ts';
import type { LookUp } from './look-up.ts';
import { reach, type Route, Unreached } from './place.ts';

export interface MachineCheckDeps {
  readonly config: Pick<
    Config,
    'store' | 'metricsPort' | 'httpPort' | 'publicUrl' | 'minFreeDiskBytes'
  >;
  readonly route: Route;
  readonly lookUp: LookUp;
  readonly clock: Clock;
  readonly withinMs: number;
  /** The host of a time server; null: none is asked. */
  readonly timeServer: string | null;
  /** Octets free on the disk where mail lies; null: on another machine. */
  readonly freeDiskBytes: () => Promise<number | null>;
}

const setClock = 'let the system set its clock: timedatectl set-ntp true';

function judgeClock(behindMs: number): Judged {
  const seconds = Math.round(Math.abs(behindMs) / 1000);
  const found = `it is ${seconds} seconds ${behindMs > 0 ? 'slow' : 'fast'}`;
  if (seconds > 60)
    return fail(`${found}, so addresses and tokens end at the wrong time`, setClock);
  return seconds > 5 ? warn(found, setClock) : pass('it is right');
}

async function checkClock(deps: MachineCheckDeps): Promise<Finding[]> {
  const { timeServer, lookUp, route, clock, withinMs } = deps;
  if (timeServer === null) return [];
  const found = await lookUp(timeServer, 'A');
  const [address] = found.ok ? found.values : [];
  const behindMs =
    address === undefined ? null : await askTime(route(address, 123), clock, withinMs);
  const judged =
    behindMs === null
      ? warn(
          `not known: the time server ${timeServer} does not answer`,
          'timedatectl says whether the clock is set; --ntp HOST asks another server, --ntp off none',
        )
      : judgeClock(behindMs);
  return [{ id: 'clock', about: 'Clock', ...judged }];
}

const inMegabytes = (octets: number) => `${Math.round(octets / 1_000_000).toLocaleString('en')} MB`;

/** What the relay needs when nobody says otherwise. */
const leastFree = 100_000_000;

async function checkDisk({ config, freeDiskBytes }: MachineCheckDeps): Promise<Finding[]> {
  const free = await freeDiskBytes();
  if (free === null) return [];
  const least = config.minFreeDiskBytes || leastFree;
  const found = `${inMegabytes(free)} are free`;
  const mend = 'make room on the disk, or give the relay a bigger one';
  const judge = () => {
    if (free < least) return fail(`${found}: below ${inMegabytes(least)} no mail is taken`, mend);
    return free < least * 5 ? warn(found, mend) : pass(found);
  };
  return [{ id: 'disk', about: 'Disk', ...judge() }];
}

interface Door {
  readonly id: string;
  readonly what: string;
  readonly port: number;
  readonly mend: string;
  readonly level: typeof fail;
}

function redisPorts({ store }: MachineCheckDeps['config']): readonly number[] {
  if (store.kind !== 'redis') return [];
  const places = store.url.replace(/^[\w-]+:\/\//, '').split(',');
  return [...new Set(places.map((place) => Number(new URL(`redis://${place}`).port || 6379)))];
}

/** What nobody on the internet may reach. */
function doorsOf(config: MachineCheckDeps['config']): readonly Door[] {
  const { metricsPort, httpPort, publicUrl } = config;
  const isBehindFront = publicUrl?.startsWith('https:') === true && ![80, 443].includes(httpPort);
  return [
    ...redisPorts(config).map((port) => ({
      ...{ id: 'port-redis', what: 'Redis', port, level: fail },
      mend: `set bind 127.0.0.1 in redis.conf, or publish no port of its container; block TCP ${port} in the firewall`,
    })),
    ...(metricsPort === null || metricsPort === 0
      ? []
      : [
          {
            ...{ id: 'port-metrics', what: 'the metrics', port: metricsPort, level: fail },
            mend: `start the relay with MAYFLY_METRICS_HOST=127.0.0.1, and block TCP ${metricsPort} in the firewall`,
          },
        ]),
    ...(isBehindFront && httpPort !== 0
      ? [
          {
            ...{ id: 'port-http', what: 'plain HTTP', port: httpPort, level: warn },
            mend: `start the relay with MAYFLY_HTTP_HOST=127.0.0.1, so that people come through the TLS front alone`,
          },
        ]
      : []),
  ];
}

async function isOpen({ route, withinMs }: MachineCheckDeps, address: string, port: number) {
  try {
    (await reach(route(address, port), withinMs)).destroy();
    return true;
  } catch (error) {
    if (error instanceof Unreached) return false;
    throw error;
  }
}

async function checkDoor(
  deps: MachineCheckDeps,
  { id, what, port, mend, level }: Door,
  addresses: readonly string[],
): Promise<Finding[]> {
  const looks = addresses.map(async (address) =>
    (await isOpen(deps, address, port))
      ? level(`everybody reaches ${what} at ${address}`, mend)
      : pass(`strangers do not reach ${what}`),
  );
  const judged = worst(await Promise.all(looks));
  return judged === null ? [] : [{ id, about: `Port ${port}`, ...judged }];
}

/** The clock, the disk, and what of this machine strangers reach. */
export async function checkMachine(
  deps: MachineCheckDeps,
  addresses: readonly string[],
): Promise<readonly Finding[]> {
  const doors = doorsOf(deps.config).map((door) => checkDoor(deps, door, addresses));
  const all = await Promise.all([checkClock(deps), checkDisk(deps), ...doors]);
  return all.flat();
}
