import { TokenBucket } from '../core/token-bucket.ts';

/** Of one network address: IPv4, or the /64 of IPv6. */
export interface SmtpClientLimits {
  readonly smtpConnectionsPerClient: number;
  readonly smtpConnectionsPerMinute: number;
  readonly smtpCommandsPerSession: number;
  readonly smtpCommandsPerMinute: number;
  readonly smtpRecipientsPerMinute: number;
  readonly smtpErrorsPerSession: number;
  readonly smtpErrorsPerMinute: number;
  readonly smtpBytesPerMinute: number;
  readonly smtpFirstCommandSeconds: number;
  /** Below this over `smtpSlowSeconds` a mail comes in too slowly. */
  readonly smtpSlowBytesPerSecond: number;
  readonly smtpSlowSeconds: number;
  readonly smtpTarpitSeconds: number;
}

/** What a client may still do now, all its sessions together. */
export interface ClientAllowance {
  sessions: number;
  readonly connections: TokenBucket;
  readonly commands: TokenBucket;
  readonly recipients: TokenBucket;
  readonly errors: TokenBucket;
  readonly bytes: TokenBucket;
}

export class ClientAllowances {
  readonly #limits: SmtpClientLimits;
  readonly #clients = new Map<string, ClientAllowance>();

  constructor(limits: SmtpClientLimits) {
    this.#limits = limits;
  }

  /** Clients that are remembered. */
  get size(): number {
    return this.#clients.size;
  }

  of(client: string, now: number): ClientAllowance {
    const known = this.#clients.get(client);
    if (known !== undefined) return known;
    const limits = this.#limits;
    const fresh: ClientAllowance = {
      sessions: 0,
      connections: new TokenBucket(limits.smtpConnectionsPerMinute, now),
      commands: new TokenBucket(limits.smtpCommandsPerMinute, now),
      recipients: new TokenBucket(limits.smtpRecipientsPerMinute, now),
      errors: new TokenBucket(limits.smtpErrorsPerMinute, now),
      bytes: new TokenBucket(limits.smtpBytesPerMinute, now),
    };
    this.#clients.set(client, fresh);
    return fresh;
  }

  /** Forgets who has gone and may do everything again. */
  tidy(now: number): void {
    for (const [client, { sessions, ...buckets }] of this.#clients) {
      const isFresh = Object.values(buckets).every((bucket) => bucket.isFull(now));
      if (sessions === 0 && isFresh) this.#clients.delete(client);
    }
  }
}
