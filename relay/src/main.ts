import { createEvents } from './events.ts';
import { describeConfig, parseConfig } from './config.ts';
import { createRelay } from './relay.ts';

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

const events = createEvents({ level: parsed.config.logLevel });

process.on('uncaughtException', (error) => {
  events.fault({ where: 'process', error });
  process.exit(1);
});
process.on('unhandledRejection', (error) => {
  events.fault({ where: 'process', error });
  process.exit(1);
});

try {
  const relay = await createRelay(parsed.config, parsed.secrets, { events });
  const { smtp, http, metrics } = relay;
  events.relayReady({ smtp: smtp.text, http: http.text, metrics: metrics?.text });
  process.send?.({ ready: true, smtp, http, metrics });
  let stopping = false;
  const stop = (reason: string) => {
    if (stopping) process.exit(130);
    stopping = true;
    events.relayStopping({ reason });
    void relay[Symbol.asyncDispose]().then(() => process.exit(0));
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('disconnect', () => stop('parent'));
} catch (error) {
  console.error(
    `The relay could not start: ${error instanceof Error ? error.message : String(error)}`,
  );
  events.fault({ where: 'start', error });
  process.exit(1);
}
