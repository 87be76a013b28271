import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, MemoryStore, type Options, rateLimit } from 'express-rate-limit';
import { RelayError } from '../core/errors.ts';
import type { Clock } from '../core/ports.ts';
import type { HttpSettings } from './deps.ts';
import { Tally } from './tally.ts';

/** A network address: for IPv6 the /64, which is what one person gets. */
function keyOf(ip: string | undefined): string {
  return ipKeyGenerator(ip ?? '', 64);
}

const minute = 60_000;
/** So many refusals within ten minutes, and an address is not answered for the rest of them. */
const penalty = { limit: 200, windowMs: 10 * minute };
const defaultWrongTokens = 30;

export interface RateLimits {
  /** For every request. An address that was refused often is refused before anything is looked at. */
  readonly requests: readonly RequestHandler[];
  /** For the making of inboxes; only those that were made count. */
  readonly inboxes: RequestHandler;
  /** A WebSocket counts as one request. @throws RelayError `rate-limited` */
  admitUpgrade(ip: string | undefined): Promise<void>;
  noteWrongToken(ip: string | undefined): void;
  close(): void;
}

export function createRateLimits(limits: HttpSettings['limits'], clock: Clock): RateLimits {
  const wrongTokenLimit = limits.wrongTokensPerMinute ?? defaultWrongTokens;
  const wrongTokens = new Tally({ limit: wrongTokenLimit, windowMs: minute, clock });
  const breaches = new Tally({ ...penalty, clock });
  const stores = { requests: new MemoryStore(), inboxes: new MemoryStore() };

  const refuseBoxed = (ip: string | undefined) => {
    const key = keyOf(ip);
    const seconds = wrongTokens.refusedFor(key) ?? breaches.refusedFor(key);
    if (seconds !== null) throw new RelayError('rate-limited', { retryAfterSeconds: seconds });
  };
  const common = {
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    ipv6Subnet: 64,
    validate: false,
    handler: (req, _res, next) => {
      breaches.add(keyOf(req.ip));
      // Retry-After stands in the answer already.
      next(new RelayError('rate-limited'));
    },
  } satisfies Partial<Options>;

  return {
    requests: [
      (req, _res, next) => {
        refuseBoxed(req.ip);
        next();
      },
      rateLimit({
        ...common,
        identifier: 'requests',
        windowMs: minute,
        limit: limits.requestsPerMinute,
        store: stores.requests,
      }),
    ],
    inboxes: rateLimit({
      ...common,
      identifier: 'inboxes',
      windowMs: 60 * minute,
      limit: limits.inboxesPerHour,
      skipFailedRequests: true,
      store: stores.inboxes,
    }),
    async admitUpgrade(ip) {
      refuseBoxed(ip);
      const key = keyOf(ip);
      const { totalHits } = await stores.requests.increment(key);
      if (totalHits <= limits.requestsPerMinute) return;
      breaches.add(key);
      throw new RelayError('rate-limited', { retryAfterSeconds: minute / 1000 });
    },
    noteWrongToken: (ip) => wrongTokens.add(keyOf(ip)),
    close() {
      stores.requests.shutdown();
      stores.inboxes.shutdown();
    },
  };
}

/** Where a socket comes from, for who has no Request: counted back over the proxies of our own. */
export function addressOf(req: IncomingMessage, trustedProxies: number): string | undefined {
  const passed = [req.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const hops = passed.map((hop) => hop.trim()).filter((hop) => hop !== '');
  hops.push(req.socket.remoteAddress ?? '');
  return hops[Math.max(0, hops.length - 1 - trustedProxies)];
}
