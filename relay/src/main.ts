import cluster from 'node:cluster';
import { describeConfig, parseConfig } from './config.ts';
import { createEvents } from './events.ts';
import { freePorts } from './free-ports.ts';
import { keepProcesses } from './processes.ts';
import { observeAll } from './observe.ts';
import { createRelay, listening, type Relay } from './relay.ts';

interface Ready extends Pick<Relay, 'smtp' | 'http' | 'metrics'> {
  /** Nobody can make addresses here yet: who started the relay has to be told how. */
  readonly needsPairing: boolean;
}

/** Beside its grace for sessions a process needs time to publish what it took. */
const stopSlackMs = 20_000;

if (process.argv.includes('--help')) {
  console.log(describeConfig());
  process.exit(0);
}

const parsed = parseConfig(process.env);
if (!parsed.ok) {
  console.error('The relay cannot start with these variables:');
  for (const { name, message } of parsed.faults) console.error(`  ${name} ${message}`);
  console.error('Mend them and start again; --help lists all variables.');
  process.exit(78); // EX_CONFIG
}

const { config, secrets } = parsed;
const worker = cluster.worker;
const events = createEvents({ level: config.logLevel, process: worker?.id });

process.on('uncaughtException', (error) => {
  events.fault({ where: 'process', error });
  process.exit(1);
});
process.on('unhandledRejection', (error) => {
  events.fault({ where: 'process', error });
  process.exit(1);
});

/** To the log, and to who started us. Of several processes the log hears from the first one alone. */
function tellReady({ smtp, http, metrics, needsPairing }: Ready): void {
  if (worker === undefined)
    events.relayReady({ smtp: smtp.text, http: http.text, metrics: metrics?.text });
  process.send?.({ ready: true, smtp, http, metrics, needsPairing });
}

/** Stops in order at the first signal; a second Ctrl-C ends what takes too long. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (reason: string) => {
    if (stopping) return;
    stopping = true;
    if (worker === undefined) events.relayStopping({ reason });
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', () => begin('SIGTERM'));
  process.on('SIGINT', () => {
    // A terminal sends it to every process, but the first one tells the others.
    if (worker !== undefined) return;
    if (stopping) process.exit(130);
    begin('SIGINT');
  });
  process.on('disconnect', () => begin('parent'));
}

async function runRelay(): Promise<void> {
  const relay = await createRelay(config, secrets, {
    events,
    isOneOfSeveral: worker !== undefined,
  });
  const needsPairing = config.access === 'private' && (await relay.store.listAccess()).length === 0;
  tellReady({ ...relay, needsPairing });
  stopOnSignals(async () => relay[Symbol.asyncDispose]());
}

function isReady(message: unknown): message is Ready {
  return typeof message === 'object' && message !== null && 'ready' in message;
}

/** All processes listen on the same ports: this one takes connections and hands them out in turn. */
async function runProcesses(): Promise<void> {
  const [smtpPort = 0, httpPort = 0] = await freePorts([config.smtpHost, config.httpHost]);
  const ports = {
    MAYFLY_SMTP_PORT: String(config.smtpPort || smtpPort),
    MAYFLY_HTTP_PORT: String(config.httpPort || httpPort),
  };
  const processes = keepProcesses<Ready>({
    count: config.processes,
    start(hear) {
      const started = cluster.fork(ports);
      started.on('message', (message: unknown) => {
        if (isReady(message)) hear.ready(message);
      });
      started.once('exit', (code: number | null, signal: string | null) =>
        hear.ended(signal ?? `exit code ${code ?? 'unknown'}`),
      );
      const end = (signal: 'SIGTERM' | 'SIGKILL') => () => void started.process.kill(signal);
      const {
        id,
        process: { pid },
      } = started;
      return { id, pid, stop: end('SIGTERM'), kill: end('SIGKILL') };
    },
    now: () => performance.now(),
    schedule(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    events,
    stopMs: config.shutdownSeconds * 1000 + stopSlackMs,
  });
  stopOnSignals(() => processes.stop());
  void processes.gaveUp.then(async (reason) => {
    console.error(`The relay ends: ${reason}.`);
    await processes.stop();
    process.exit(1);
  });
  try {
    const ready = await processes.ready;
    const metrics = await observeAll(config, events);
    tellReady({ ...ready, metrics: metrics && listening(metrics, 'http://') });
  } catch (error) {
    await processes.stop();
    throw error;
  }
}

try {
  await (config.processes > 1 && cluster.isPrimary ? runProcesses() : runRelay());
} catch (error) {
  console.error(
    `The relay could not start: ${error instanceof Error ? error.message : String(error)}`,
  );
  events.fault({ where: 'start', error });
  process.exit(1);
}
