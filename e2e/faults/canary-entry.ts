import { parseConfig } from '@mayfly/relay/src/config';
import { RelayError } from '@mayfly/relay/src/core/errors';
import type { MessageParser, Store } from '@mayfly/relay/src/core/ports';
import { createEvents } from '@mayfly/relay/src/events';
import { createRelay } from '@mayfly/relay/src/relay';

/**
 * The relay as its main.ts starts it, but its store and its parser break on what asks for it, with errors that tell in
 * every place all that they were given.
 */
function talkative(given: string): Error {
  const cause = Object.assign(new Error(given), { name: given, code: given });
  const error = Object.assign(new Error(given, { cause }), { name: given, code: given });
  error.stack = `${given}\n    at ${given} (/src/${given.slice(0, 30)}.ts:1:1)\n${error.stack ?? ''}`;
  return error;
}

const textOf = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');

const wrapStore = (store: Store): Store => ({
  ...store,
  async saveMessage(id, message, limits) {
    const text = textOf(message.raw);
    if (text.includes('break-the-store')) throw talkative(text);
    if (text.includes('stop-the-store')) {
      throw new RelayError('store-unavailable', { message: text, cause: talkative(text) });
    }
    return store.saveMessage(id, message, limits);
  },
  async createInbox(inbox, options) {
    if (inbox.address.includes('breaks')) throw talkative(inbox.address);
    return store.createInbox(inbox, options);
  },
});

const wrapParser = (parser: MessageParser): MessageParser => ({
  parse(raw, late) {
    const text = textOf(raw);
    if (text.includes('break-the-parser')) return Promise.reject(talkative(text));
    return parser.parse(raw, late);
  },
  get queued() {
    return parser.queued;
  },
  examine: (raw) => parser.examine(raw),
  isWorking: () => parser.isWorking(),
  close: () => parser.close(),
});

const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const { config, secrets } = parsed;
const events = createEvents({ level: config.logLevel });
const relay = await createRelay(config, secrets, { events, wrapStore, wrapParser });
const { smtp, http, metrics } = relay;
process.send?.({ ready: true, smtp, http, metrics });
const stop = (): void => void relay[Symbol.asyncDispose]().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
