import type { LinkKind } from '../contract/message.ts';

/** What the button that copies an address says. */
export interface CopyWords {
  readonly copyAddress: string;
  readonly copyAddressLabel: (address: string) => string;
  readonly copied: string;
}

/** Every word that the shared pieces show. Each host hands in its own language. */
export interface MailWords extends CopyWords {
  /** The language tag of these words, for dates and sizes. */
  readonly locale: string;
  readonly list: string;
  readonly unread: string;
  readonly noSubject: string;
  readonly noSender: string;
  /** What pressing a link of this kind does. */
  readonly linkVerb: Readonly<Record<LinkKind, string>>;
  readonly leadsTo: (host: string) => string;
  readonly askSite: (host: string, site: string) => string;
  readonly openAnyway: string;
  readonly cancel: string;
  readonly copyCode: (code: string) => string;
  readonly from: string;
  readonly received: string;
  readonly formatted: string;
  readonly plain: string;
  readonly view: string;
  readonly frame: string;
  readonly images: (count: number) => string;
  readonly showImages: (count: number) => string;
  readonly attachments: (count: number) => string;
  readonly download: (name: string, size: string) => string;
  readonly removed: (count: number) => string;
  readonly removedText: string;
  readonly removedProgram: string;
  readonly removedDisguised: string;
  readonly removedInside: (name: string) => string;
  readonly removedUnreadable: string;
  readonly removedMessage: string;
  readonly original: string;
  readonly originalLabel: string;
  readonly downloadFailed: string;
  readonly why: string;
  readonly whyLink: (text: string) => string;
  readonly whyCode: (code: string) => string;
  readonly notRendered: string;
  readonly notRenderedText: string;
  readonly sealed: string;
  readonly sealedText: string;
  readonly empty: string;
  readonly truncated: string;
  readonly senderPass: string;
  readonly senderPassText: string;
  readonly senderFail: string;
  readonly senderFailText: string;
}
