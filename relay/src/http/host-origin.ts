import type { IncomingMessage } from 'node:http';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { RequestHandler } from 'express';
import { RelayError } from '../core/errors.ts';
import type { HttpSettings } from './deps.ts';

type Seen = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly localAddress?: string | undefined };
};

function parseHost(host: string): URL | null {
  // Only what may stand in a Host header (RFC 9110 section 7.2), so that nothing is lost in parsing.
  if (!/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host)) return null;
  const text = `http://${host}`;
  return URL.canParse(text) ? new URL(text) : null;
}

const loopback = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** Another name that was made to point here (DNS rebinding) stands in Host as the page has it. */
function isKnownHost(host: URL, req: Seen, settings: HttpSettings): boolean {
  const { hostname } = host;
  if (loopback.test(hostname)) return true;
  if (settings.publicUrl !== null) return hostname === new URL(settings.publicUrl).hostname;
  // Without a public URL the relay is reached by the address that it listens on.
  const local = (req.socket.localAddress ?? '').replace(/^::ffff:/, '');
  return hostname === local || hostname === `[${local}]`;
}

function isKnownOrigin(origin: string, host: URL, settings: HttpSettings): boolean {
  if (/^(?:chrome|moz)-extension:\/\/[^/]+$/.test(origin)) return true;
  if (settings.publicUrl !== null && origin === new URL(settings.publicUrl).origin) return true;
  return origin === host.origin;
}

/** Whether a request may come from where it says that it comes; also asked before a WebSocket is opened. */
export function judgeSource(req: Seen, settings: HttpSettings): ProblemCode | null {
  const { headers } = req;
  const host = parseHost(headers.host ?? '');
  if (host === null || !isKnownHost(host, req, settings)) return 'host-unknown';
  if (headers.origin !== undefined && !isKnownOrigin(headers.origin, host, settings)) {
    return 'origin-refused';
  }
  const forwarded = Object.keys(headers).some(
    (name) => name === 'forwarded' || name.startsWith('x-forwarded-'),
  );
  return settings.access === 'open' && forwarded ? 'proxy-refused' : null;
}

export function checkSource(settings: HttpSettings): RequestHandler {
  return (req, _res, next) => {
    const code = judgeSource(req, settings);
    if (code !== null) throw new RelayError(code);
    next();
  };
}

/** The path as the routes have it: a front may pass the prefix of the public URL on or take it away. */
export function stripPrefix(url: string, publicUrl: string | null): string {
  const prefix = publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/+$/, '');
  if (prefix === '' || !url.startsWith(prefix)) return url;
  const rest = url.slice(prefix.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : url;
}
