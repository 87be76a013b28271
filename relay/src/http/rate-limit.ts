import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import { type Options, rateLimit } from 'express-rate-limit';
import { RelayError } from '../core/errors.ts';
import { createAddressList } from '../core/network-address.ts';
import type { Clock, PenaltyBox } from '../core/ports.ts';
import { bearerOf } from './authenticate.ts';
import { clientAddress } from './client-address.ts';
import type { HttpDeps, HttpSettings } from './deps.ts';
import { bringsMail, type InboundSecrets } from './inbound-secret.ts';
import { LimitStore } from './limit-store.ts';

const minute = 60_000;

export type RateLimitDeps = Pick<HttpDeps, 'counter' | 'penalties' | 'tagClient' | 'clock'> & {
  /** Of the ways in for mail; who has their secret is not limited, as the mail would be lost. */
  readonly inbound: { readonly secrets: InboundSecrets };
  readonly settings: Pick<HttpSettings, 'limits' | 'trustedProxies'>;
};

export interface RateLimits {
  /** For every request. A network in the penalty box is refused before anything is looked at. */
  readonly requests: readonly RequestHandler[];
  /** For the making of inboxes; only those that were made count. */
  readonly inboxes: RequestHandler;
  /**
   * A WebSocket counts as one request. Resolves to what notes a wrong token of its client; the request itself need not be
   * kept for that. @throws RelayError `rate-limited`
   */
  admitUpgrade(req: IncomingMessage): Promise<() => void>;
  noteWrongToken(req: IncomingMessage): void;
}

/** Tokens are not kept, not even for a minute. */
const tokenKey = (token: string) => hash('sha256', token, 'base64url').slice(0, 22);

class AllRateLimits implements RateLimits {
  readonly requests: readonly RequestHandler[];
  readonly inboxes: RequestHandler;
  readonly #perMinute: number;
  readonly #penalties: PenaltyBox;
  readonly #clock: Clock;
  readonly #store: (name: string) => LimitStore;
  readonly #clientOf: (req: IncomingMessage) => string;

  constructor({ settings, counter, penalties, tagClient, clock, inbound }: RateLimitDeps) {
    const isFree = (req: Request) => bringsMail(inbound.secrets, req);
    const { limits, trustedProxies = [] } = settings;
    const trusted = createAddressList(trustedProxies);
    this.#perMinute = limits.requestsPerMinute;
    this.#penalties = penalties;
    this.#clock = clock;
    this.#clientOf = (req) => tagClient(clientAddress(req, trusted));
    this.#store = (name) => new LimitStore(counter, clock, name);
    this.requests = [
      async (req, _res, next) => {
        if (!isFree(req)) await this.#refuseBoxed(this.#clientOf(req));
        next();
      },
      this.#limiter('requests', {
        windowMs: minute,
        limit: limits.requestsPerMinute,
        skip: isFree,
      }),
      this.#limiter('token', {
        windowMs: minute,
        limit: limits.tokenRequestsPerMinute,
        skip: (req) => bearerOf(req) === null || isFree(req),
        keyGenerator: (req) => tokenKey(bearerOf(req) ?? ''),
      }),
    ];
    this.inboxes = this.#limiter('inboxes', {
      windowMs: 60 * minute,
      limit: limits.inboxesPerHour,
      skipFailedRequests: true,
    });
  }

  async admitUpgrade(req: IncomingMessage): Promise<() => void> {
    const client = this.#clientOf(req);
    await this.#refuseBoxed(client);
    const { totalHits, resetTime } = await this.#store('requests').increment(client);
    if (totalHits <= this.#perMinute) return () => this.#penalties.note(client, 'wrong-token');
    this.#penalties.note(client, 'refused-request');
    throw this.#refusal(this.#clock() + resetTime.getTime() - Date.now());
  }

  noteWrongToken(req: IncomingMessage): void {
    this.#penalties.note(this.#clientOf(req), 'wrong-token');
  }

  async #refuseBoxed(client: string): Promise<void> {
    const { shutUntil } = await this.#penalties.look(client);
    if (shutUntil !== null) throw this.#refusal(shutUntil);
  }

  #refusal(until: number): RelayError {
    const retryAfterSeconds = Math.max(1, Math.ceil((until - this.#clock()) / 1000));
    return new RelayError('rate-limited', { retryAfterSeconds });
  }

  #limiter(name: string, options: Partial<Options>): RequestHandler {
    const clientOf = (req: Request) => this.#clientOf(req);
    return rateLimit({
      identifier: name,
      store: this.#store(name),
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      validate: false,
      keyGenerator: clientOf,
      handler: (req, _res, next) => {
        this.#penalties.note(clientOf(req), 'refused-request');
        // Retry-After stands in the answer already.
        next(new RelayError('rate-limited'));
      },
      ...options,
    });
  }
}

export function createRateLimits(deps: RateLimitDeps): RateLimits {
  return new AllRateLimits(deps);
}
