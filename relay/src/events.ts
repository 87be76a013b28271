import { pino, type DestinationStream } from 'pino';
import type { LogLevel } from './config.ts';
import type { Events } from './core/ports.ts';
import { RelayError } from './core/errors.ts';

/** Error codes of Node and SQLite name the kind of a fault and hold no data, messages may. */
function describeError(error: unknown): {
  kind: string;
  code?: string;
  cause?: string;
  at?: string;
} {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code =
    error instanceof RelayError
      ? error.code
      : 'code' in error && typeof error.code === 'string'
        ? error.code
        : undefined;
  const cause =
    error.cause instanceof Error
      ? (describeError(error.cause).code ?? error.cause.name)
      : undefined;
  // The first frame of our own says where, without the message, which may quote what came from outside.
  const at = /^\s+at .*?([\w-]+\.ts:\d+)/m.exec(
    error.stack?.slice(error.message.length) ?? '',
  )?.[1];
  return { kind: error.name, ...(code && { code }), ...(cause && { cause }), ...(at && { at }) };
}

/** JSON lines on standard output, one an event. No line holds an address, subject, body, code, token or client address. */
export function createEvents(options: {
  level: LogLevel;
  destination?: DestinationStream;
}): Events {
  const log = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    options.destination ?? pino.destination({ sync: true }),
  );
  const info = (event: string) => (fields: object) => log.info({ event, ...fields });
  return {
    relayReady: info('relay-ready'),
    relayStopping: info('relay-stopping'),
    inboxCreated: info('inbox-created'),
    inboxEnded: info('inbox-ended'),
    messageStored: info('message-stored'),
    messageAnalysed: info('message-analysed'),
    messageNotRendered: (fields) => log.warn({ event: 'message-not-rendered', ...fields }),
    mailRefused: info('mail-refused'),
    requestRefused: info('request-refused'),
    waitersChanged: (fields) => log.debug({ event: 'waiters-changed', ...fields }),
    fault: ({ error, ...fields }) =>
      log.error({ event: 'fault', ...fields, error: describeError(error) }),
  };
}
