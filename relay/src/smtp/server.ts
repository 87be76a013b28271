import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import type { AddressList } from '../core/network-address.ts';
import type { Clock, Events } from '../core/ports.ts';
import { createHandlers, type HandlersDeps } from './handlers.ts';
import { type CertificatePem, tlsVersions } from './certificate.ts';
import { leastMissed, type Seat, type Step } from './make-room.ts';
import { awaitProxyHeader } from './proxy-header.ts';
import { codeReply, momentReply, type ProtocolMoment } from './protocol-reply.ts';
import { formatReply, isUnknownRecipient, type SmtpReply } from './reply.ts';
import {
  createSessionLimits,
  type SessionLimits,
  type LimitedSession,
  type SessionGuard,
  type SessionLimitsDeps,
} from './session-limits.ts';

export interface SmtpServerDeps extends Pick<HandlersDeps, 'recipients' | 'delivery' | 'events'> {
  readonly clients: Omit<SessionLimitsDeps, 'events'>;
  /** Our name in banner and EHLO. */
  readonly hostname: string;
  /** Whose connections begin with a PROXY header that names the client; nobody else's header counts. */
  readonly proxies?: AddressList;
  /** Who may name the client by XCLIENT. */
  readonly xclients?: AddressList;
  readonly limits: {
    readonly messageBytes: number;
    readonly connections: number;
    readonly sessionSeconds: number;
    /** So long the greeting waits for clients that speak before it; default 100, 0 greets at once. */
    readonly greetingMs?: number;
    /** RFC 5321 section 4.5.3.2.7 wants five minutes; default 300. */
    readonly idleSeconds?: number;
    /** For the handshake after STARTTLS; default 30. */
    readonly handshakeSeconds?: number;
    /** Octets of mails in all sessions that are being received; default 256 MB. */
    readonly bufferedBytes?: number;
  };
}

