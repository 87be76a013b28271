import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import type { Events } from '../core/ports.ts';
import { createHandlers, type HandlersDeps } from './handlers.ts';
import { codeReply, momentReply, type ProtocolMoment } from './protocol-reply.ts';
import { formatReply, type SmtpReply } from './reply.ts';

export interface SmtpServerDeps extends Pick<HandlersDeps, 'recipients' | 'delivery' | 'events'> {
  /** Our name in banner and EHLO. */
  readonly hostname: string;
  readonly limits: {
    readonly messageBytes: number;
    readonly connections: number;
    readonly sessionSeconds: number;
    /** So long the greeting waits for clients that speak before it; default 100, 0 greets at once. */
    readonly greetingMs?: number;
    /** RFC 5321 section 4.5.3.2.7 wants five minutes; default 300. */
    readonly idleSeconds?: number;
    /** Octets of mails in all sessions that are being received; default 256 MB. */
    readonly bufferedBytes?: number;
  };
}

export interface SmtpServer {
  /** Sessions that are open now. */
  readonly sessions: number;
  readonly isListening: boolean;
  /** Resolves when it listens, with the port that was taken. */
  listen(port: number, host: string): Promise<{ readonly host: string; readonly port: number }>;
  /**
   * Takes no new session, ends idle ones with 421 and lets those in the middle of a mail finish and be acknowledged,
   * for at most `graceMs`; then they are cut.
   */
  close(options: { readonly graceMs: number }): Promise<void>;
}

/** Known to RFCs, not to us: 502 instead of 500 (RFC 5321 section 4.2.4). */
const notImplemented = new Set('AUTH STARTTLS EXPN BDAT ETRN TURN SEND SOML SAML'.split(' '));
const disabledCommands = ['AUTH', 'STARTTLS', 'XCLIENT', 'XFORWARD', 'WIZ', 'SHELL', 'KILL'];
const maxCommandLength = 4096;

type Refusal = Parameters<Events['mailRefused']>[0];

/** What the library refuses by itself is counted like what we refuse. */
const refusals: Partial<Record<ProtocolMoment, Refusal>> = {
  'too-many-sessions': { code: 'overloaded', stage: 'connect' },
  'size-announced': { code: 'message-too-big', stage: 'mail' },
  'recipient-malformed': { code: 'recipient-invalid', stage: 'rcpt' },
};

const contextMoments: Readonly<Record<string, ProtocolMoment>> = {
  MAIL_FROM_OK: 'sender-accepted',
  RCPT_TO_OK: 'recipient-accepted',
  SENDER_SYNTAX_ERROR: 'sender-malformed',
  MAILBOX_SYNTAX_ERROR: 'recipient-malformed',
  MESSAGE_TOO_BIG: 'size-announced',
};

/** Our own words are told from the library's by the enhanced code in front. */
const ownWords = /^[245]\.\d{1,3}\.\d{1,3} /;

/**
 * A session. The library speaks the protocol; every reply of it is put into our words on its way out, so that each has
 * the enhanced code that it should, and nothing of the library or of a fault reaches the client.
 */
class Session extends SMTPConnection {
  #moment: ProtocolMoment | null = null;
  #isEnding = false;
  #greetingMs = 0;
  #onRefused: (refusal: Refusal) => void = () => undefined;

