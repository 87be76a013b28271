import type { Message } from '@mayfly/shared/contract/message';
import type { ProblemCode } from '@mayfly/shared/contract/problem';

/** Why the last contact with the relay failed, in a form that the interface has a sentence for. */
export type Trouble =
  | ProblemCode
  | 'unreachable'
  | 'not-a-relay'
  | 'permission-missing'
  | 'access-withdrawn'
  | 'extension-too-old';

/** An inbox as the extension keeps it, in IndexedDB of its own origin. */
export interface OwnInbox {
  readonly id: string;
  readonly address: string;
  readonly token: string;
  readonly restoreKey: string;
  /** Opens its mail (X25519, raw, base64url); null or absent where the relay keeps that in plain. */
  readonly privateKey?: string | null;
  /** The relay's base URL, without a slash at the end. */
  readonly relayUrl: string;
  /** The registrable domain it was made for; null when it was made for no site. */
  readonly site: string | null;
  /** Milliseconds since 1970, like all times here. */
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Until then the worker waits with an open request. */
  readonly hotUntil: number;
  /** Goes on from here; null before the first answer. */
  readonly cursor: string | null;
  /** Expired or deleted at the relay: nothing more will come. */
  readonly ended: boolean;
  /** The tab whose form it filled last; a link opens beside it, in the same container (Firefox). */
  readonly tabId: number | null;
  /** The site of the frame in which it was used, where that is another's: its codes may be offered there, too. */
  readonly frameSite?: string | null;
  /** It lives by somebody else's doing, say another browser's: its token only lets read. */
  readonly readOnly?: boolean | undefined;
  /** Made in a private window: nothing of it is ever written to disk, and it is shown in private windows only. */
  readonly isPrivate: boolean;
}

/** A message as it came from the relay. `id` is unique within its inbox only. */
export interface OwnMessage {
  readonly inboxId: string;
  readonly id: string;
  readonly message: Message;
}

/** The right to make inboxes at a private relay. */
export interface AccessRecord {
  readonly relayUrl: string;
  readonly token: string;
}

export interface RelaySettings {
  readonly url: string;
  /** For a private relay. */
  readonly accessToken: string | null;
  /** It has answered once; the default relay has not until somebody connects to it. */
  readonly connected: boolean;
}

/** Everything of lasting value that lies in this browser. */
export interface Kept {
  /** Of private windows, too. */
  readonly inboxes: readonly OwnInbox[];
  readonly messageCount: number;
  readonly relay: RelaySettings;
  readonly access: readonly AccessRecord[];
  readonly offSites: readonly string[];
}

/** What the last contact with the relay showed. */
export interface RelayState {
  readonly trouble: Trouble | null;
  /** When the worker tries again; null when it is not waiting to. */
  readonly nextTryAt: number | null;
  readonly lastSuccessAt: number | null;
}
