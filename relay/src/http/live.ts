import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  liveCloseCodes,
  type LiveEvent,
  liveHelloSchema,
  type LiveHello,
} from '@mayfly/shared/contract/stream-event';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import type { Waiter } from '../core/waiters.ts';
import type { HttpDeps } from './deps.ts';
import { followInboxes, type LiveLink, tryAgainLater } from './follow-inboxes.ts';

export type LiveDeps = Pick<
  HttpDeps,
  'sessions' | 'messages' | 'waiters' | 'events' | 'clock' | 'every'
>;

export interface Upgrade {
  readonly req: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly noteWrongToken: () => void;
}

export interface Live {
  /** Takes a socket over whose request has been judged. */
  accept(upgrade: Upgrade): void;
  /** Closes every socket with 1001. Those that do not answer are cut by `cut`. */
  shutDown(): void;
  cut(): void;
}

const helloBytes = 64 * 1024;
const helloMs = 5000;
const pingMs = 15_000;
/** What one reader may leave unread; more than that and it is cut. */
const unreadBytes = 8_000_000;

/** A first frame that is too long is as wrong as any other; the library would close with 1009. */
class LiveSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === 1009 ? liveCloseCodes.helloInvalid : code, reason);
  }
}

/** One client. Thousands are held: what is the same for all stands in the server, and no request is kept. */
class Connection implements LiveLink {
  readonly socket: WebSocket;
  readonly noteWrongToken: () => void;
  readonly #deps: LiveDeps;
  #waiter: Waiter | null = null;
  /** When the last ping was sent; before the hello, when the socket was opened. */
  #since: number;
  #greeted = false;
  #answered = true;

  constructor(deps: LiveDeps, socket: WebSocket, noteWrongToken: () => void) {
    this.#deps = deps;
    this.socket = socket;
    this.noteWrongToken = noteWrongToken;
    this.#since = deps.clock();
  }

  async hear(data: RawData, isBinary: boolean): Promise<void> {
    const hello = readHello(data, isBinary);
    if (hello === null) return this.close(liveCloseCodes.helloInvalid);
    this.#greeted = true;
    this.#since = this.#deps.clock();
    try {
      await followInboxes(this.#deps, this, hello);
    } catch (error) {
      this.fail(error);
    }
  }

  send(event: LiveEvent): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    if (this.socket.bufferedAmount > unreadBytes) this.socket.terminate();
    else this.socket.send(JSON.stringify(event));
  }

  flushed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState !== WebSocket.OPEN || this.socket.bufferedAmount === 0) resolve();
      else this.socket.ping(undefined, undefined, () => resolve());
    });
  }

  close(code: number): void {
    this.socket.close(code);
  }

  fail(error: unknown): void {
    this.#deps.events.fault({ where: 'live', error });
    this.close(tryAgainLater);
  }

  /** A client that is silent, or does not take what it is sent, is not there. */
  look(now: number): void {
    const waited = now - this.#since;
    if (!this.#greeted) {
      if (waited >= helloMs) this.close(liveCloseCodes.helloInvalid);
      return;
    }
    if (waited < pingMs) return;
    if (!this.#answered) {
      this.socket.terminate();
      return;
    }
    this.#since = now;
    this.#answered = false;
    if (this.socket.readyState === WebSocket.OPEN) this.socket.ping();
    this.send({ type: 'ping' });
  }

  noteAnswer(): void {
    this.#answered = true;
  }

  closeWithClient(waiter: Waiter): void {
    this.#waiter = waiter;
    if (this.socket.readyState !== WebSocket.OPEN) this.noteGone();
  }

  noteGone(): void {
    this.#waiter?.close();
  }
}

/** Broken frames close the socket by themselves. */
const ignore = () => {};

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

  accept({ req, socket, head, noteWrongToken }: Upgrade): void {
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
    const connection = new Connection(this.#deps, socket, noteWrongToken);
    this.#connections.add(connection);
    this.#stopTimer ??= this.#deps.every(1000, () => this.#tick());
    socket.on('close', () => this.#remove(connection));
    socket.on('error', ignore);
    socket.on('pong', () => connection.noteAnswer());
    socket.once('message', (data, isBinary) => void connection.hear(data, isBinary));
    if (this.#closed) connection.close(liveCloseCodes.shuttingDown);
  }

  #remove(connection: Connection): void {
    connection.noteGone();
    this.#connections.delete(connection);
    if (this.#connections.size > 0) return;
    this.#stopTimer?.();
    this.#stopTimer = null;
  }

  #tick(): void {
    const now = this.#deps.clock();
    for (const connection of this.#connections) connection.look(now);
  }
}

export function createLive(deps: LiveDeps): Live {
  return new LiveServer(deps);
}