export interface SmtpServer {
  /** Sessions that are open now. */
  readonly sessions: number;
  readonly isListening: boolean;
  readonly offersTls: boolean;
  /** Offers STARTTLS with this certificate from the next EHLO on, or no more. Sessions go on as they are. */
  offerTls(pem: CertificatePem | null): void;
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
const disabledCommands = ['AUTH', 'XFORWARD', 'WIZ', 'SHELL', 'KILL'];
const maxCommandLength = 4096;

/** A proxy says at once for whom it speaks. */
const proxyHeaderMs = 5000;

type Refusal = Parameters<Events['mailRefused']>[0];

/** What the library refuses by itself is counted like what we refuse. */
const refusals: Partial<Record<ProtocolMoment, Refusal>> = {
  'too-many-sessions': { code: 'overloaded', stage: 'connect' },
  'made-room': { code: 'overloaded', stage: 'connect' },
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

interface Watch {
  readonly sessionSeconds: number;
  readonly greetingMs: number;
  readonly onRefused: (refusal: Refusal) => void;
  readonly xclients: AddressList | undefined;
  readonly handshakeSeconds: number;
  readonly offersTls: () => boolean;
  readonly onClosed: (session: Session) => void;
  readonly limits: SessionLimits;
  readonly onGuarded: (session: object, guard: SessionGuard) => void;
  readonly clock: Clock;
  /** Sends somebody away who gets nowhere, if there is one. */
  readonly makeRoom: () => void;
}

/**
 * A session. The library speaks the protocol; every reply of it is put into our words on its way out, so that each has
 * the enhanced code that it should, and nothing of the library or of a fault reaches the client.
 */
class Session extends SMTPConnection implements LimitedSession {
  #moment: ProtocolMoment | null = null;
  #isEnding = false;
  #watch: Watch | null = null;
  #stopClock: () => void = () => undefined;
  #mayUseXclient = false;
  /** The socket on top: while a handshake runs, that of TLS, below which nothing may be torn down. */
  #top: Socket = this._socket;
  #guard: SessionGuard | null = null;
  #movedAt = 0;
  #bytesThen = 0;

  /** Tells what is refused, and cuts sessions that go on and on, but never between the end of a mail and its reply. */
  watch(watch: Watch) {
    this.#watch = watch;
    this.#guard = watch.limits.watch(this);
    this.#move();
    watch.onGuarded(this.session, this.#guard);
    // What a PROXY header named is judged, not the proxy: a client behind it gains nothing.
    this.#mayUseXclient = watch.xclients?.has(this._originalRemoteAddress) === true;
    const end = () => {
      if (this.#awaitsReply) timer = setTimeout(end, 1000).unref();
      else this.#during('timeout', () => this.send(421));
    };
    let timer = setTimeout(end, watch.sessionSeconds * 1000).unref();
    this.#stopClock = () => clearTimeout(timer);
  }

  /** Ends it at once when it is idle, else after the reply that is due. */
  end() {
    this.#isEnding = true;
    const isReceiving = Boolean(this._dataStream);
    if (!isReceiving && !this._handlerPending) this.#bye();
  }

  cut() {
    this.#top.destroy();
  }

  /** In the middle of a handshake nothing can be said any more. */
  override close() {
    if (this._upgrading) this.cut();
    else super.close();
    this.#guard?.leave();
  }

  /** The library takes all listeners off a socket that goes over to TLS, so this is the one place that sees every end. */
  override _onClose() {
    super._onClose();
    this.#stopClock();
    this.#guard?.leave();
    this.#watch?.onClosed(this);
  }

  override _armTimeout(socket: Socket = this._socket) {
    this.#top = socket;
    super._armTimeout(socket);
  }

  override upgrade(callback: () => void, secured?: () => void) {
    super.upgrade(callback, secured);
    const late = () => this._upgrading && this.cut();
    setTimeout(late, (this.#watch?.handshakeSeconds ?? 0) * 1000).unref();
  }

  get bytesRead(): number {
    return this._socket.bytesRead;
  }

  get isReceiving(): boolean {
    return Boolean(this._dataStream && this._parser && this._parser._dataMode);
  }

  get hasRecipient(): boolean {
    // There is no envelope before the greeting.
    return (this.session.envelope?.rcptTo.length ?? 0) > 0;
  }

  endAsTooSlow() {
    this.#during('timeout', () => this.send(421));
  }

  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const tooMany = code >= 500 ? this.#guard?.onError(isUnknownRecipient(data)) : null;
    if (tooMany) return this.#sayOwn(tooMany);
    const isGreeting = (code === 220 || code === 250) && context === false;
    if (isGreeting) return super.send(code, data, context);
    if (code === 354) return super.send(code, 'Send the mail, end with <CRLF>.<CRLF>', false);
    const isOwn = typeof data === 'string' && ownWords.test(data);
    const reply = isOwn ? null : this.#replyFor(code, context);
    const isAbuse = this.#moment === null || this.#moment === 'talked-too-soon';
    if (code === 421 && !isOwn && isAbuse) this.#guard?.onMisbehaviour();
    super.send(reply?.code ?? code, reply === null ? data : formatReply(reply), false);
    if (this.#isEnding && code !== 421) this.#bye();
    if (code === 250 && (context === 'RCPT_TO_OK' || context === 'DATA_OK')) this.#move();
  }

  /** To those who may not use it, XCLIENT is a command like any that is not known; STARTTLS comes and goes. */
  override _isDisabled(command: string) {
    if (command === 'XCLIENT') return !this.#mayUseXclient;
    if (command === 'STARTTLS') return this.#watch?.offersTls() !== true;
    return super._isDisabled(command);
  }

  /** Once it named the client, the client speaks, and may not name another. */
  override _proxyCommandAllowed(command: string) {
    return command === 'XCLIENT' && this.#mayUseXclient && !this._xClient.has('ADDR');
  }

  /** As the library's own, which always waits for 100 ms. */
  override init() {
    const refusal = this.#guard?.enter() ?? null;
    if (refusal !== null) return this._setListeners(() => this.#sayOwn(refusal));
    this._setListeners(() => {
      const { maxClients = Infinity } = this._server.options;
      const { greetingMs = 100 } = this.#watch ?? {};
      if (this._server.connections.size > maxClients) this.#watch?.makeRoom();
      if (this._server.connections.size > maxClients) {
        this.#during('too-many-sessions', () => this.send(421));
      } else if (greetingMs === 0) setImmediate(() => this.connectionReady());
      else setTimeout(() => this.connectionReady(), greetingMs).unref();
    });
  }

  override _onTimeout() {
    this.#during('timeout', () => super._onTimeout());
  }

  override _onCommand(command: Buffer, callback?: () => void) {
    const refusal = this._ready ? this.#guard?.onCommand() : null;
    if (refusal) return this.#sayOwn(refusal);
    const [name = ''] = command.toString('latin1', 0, 20).split(' ', 1);
    const moment: ProtocolMoment | null = this._server._closeTimeout
      ? 'shutting-down'
      : !this._ready
        ? 'talked-too-soon'
        : notImplemented.has(name.toUpperCase()) && !this._isSupported(name)
          ? 'not-implemented'
          : null;
    this.#during(moment, () => super._onCommand(command, callback));
  }

  get seat(): Seat & { readonly session: Session } {
    const freshBytes = this._socket.bytesRead - this.#bytesThen;
    return { session: this, step: this.#step, movedAt: this.#movedAt, freshBytes };
  }

  /** Another takes its place. */
  giveWay() {
    this.#during('made-room', () => this.send(421));
    this._socket.destroySoon();
  }

  override _createParser() {
    const parser = super._createParser();
    const tooLong = parser._commandTooLong.bind(parser);
    // Node hands on what lies ready before it tells of an error; a mail in there would be kept and not acknowledged.
    parser._commandTooLong = () => {
      parser.isClosed = true;
      return tooLong();
    };
    parser.removeAllListeners('error');
    parser.on('error', () => {
      this.#during('line-too-long', () => this.send(500));
      this.close();
    });
    return parser;
  }

  #move() {
    this.#movedAt = this.#watch?.clock() ?? 0;
    this.#bytesThen = this._socket.bytesRead;
  }

  get #step(): Step {
    if (this.#awaitsReply) return 'answering';
    if (this.isReceiving) return 'receiving';
    if (this.hasRecipient) return 'named-recipient';
    return this.hostNameAppearsAs === false ? 'silent' : 'greeted';
  }

  get #awaitsReply(): boolean {
    const isReading = this._parser && this._parser._dataMode;
    return this._handlerPending || (Boolean(this._dataStream) && !isReading);
  }

  #sayOwn(reply: SmtpReply) {
    this.send(reply.code, formatReply(reply));
  }

  #bye() {
    if (this._upgrading) return this.cut();
    this.#during('shutting-down', () => this.send(421));
    this._socket.destroySoon();
  }

  #replyFor(code: number, context: string | false | undefined): SmtpReply {
    const moment = (context ? contextMoments[context] : undefined) ?? this.#moment;
    // A command too many ends the session, whatever command it was.
    const isOther = moment !== null && code === 421 && momentReply(moment).code !== 421;
    if (moment === null || isOther) return codeReply(code);
    const refusal = refusals[moment];
    if (refusal !== undefined) this.#watch?.onRefused(refusal);
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
  offersTls = false;
  readonly #watch: Watch;
  readonly #proxies: AddressList | undefined;

  constructor(
    options: SMTPServerOptions,
    watch: Omit<Watch, 'offersTls' | 'onClosed' | 'makeRoom'>,
    proxies: AddressList | undefined,
  ) {
    super(options);
    this.#watch = {
      ...watch,
      offersTls: () => this.offersTls,
      onClosed: (session) => this.sessions.delete(session),
      makeRoom: () => this.#makeRoom(),
    };
    this.#proxies = proxies;
  }

  override _expectsProxyHeader(socket: Socket) {
    return this.#proxies?.has(socket.remoteAddress ?? '') === true;
  }

  /** The library's own reader knows version 1 only, waits as long as for any command, and answers in words of IMAP. */
  override _handleProxy(...[socket, callback]: Parameters<SMTPServer['_handleProxy']>) {
    if (!this._expectsProxyHeader(socket)) return super._handleProxy(socket, callback);
    void awaitProxyHeader(socket, proxyHeaderMs).then((header) => {
      if (!header.ok) {
        if (header.reason !== 'gone')
          this.#watch.onRefused({ code: 'proxy-refused', stage: 'connect' });
        return callback(new Error(`PROXY header: ${header.reason}`));
      }
      const { client } = header;
      // An empty id makes the session draw one.
      callback(null, {
        id: '',
        ...(client && { remoteAddress: client.address, remotePort: client.port }),
      });
    });
  }

  override connect(socket: Socket, options?: ConstructorParameters<typeof SMTPConnection>[2]) {
    const session = new Session(this, socket, options);
    this.connections.add(session);
    this.sessions.add(session);
    // A client that goes away in the middle is no fault of ours, and the error names its address.
    session.on('error', () => undefined);
    session.watch(this.#watch);
    session.init();
  }

  #makeRoom() {
    const open = [...this.sessions].filter((session) => this.connections.has(session));
    const seats = open.map(({ seat }) => seat);
    leastMissed(seats, this.#watch.clock())?.session.giveWay();
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

/** Receives mail (RFC 5321). Only what the core accepts; AUTH is not offered, STARTTLS with a certificate. */
export function createSmtpServer(deps: SmtpServerDeps): SmtpServer {
  const { hostname, limits, events } = deps;
  const { messageBytes, bufferedBytes = 268_435_456 } = limits;
  const sessionLimits = createSessionLimits({ ...deps.clients, events });
  const guards = new WeakMap<object, SessionGuard>();
  const guardOf = (session: object): SessionGuard => {
    const guard = guards.get(session);
    if (guard === undefined) throw new Error('A session has no guard');
    return guard;
  };
  const options: SMTPServerOptions = {
    ...createHandlers({ ...deps, messageBytes, bufferedBytes, guardOf }),
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
  const watch = {
    sessionSeconds: limits.sessionSeconds,
    greetingMs: limits.greetingMs ?? 100,
    handshakeSeconds: limits.handshakeSeconds ?? 30,
    onRefused: (refusal: Refusal) => events.mailRefused(refusal),
    xclients: deps.xclients,
    limits: sessionLimits,
    onGuarded: (session: object, guard: SessionGuard) => void guards.set(session, guard),
    clock: deps.clients.clock,
  };
  const server = new Server(options, watch, deps.proxies);
  server.on('error', (error) => events.fault({ where: 'smtp-listener', error }));

  return {
    get sessions() {
      return server.sessions.size;
    },
    get isListening() {
      return server.server.listening;
    },
    get offersTls() {
      return server.offersTls;
    },
    offerTls(pem) {
      // Handshakes that have begun, and sessions, keep the context that they began with.
      if (pem !== null) server.updateSecureContext({ ...pem, ...tlsVersions });
      server.offersTls = pem !== null;
    },
    listen: (port, host) => listenOn(server, port, host),
    async close({ graceMs }) {
      await closeServer(server, graceMs);
      sessionLimits.close();
    },
  };
}
