import { parseArgs } from 'node:util';
import { parseConfig } from '@mayfly/relay/src/config';
import { createEvents } from '@mayfly/relay/src/events';
import { createRelay } from '@mayfly/relay/src/relay';

/**
 * The relay as its main.ts starts it, but with a clock that runs ahead, so that leases of a dead process are over, or
 * with a SQLite that syncs nothing, so that a test can show what it looks for.
 */
const { values } = parseArgs({
  options: {
    ahead: { type: 'string', default: '0' },
    unsynced: { type: 'boolean', default: false },
  },
});
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const relay = await createRelay(parsed.config, parsed.secrets, {
  events: createEvents({ level: 'info' }),
  clock: () => Date.now() + Number(values.ahead),
  sqliteSynchronous: values.unsynced ? 'OFF' : 'FULL',
});
process.send?.({ ready: true, smtp: relay.smtp, http: relay.http });
const stop = (): void => void relay[Symbol.asyncDispose]().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
