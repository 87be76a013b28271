import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import type { LogLevel } from './config.ts';
import type { Events, ProcessEvents } from './core/ports.ts';

/** Names and codes of errors are words of programs; what is longer or freer may hold what came from outside. */
const wordOf = (text: unknown): string | undefined =>
  typeof text === 'string' && /^[A-Za-z][\w-]{0,39}$/.test(text) ? text : undefined;

/** The first frame of our own, without the message, which may quote what came from outside. */
function placeOf({ message, stack = '' }: Error): string | undefined {
  const at = stack.indexOf(message);
  const frames = at < 0 ? '' : stack.slice(at + message.length);
  return /^\s+at .*?([\w-]+\.ts:\d+)/m.exec(frames)?.[1];
}

function describeError(error: unknown): {
  kind: string;
  code?: string;
  cause?: string;
  at?: string;
} {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error ? wordOf(error.code) : undefined;
  const cause =
    error.cause instanceof Error
      ? (describeError(error.cause).code ?? wordOf(error.cause.name))
      : undefined;
  const at = placeOf(error);
  const kind = wordOf(error.name) ?? 'Error';
  return { kind, ...(code && { code }), ...(cause && { cause }), ...(at && { at }) };
}

/** So many octets of lines wait for a reader that takes none; those that follow are dropped, and counted. */
const waitingBytes = 4_000_000;

export interface EventsOptions {
  readonly level: LogLevel;
  readonly destination?: DestinationStream;
  /** Which of several processes it is that tells. */
  readonly process?: number | undefined;
}

function createLogger({ level, destination, process }: EventsOptions): Logger {
  const options: LoggerOptions = {
    level,
    base: process === undefined ? null : { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
  if (destination !== undefined) return pino(options, destination);
  // Lines of one moment go out together and nobody waits for them: a reader that stalls must not stop the mail. What is
  // still here when the process exits, pino writes then.
  const output = pino.destination({ sync: false, maxLength: waitingBytes });
  const log = pino(options, output);
  let lines = 0;
  output.on('drop', () => (lines += 1));
  output.on('drain', () => {
    if (lines === 0) return;
    log.warn({ event: 'log-lines-dropped', lines });
    lines = 0;
  });
  return log;
}

/** JSON lines on standard output, one an event. No line holds an address, subject, body, code, token or client address. */
export function createEvents(options: EventsOptions): Events & ProcessEvents {
  const log = createLogger(options);
  const info = (event: string) => (fields: object) => log.info({ event, ...fields });
  return {
    relayReady: info('relay-ready'),
    relayStopping: info('relay-stopping'),
    processStarted: info('process-started'),
    processEnded: (fields) => log.warn({ event: 'process-ended', ...fields }),
    inboxCreated: info('inbox-created'),
    inboxReopened: info('inbox-reopened'),
    inboxRekeyed: info('inbox-rekeyed'),
    inboxEnded: info('inbox-ended'),
    messageStored: info('message-stored'),
    messageAnalysed: info('message-analysed'),
    messageNotRendered: (fields) => log.warn({ event: 'message-not-rendered', ...fields }),
    verdictReached: info('verdict-reached'),
    mailRefused: info('mail-refused'),
    mailBrought: info('mail-brought'),
    mailboxChanged: (fields) =>
      log[fields.state === 'lost' ? 'warn' : 'info']({ event: 'mailbox-changed', ...fields }),
    requestRefused: info('request-refused'),
    shortageChanged: (fields) => log.warn({ event: 'shortage-changed', ...fields }),
    waitersChanged: (fields) => log.debug({ event: 'waiters-changed', ...fields }),
    tlsOffered: (fields) =>
      log[fields.warnings.length > 0 ? 'warn' : 'info']({ event: 'tls-offered', ...fields }),
    tlsNotOffered: (fields) =>
      log[fields.reason === 'not-configured' ? 'info' : 'warn']({
        event: 'tls-not-offered',
        ...fields,
      }),
    fault: ({ error, ...fields }) =>
      log.error({ event: 'fault', ...fields, error: describeError(error) }),
  };
}

/** Tells each event to the log and to what counts it. */
export function combineEvents(...all: readonly Events[]): Events {
  const tell = (say: (one: Events) => void) => {
    for (const one of all) say(one);
  };
  return {
    relayReady: (fields) => tell((one) => one.relayReady(fields)),
    relayStopping: (fields) => tell((one) => one.relayStopping(fields)),
    inboxCreated: (fields) => tell((one) => one.inboxCreated(fields)),
    inboxReopened: (fields) => tell((one) => one.inboxReopened(fields)),
    inboxRekeyed: (fields) => tell((one) => one.inboxRekeyed(fields)),
    inboxEnded: (fields) => tell((one) => one.inboxEnded(fields)),
    messageStored: (fields) => tell((one) => one.messageStored(fields)),
    messageAnalysed: (fields) => tell((one) => one.messageAnalysed(fields)),
    messageNotRendered: (fields) => tell((one) => one.messageNotRendered(fields)),
    verdictReached: (fields) => tell((one) => one.verdictReached(fields)),
    mailRefused: (fields) => tell((one) => one.mailRefused(fields)),
    mailBrought: (fields) => tell((one) => one.mailBrought(fields)),
    mailboxChanged: (fields) => tell((one) => one.mailboxChanged(fields)),
    requestRefused: (fields) => tell((one) => one.requestRefused(fields)),
    shortageChanged: (fields) => tell((one) => one.shortageChanged(fields)),
    waitersChanged: (fields) => tell((one) => one.waitersChanged(fields)),
    tlsOffered: (fields) => tell((one) => one.tlsOffered(fields)),
    tlsNotOffered: (fields) => tell((one) => one.tlsNotOffered(fields)),
    fault: (fields) => tell((one) => one.fault(fields)),
  };
}
