import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { RelayError } from '../core/errors.ts';
import { createApp } from './app.ts';
import type { HttpDeps } from './deps.ts';
import { judgeSource, stripPrefix } from './host-origin.ts';
import { createLive, type Live } from './live.ts';
import { describeRefusal } from './problem.ts';
import { createRateLimits } from './rate-limit.ts';

export interface HttpServer {
  listen(port: number, host: string): Promise<{ readonly host: string; readonly port: number }>;
  /** Answers all waiters, closes all sockets with 1001, lets running requests finish for at most `graceMs`. */
  close(options: { readonly graceMs: number }): Promise<void>;
}

const livePath = '/v1/live';
/** Longer than a request may be held; a connection on which nothing moves for so long is dropped. */
const idleMs = 60_000;
const sweepMs = 50;

function createNodeServer(): Server {
  const server = createServer({
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    maxHeaderSize: 16 * 1024,
    // Answered by us, like every other unknown host.
    requireHostHeader: false,
    // Whoever offers another protocol (such as h2c) gets the answer in this one (RFC 9110 section 7.8).
    shouldUpgradeCallback: (req) => req.headers.upgrade?.toLowerCase() === 'websocket',
  });
  return server.setTimeout(idleMs);
}

/** Refuses what has no Response: upgrades, and what is no HTTP. */
function refuseOnSocket(deps: HttpDeps, socket: Duplex, error: unknown, route: string): void {
  const { problem, headers } = describeRefusal(deps, error, route);
  const body = JSON.stringify(problem);
  const lines = Object.entries({
    ...headers,
    Connection: 'close',
    'Content-Length': String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${problem.title}\r\n${lines.join('')}\r\n${body}`);
}

function refuseMalformed(deps: HttpDeps, error: Error, socket: Duplex): void {
  const gone = !socket.writable || ('code' in error && error.code === 'ECONNRESET');
  if (gone) socket.destroy();
  else refuseOnSocket(deps, socket, new RelayError('invalid-request'), 'none');
}

async function judgeUpgrade(
  { settings }: HttpDeps,
  req: IncomingMessage,
  admit: () => Promise<() => void>,
): Promise<() => void> {
  const code = judgeSource(req, settings);
  if (code !== null) throw new RelayError(code);
  const noteWrongToken = await admit();
  const [path] = stripPrefix(req.url ?? '', settings.publicUrl).split('?', 1);
  if (path !== livePath) throw new RelayError('route-not-found');
  return noteWrongToken;
}

/** Resolves when the last connection is gone; those still busy when the time is over are cut. */
function closeServer(server: Server, live: Live, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // Connections that are kept alive become idle one after the other as their answers go out.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
    const cut = setTimeout(() => {
      server.closeAllConnections();
      live.cut();
    }, graceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address);
      else reject(new Error('HTTP does not listen on a port'));
    });
  });
}

export function createHttpServer(deps: HttpDeps): HttpServer {
  const { waiters } = deps;
  const rateLimits = createRateLimits(deps);
  const live = createLive(deps);
  let closing = false;
  const app = createApp(deps, { rateLimits, isClosing: () => closing });
  const server = createNodeServer();
  server.on('request', app);
  server.on('clientError', (error: Error, socket: Duplex) => refuseMalformed(deps, error, socket));
  server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const drop = () => socket.destroy();
    socket.on('error', drop);
    judgeUpgrade(deps, req, () => rateLimits.admitUpgrade(req)).then(
      (noteWrongToken) => {
        socket.off('error', drop);
        live.accept({ req, socket, head, noteWrongToken });
      },
      (error: unknown) => refuseOnSocket(deps, socket, error, livePath),
    );
  });
  return {
    async listen(port, host) {
      const address = await listen(server, port, host);
      return { host: address.address, port: address.port };
    },
    async close({ graceMs }) {
      if (closing) return;
      closing = true;
      waiters.shutDown();
      live.shutDown();
      if (server.listening) await closeServer(server, live, graceMs);
    },
  };
}
