import { parseArgs } from 'node:util';
import { parseConfig } from '@mayfly/relay/src/config';
import { createEvents } from '@mayfly/relay/src/events';
import { createRelay } from '@mayfly/relay/src/relay';

/** The relay as its main.ts starts it, but with a SQLite that syncs nothing, so that a test can show what it looks for. */
const { values } = parseArgs({
  options: {
    unsynced: { type: 'boolean', default: false },
  },
});
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const relay = await createRelay(parsed.config, parsed.secrets, {
  events: createEvents({ level: 'info' }),
  sqliteSynchronous: values.unsynced ? 'OFF' : 'FULL',
});
process.send?.({ ready: true, smtp: relay.smtp, http: relay.http });
const stop = (): void => void relay[Symbol.asyncDispose]().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
