import type { MessageId } from '@mayfly/shared/contract/message';
import type { Outcome } from './errors.ts';
import type { Clock, Envelope, Events, InboxLimits, MessageParser, Publisher, Random, Store } from './ports.ts';

export interface DeliveryDeps {
  readonly store: Pick<Store, 'saveMessage' | 'publishMessage' | 'readPart' | 'takePending'>;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly parser: MessageParser;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: Pick<Events, 'messageStored' | 'messageAnalysed' | 'messageNotRendered' | 'fault'>;
  /** Calls back after that many milliseconds, unless cancelled. */
  readonly schedule: (milliseconds: number, run: () => void) => () => void;
  /** The name that stands in our trace headers. */
  readonly hostname: string;
  readonly limits: {
    readonly inbox: InboxLimits;
    readonly messageBytes: number;
    /** Mails waiting for analysis above which senders are slowed. */
    readonly parseQueue: number;
  };
}

export interface Delivery {
  /** `ok` means that the store has the message durably; the analysis goes on after it. */
  deliver(envelope: Envelope, raw: Uint8Array): Promise<Outcome<{ messageId: MessageId }>>;
  /**
   * Takes up what was saved but never published: at the start with `before` of now, then every so often without it.
   * Resolves when all that was taken is published.
   */
  recoverPending(before?: number): Promise<number>;
  /** Resolves when everything that runs is published. */
  drain(): Promise<void>;
}

export declare function createDelivery(deps: DeliveryDeps): Delivery;
