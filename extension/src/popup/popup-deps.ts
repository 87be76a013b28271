import type { SealedPartName } from '@mayfly/shared/sealing/place';
import type { WorkerMessage } from '../messaging/send.ts';
import type { Payload, Replies } from '../messaging/protocol.ts';
import type { OwnInbox, OwnMessage, RelaySettings, RelayState } from '../storage/model.ts';
import type { PairingOffer } from '../page/pairing-offer.ts';
import type { OpenPanel } from './side-panel.ts';

/** The tab under the popup. `host` is null where the browser does not tell, as on its own pages. */
export interface CurrentTab {
  readonly id: number | null;
  readonly windowId: number | null;
  readonly host: string | null;
  readonly isPrivate: boolean;
}

export type Send = <N extends WorkerMessage>(
  name: N,
  payload: Payload<N>,
) => Promise<Replies[N] | { readonly ok: false; readonly trouble: 'internal' }>;

/** All that the popup, or the same in the side panel, needs from the browser and from the rest of the extension. */
export interface PopupDeps {
  readonly listInboxes: () => Promise<readonly OwnInbox[]>;
  readonly listMessages: (inboxId: string) => Promise<readonly OwnMessage[]>;
  readonly countUnseen: () => Promise<ReadonlyMap<string, number>>;
  readonly readRelaySettings: () => Promise<RelaySettings>;
  readonly readRelayState: () => Promise<RelayState>;
  /** The person is not to be reminded to save their addresses before that time. */
  readonly readReminderRest: () => Promise<number>;
  readonly send: Send;
  readonly onStateChanged: (callback: () => void) => () => void;
  readonly currentTab: () => Promise<CurrentTab>;
  /** Calls back when another tab comes to the front or another page into it, until the returned function is called. */
  readonly onTabChanged: (callback: () => void) => () => void;
  /** What the page in front offers; null in the side panel, which no click lets into the page. */
  readonly readPairingOffer: () => Promise<PairingOffer | null>;
  /** Tells its page that it was taken. */
  readonly endPairingOffer: (offer: PairingOffer) => Promise<void>;
  /** Asks the person for a host. Has to be called while their click is handled. */
  readonly requestHost: (pattern: string) => Promise<boolean>;
  /** True of the side panel: tabs come and go beside it. */
  readonly staysOpen: boolean;
  /** Null in the side panel itself, and where the browser has none. */
  readonly openPanel: OpenPanel | null;
  /** False when the browser did not allow it. */
  readonly copyText: (text: string) => Promise<boolean>;
  /** What the relay keeps of a message: its raw form, an attachment. Null when it cannot be had. */
  readonly fetchPart: (
    inbox: OwnInbox,
    messageId: string,
    part: SealedPartName,
  ) => Promise<ArrayBuffer | null>;
  readonly saveFile: (bytes: ArrayBuffer, name: string) => void;
  /** In a tab of its own. */
  readonly openPage: (url: string) => void;
  /** At a certain part of the page, by its id. */
  readonly openOptions: (part?: string) => void;
  readonly closePopup: () => void;
  /** The message that a notification's click asks for. */
  readonly start: { readonly inboxId: string; readonly messageId: string } | null;
  readonly now: () => number;
  readonly isOnline: () => boolean;
}
