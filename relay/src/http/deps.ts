import type { ImprovmxMail } from '@mayfly/shared/contract/inbound';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { Access } from '../core/access.ts';
import type { Accesses } from '../core/accesses.ts';
import type { Inboxes } from '../core/inboxes.ts';
import type { Intake } from '../core/intake.ts';
import type { Messages } from '../core/messages.ts';
import type { Pairing } from '../core/pairing.ts';
import type { TagClient } from '../core/client-tag.ts';
import type { MtaStsPolicy } from '../core/mta-sts.ts';
import type { Clock, Counter, Events, PenaltyBox, Random } from '../core/ports.ts';
import type { Readiness } from '../core/readiness.ts';
import type { Sessions } from '../core/sessions.ts';
import type { Waiters } from '../core/waiters.ts';
import type { InboundSecrets } from './inbound-secret.ts';
import type { Unread } from './unread.ts';
import type { WebInbox } from './web-inbox.ts';

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
    readonly tokenRequestsPerMinute: number;
  };
  /** The proxies of our own before the relay: addresses, networks, `loopback`. */
  readonly trustedProxies?: readonly string[];
}

/** How mail comes in over HTTP. */
export interface HttpInbound {
  readonly secrets: InboundSecrets;
  readonly intake: Intake;
  /** What ImprovMX took apart. `candidates`: whom it may be for, the likeliest first. */
  readonly unpack: (mail: ImprovmxMail) => Promise<{
    readonly sender: string;
    readonly candidates: readonly string[];
    readonly raw: Uint8Array;
  }>;
}

export interface HttpDeps {
  readonly settings: HttpSettings;
  readonly sessions: Sessions;
  readonly access: Access;
  readonly accesses: Accesses;
  readonly pairing: Pairing;
  readonly inboxes: Inboxes;
  readonly messages: Messages;
  readonly waiters: Waiters;
  readonly readiness: Readiness;
  readonly inbound: HttpInbound;
  readonly events: Pick<Events, 'requestRefused' | 'fault'>;
  /** Must not reject. */
  readonly counter: Counter;
  readonly penalties: PenaltyBox;
  readonly tagClient: TagClient;
  /** Why no inbox can be made now; null: it can. */
  readonly shortage: () => ProblemCode | null;
  readonly unread: Unread;
  /** What senders are told of the way to us; null: TLS is not offered, so nothing can be asked of them. */
  readonly mailPolicy: () => MtaStsPolicy | null;
  /** Null: it is not built, and a page says how to. */
  readonly webInbox: WebInbox | null;
  /** For lengths of time alone: one that nobody sets. */
  readonly clock: Clock;
  readonly random: Random;
  /** Calls back every so many milliseconds until stopped. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

/** About how many octets of content one answer may hold. */
export const answerBytes = 4_000_000;
/** The longest that a request is held: below the 30 s after which Chrome ends a worker that waits for it. */
export const maxWaitSeconds = 25;
export const defaultPageLimit = 100;
