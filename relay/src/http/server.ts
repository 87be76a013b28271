import type { Server } from 'node:http';
import type { Access } from '../core/access.ts';
import type { Inboxes } from '../core/inboxes.ts';
import type { Messages } from '../core/messages.ts';
import type { Clock, Events, Random, Store } from '../core/ports.ts';
import type { Sessions } from '../core/sessions.ts';
import type { Waiters } from '../core/waiters.ts';

export interface HttpSettings {
  readonly version: string;
  readonly oldestExtension: string;
  readonly access: 'open' | 'private';
  readonly domains: readonly [string, ...string[]];
  /** Null: whatever address HTTP listens on. Without a slash at the end; may have a path. */
  readonly publicUrl: string | null;
  readonly limits: {
    readonly ttlMinutes: number;
    readonly maxLifeMinutes: number;
    readonly messageBytes: number;
    readonly inboxMessages: number;
    readonly inboxBytes: number;
    readonly waitersPerInbox: number;
    readonly requestsPerMinute: number;
    readonly inboxesPerHour: number;
    /** Default 30. */
    readonly wrongTokensPerMinute?: number;
  };
  /** How many proxies of our own stand before the relay and append to X-Forwarded-For; default 0. */
  readonly trustedProxies?: number;
}

export interface HttpDeps {
  readonly settings: HttpSettings;
  readonly sessions: Sessions;
  readonly access: Access;
  readonly inboxes: Inboxes;
  readonly messages: Messages;
  readonly waiters: Waiters;
  readonly store: Pick<Store, 'check'>;
  readonly events: Pick<Events, 'requestRefused' | 'fault' | 'waitersChanged'>;
  readonly clock: Clock;
  readonly random: Random;
}

export interface HttpServer {
  readonly server: Server;
  listen(port: number, host: string): Promise<{ readonly host: string; readonly port: number }>;
  /** Answers all waiters, closes all sockets with 1001, lets running requests finish for at most `graceMs`. */
  close(options: { readonly graceMs: number }): Promise<void>;
}

export declare function createHttpServer(deps: HttpDeps): HttpServer;
