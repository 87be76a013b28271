import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  liveCloseCodes,
  type LiveEvent,
  liveHelloSchema,
  type LiveHello,
} from '@mayfly/shared/contract/stream-event';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import type { HttpDeps } from './deps.ts';
import { followInboxes, type LiveLink } from './follow-inboxes.ts';

export type LiveDeps = Pick<
  HttpDeps,
  'sessions' | 'messages' | 'waiters' | 'events' | 'clock' | 'every'
>;

export interface Live {
  /** Takes a socket over whose request has been judged. */
  accept(req: IncomingMessage, socket: Duplex, head: Buffer, noteWrongToken: () => void): void;
  /** Closes every socket with 1001. Those that do not answer are cut by `cut`. */
  shutDown(): void;
  cut(): void;
}

const helloBytes = 64 * 1024;
const helloMs = 5000;
const pingMs = 15_000;
/** What one reader may leave unread; more than that and it is cut. */
const unreadBytes = 8_000_000;
/** Not in the contract's list: the relay could not go on, and the client should come back (RFC 6455 registry). */
const tryAgainLater = 1013;

/** A first frame that is too long is as wrong as any other; the library would close with 1009. */
class LiveSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === 1009 ? liveCloseCodes.helloInvalid : code, reason);
  }
}

/** One client. Thousands are held: what is the same for all stands in the server. */
class Connection implements LiveLink {
  readonly socket: WebSocket;
  readonly noteWrongToken: () => void;
  /** When the last ping was sent; before the hello, when the socket was opened. */
  since: number;
  greeted = false;
  answered = true;

  constructor(socket: WebSocket, since: number, noteWrongToken: () => void) {
    this.socket = socket;
    this.since = since;
    this.noteWrongToken = noteWrongToken;
  }

  send(event: LiveEvent): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.socket.bufferedAmount > unreadBytes) this.socket.terminate();
    else this.socket.send(JSON.stringify(event));
  }

  /** Resolves when the client has taken what was sent, or is gone. */
  flushed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState !== WebSocket.OPEN || this.socket.bufferedAmount === 0) resolve();
      else this.socket.ping(undefined, undefined, () => resolve());
    });
  }

  close(code: number): void {
    this.socket.close(code);
  }

  /** A client that is silent, or does not take what it is sent, is not there. */
  look(now: number): void {
    const waited = now - this.since;
    if (!this.greeted) {
      if (waited >= helloMs) this.close(liveCloseCodes.helloInvalid);
      return;
    }
    if (waited < pingMs) return;
    if (!this.answered) {
      this.socket.terminate();
      return;
    }
    this.since = now;
    this.answered = false;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.ping();
    this.send({ type: 'ping' });
  }

  onGone(run: () => void): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.once('close', run);
    else run();
  }
}

function readHello(data: RawData, isBinary: boolean): LiveHello | null {
  if (isBinary || !Buffer.isBuffer(data)) return null;
  try {
    return liveHelloSchema.parse(JSON.parse(data.toString('utf8')));
  } catch {
    return null;
  }
}

class LiveServer implements Live {
  readonly #deps: LiveDeps;
  readonly #connections = new Set<Connection>();
  readonly #server = new WebSocketServer<typeof LiveSocket>({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: helloBytes,
    WebSocket: LiveSocket,
  });
  #closed = false;
  #stopTimer: (() => void) | null = null;

  constructor(deps: LiveDeps) {
    this.#deps = deps;
  }

  accept(req: IncomingMessage, socket: Duplex, head: Buffer, noteWrongToken: () => void): void {
    this.#server.handleUpgrade(req, socket, head, (opened) => this.#add(opened, noteWrongToken));
  }

  shutDown(): void {
    this.#closed = true;
    for (const connection of this.#connections) connection.close(liveCloseCodes.shuttingDown);
  }

  cut(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  #add(socket: WebSocket, noteWrongToken: () => void): void {
    const connection = new Connection(socket, this.#deps.clock(), noteWrongToken);
    this.#connections.add(connection);
    this.#stopTimer ??= this.#deps.every(1000, () => this.#tick());
    socket.once('close', () => this.#remove(connection));
    // Broken frames close the socket by themselves.
    socket.on('error', () => {});
    socket.on('pong', () => (connection.answered = true));
    socket.once('message', (data, isBinary) => {
      const hello = readHello(data, isBinary);
      if (hello === null) connection.close(liveCloseCodes.helloInvalid);
      else void this.#run(connection, hello);
    });
    if (this.#closed) connection.close(liveCloseCodes.shuttingDown);
  }

  #remove(connection: Connection): void {
    this.#connections.delete(connection);
    if (this.#connections.size > 0) return;
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  async #run(connection: Connection, hello: LiveHello): Promise<void> {
    connection.greeted = true;
    connection.since = this.#deps.clock();
    try {
      connection.close(await followInboxes(this.#deps, connection, hello));
    } catch (error) {
      this.#deps.events.fault({ where: 'live', error });
      connection.close(tryAgainLater);
    }
  }

  #tick(): void {
    const now = this.#deps.clock();
    for (const connection of this.#connections) connection.look(now);
  }
}

export function createLive(deps: LiveDeps): Live {
  return new LiveServer(deps);
}
