import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
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

class AllRateLimits implements RateLimits {
  readonly requests: readonly RequestHandler[];
  readonly inboxes: RequestHandler;
  readonly #limits: HttpSettings['limits'];
  readonly #wrongTokens: Tally;
  readonly #breaches: Tally;
  readonly #stores = { requests: new MemoryStore(), inboxes: new MemoryStore() };

  constructor(limits: HttpSettings['limits'], clock: Clock) {
    this.#limits = limits;
    this.#wrongTokens = new Tally({ limit: limits.wrongTokensPerMinute, windowMs: minute, clock });
    this.#breaches = new Tally({ ...penalty, clock });
    this.requests = [
      (req, _res, next) => {
        this.#refuseBoxed(req.ip);
        next();
      },
      this.#limiter('requests', minute, limits.requestsPerMinute),
    ];
    this.inboxes = this.#limiter('inboxes', 60 * minute, limits.inboxesPerHour);
  }

  async admitUpgrade(ip: string | undefined): Promise<void> {
    this.#refuseBoxed(ip);
    const key = keyOf(ip);
    const { totalHits } = await this.#stores.requests.increment(key);
    if (totalHits <= this.#limits.requestsPerMinute) return;
    this.#breaches.add(key);
    throw new RelayError('rate-limited', { retryAfterSeconds: minute / 1000 });
  }

  noteWrongToken(ip: string | undefined): void {
    this.#wrongTokens.add(keyOf(ip));
  }

  close(): void {
    this.#stores.requests.shutdown();
    this.#stores.inboxes.shutdown();
  }

  #refuseBoxed(ip: string | undefined): void {
    const key = keyOf(ip);
    const seconds = this.#wrongTokens.refusedFor(key) ?? this.#breaches.refusedFor(key);
    if (seconds !== null) throw new RelayError('rate-limited', { retryAfterSeconds: seconds });
  }

  #limiter(name: 'requests' | 'inboxes', windowMs: number, limit: number): RequestHandler {
    return rateLimit({
      identifier: name,
      windowMs,
      limit,
      store: this.#stores[name],
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      ipv6Subnet: 64,
      skipFailedRequests: name === 'inboxes',
      validate: false,
      handler: (req, _res, next) => {
        this.#breaches.add(keyOf(req.ip));
        // Retry-After stands in the answer already.
        next(new RelayError('rate-limited'));
      },
    });
  }
}

export function createRateLimits(limits: HttpSettings['limits'], clock: Clock): RateLimits {
  return new AllRateLimits(limits, clock);
}

/** Where a socket comes from, for who has no Request: counted back over the proxies of our own. */
export function addressOf(req: IncomingMessage, trustedProxies: number): string | undefined {
  const passed = [req.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const hops = passed.map((hop) => hop.trim()).filter((hop) => hop !== '');
  hops.push(req.socket.remoteAddress ?? '');
  return hops[Math.max(0, hops.length - 1 - trustedProxies)];
}
