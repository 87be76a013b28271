import { parseArgs } from 'node:util';
import { parseConfig } from '@mayfly/relay/src/config';
import { createEvents } from '@mayfly/relay/src/events';
import { createRelay } from '@mayfly/relay/src/relay';

/**
 * The relay as its main.ts starts it, but with a clock that a test may set, or with a SQLite that syncs nothing, so that
 * a test can show what it looks for.
 */
const { values } = parseArgs({
  options: {
    unsynced: { type: 'boolean', default: false },
  },
});
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
let setBy = 0;
process.on('message', (message) => {
  if (typeof message === 'object' && message !== null && 'setBy' in message)
    setBy = Number(message.setBy);
});
const relay = await createRelay(parsed.config, parsed.secrets, {
  events: createEvents({ level: 'info' }),
  clock: () => Date.now() + setBy,
  // A clock that is set does not change how long something takes.
  steady: () => performance.now(),
  sqliteSynchronous: values.unsynced ? 'OFF' : 'FULL',
});
process.send?.({ ready: true, smtp: relay.smtp, http: relay.http });
const stop = (): void => void relay[Symbol.asyncDispose]().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