  /** Tells what is refused, and cuts sessions that go on and on, but never between the end of a mail and its reply. */
  watch(
    { sessionSeconds: seconds, greetingMs = 100 }: SmtpServerDeps['limits'],
    onRefused: (refusal: Refusal) => void,
  ) {
    this.#onRefused = onRefused;
    this.#greetingMs = greetingMs;
    const end = () => {
      if (this.#awaitsReply) timer = setTimeout(end, 1000).unref();
      else this.#during('timeout', () => this.send(421));
    };
    let timer = setTimeout(end, seconds * 1000).unref();
    this._socket.once('close', () => clearTimeout(timer));
  }

  /** Ends it at once when it is idle, else after the reply that is due. */
  end() {
    this.#isEnding = true;
    const isReceiving = Boolean(this._dataStream);
    if (!isReceiving && !this._handlerPending) this.#bye();
  }

  cut() {
    this._socket.destroy();
  }

  override send(code: number, data?: string | string[] | null, context?: string | false) {
    if (code === 220 || (code === 250 && context === false)) return super.send(code, data, context);
    if (code === 354) return super.send(code, 'Send the mail, end with <CRLF>.<CRLF>', false);
    const isOwn = typeof data === 'string' && ownWords.test(data);
    const reply = isOwn ? null : this.#replyFor(code, context);
    super.send(reply?.code ?? code, reply === null ? data : formatReply(reply), false);
    if (this.#isEnding && code !== 421) this.#bye();
  }

  /** As the library's own, which always waits for 100 ms. */
  override init() {
    this._setListeners(() => {
      const { maxClients = Infinity } = this._server.options;
      if (this._server.connections.size > maxClients) {
        this.#during('too-many-sessions', () => this.send(421));
      } else if (this.#greetingMs === 0) setImmediate(() => this.connectionReady());
      else setTimeout(() => this.connectionReady(), this.#greetingMs).unref();
    });
  }

  override _onTimeout() {
    this.#during('timeout', () => super._onTimeout());
  }

  override _onCommand(command: Buffer, callback?: () => void) {
    const [name = ''] = command.toString('latin1', 0, 20).split(' ', 1);
    const moment: ProtocolMoment | null = this._server._closeTimeout
      ? 'shutting-down'
      : !this._ready
        ? 'talked-too-soon'
        : notImplemented.has(name.toUpperCase())
          ? 'not-implemented'
          : null;
    this.#during(moment, () => super._onCommand(command, callback));
  }

  override _createParser() {
    const parser = super._createParser();
    parser.removeAllListeners('error');
    parser.on('error', () => {
      this.#during('line-too-long', () => this.send(500));
      this.close();
    });
    return parser;
  }

  get #awaitsReply(): boolean {
    const isReading = this._parser && this._parser._dataMode;
    return this._handlerPending || (Boolean(this._dataStream) && !isReading);
  }

  #bye() {
    this.#during('shutting-down', () => this.send(421));
    this._socket.destroySoon();
  }

  #replyFor(code: number, context: string | false | undefined): SmtpReply {
    const moment = (context ? contextMoments[context] : undefined) ?? this.#moment;
    // A command too many ends the session, whatever command it was.
    const isOther = moment !== null && code === 421 && momentReply(moment).code !== 421;
    if (moment === null || isOther) return codeReply(code);
    const refusal = refusals[moment];
    if (refusal !== undefined) this.#onRefused(refusal);
    return momentReply(moment);
  }

  /** The library's replies that come while `work` runs are about `moment`. */
  #during(moment: ProtocolMoment | null, work: () => void) {
    const before = this.#moment;
    this.#moment = moment;
    try {
      work();
    } finally {
      this.#moment = before;
    }
  }
}

class Server extends SMTPServer {
  readonly sessions = new Set<Session>();
  readonly #watch: (session: Session) => void;

  constructor(options: SMTPServerOptions, watch: (session: Session) => void) {
    super(options);
    this.#watch = watch;
  }

  override connect(socket: Socket, options?: ConstructorParameters<typeof SMTPConnection>[2]) {
    const session = new Session(this, socket, options);
    this.connections.add(session);
    this.sessions.add(session);
    socket.once('close', () => this.sessions.delete(session));
    // A client that goes away in the middle is no fault of ours, and the error names its address.
    session.on('error', () => undefined);
    this.#watch(session);
    session.init();
  }
}

function listenOn(server: Server, port: number, host: string): ReturnType<SmtpServer['listen']> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      server.server.off('error', reject);
      const at = server.server.address();
      const taken = typeof at === 'object' && at !== null ? at.port : port;
      resolve({ host, port: taken });
    });
  });
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  if (!server.server.listening) return Promise.resolve();
  server.options.closeTimeout = Math.max(graceMs, 1);
  return new Promise((resolve) => {
    server.close(() => {
      for (const session of server.sessions) session.cut();
      resolve();
    });
    for (const session of server.sessions) session.end();
  });
}

/** Receives mail (RFC 5321). Only what the core accepts; STARTTLS and AUTH are not offered. */
export function createSmtpServer(deps: SmtpServerDeps): SmtpServer {
  const { hostname, limits, events } = deps;
  const { messageBytes, bufferedBytes = 268_435_456 } = limits;
  const options: SMTPServerOptions = {
    ...createHandlers({ ...deps, messageBytes, bufferedBytes }),
    name: hostname,
    heloResponse: '%s',
    size: messageBytes,
    maxClients: limits.connections,
    socketTimeout: (limits.idleSeconds ?? 300) * 1000,
    maxCommandLength,
    disabledCommands,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    // Senders write what they like; recipients are judged by the core.
    lenientAddressParsing: true,
    logger: false,
  };
  const server = new Server(options, (session) =>
    session.watch(limits, (refusal) => events.mailRefused(refusal)),
  );
  server.on('error', (error) => events.fault({ where: 'smtp-listener', error }));

  return {
    get sessions() {
      return server.sessions.size;
    },
    get isListening() {
      return server.server.listening;
    },
    listen: (port, host) => listenOn(server, port, host),
    close: ({ graceMs }) => closeServer(server, graceMs),
  };
}
