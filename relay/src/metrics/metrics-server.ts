import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { Events } from '../core/ports.ts';
import type { MetricsText } from './metrics.ts';

export interface MetricsServerDeps {
  readonly metrics: MetricsText;
  readonly events: Pick<Events, 'fault'>;
}

export interface MetricsServer {
  listen(port: number, host: string): Promise<{ readonly host: string; readonly port: number }>;
  close(): Promise<void>;
}

/** Who reads metrics is one or two programs of the operator. */
const maxConnections = 20;

/**
 * A page that was made to point here by its own name (DNS rebinding) has that name in Host. It has a dot in it; an
 * address, or the short name that a container goes by, no page can have made to point here.
 */
function isKnownHost(host: string | undefined): boolean {
  const [, name = '', literal = ''] =
    /^(?:([a-z0-9._-]+)|\[([0-9a-f:.]+)\])(?::\d+)?$/i.exec(host ?? '') ?? [];
  return isIP(literal) === 6 || isIP(name) === 4 || (name !== '' && !name.includes('.'));
}

/** Why it is not answered, as a status; 200 when it is. */
function judge({ headers, method, url }: IncomingMessage): number {
  if (!isKnownHost(headers.host)) return 421;
  if (url?.split('?', 1)[0] !== '/metrics') return 404;
  return method === 'GET' || method === 'HEAD' ? 200 : 405;
}

async function answer(
  { metrics, events }: MetricsServerDeps,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  res.setHeader('Cache-Control', 'no-store').setHeader('X-Content-Type-Options', 'nosniff');
  const status = judge(req);
  if (status !== 200) return void res.writeHead(status).end();
  try {
    const text = await metrics.read();
    res.writeHead(200, { 'Content-Type': metrics.contentType }).end(text);
  } catch (error) {
    events.fault({ where: 'metrics', error });
    res.writeHead(503).end();
  }
}

function listen(server: Server, port: number, host: string): ReturnType<MetricsServer['listen']> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const at = server.address();
      resolve({ host, port: typeof at === 'object' && at !== null ? at.port : port });
    });
  });
}

/** Answers `GET /metrics`, apart from the API, so that no front passes it on by accident. */
export function createMetricsServer(deps: MetricsServerDeps): MetricsServer {
  const server = createServer(
    { headersTimeout: 5000, requestTimeout: 5000, maxHeaderSize: 8192, requireHostHeader: false },
    (req, res) => void answer(deps, req, res),
  );
  server.maxConnections = maxConnections;
  return {
    listen: (port, host) => listen(server, port, host),
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
