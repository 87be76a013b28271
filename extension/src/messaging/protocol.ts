import type { ListedAccess } from '@mayfly/shared/contract/access';
import type { Link } from '@mayfly/shared/contract/message';
import { z } from 'zod';
import { exportFileSchema } from '@mayfly/shared/keeping/export-file';
import type { Trouble } from '../storage/model.ts';

/** Who may send a message: a page of the extension, the worker, or a content script. */
export type Sender = 'extension-page' | 'worker' | 'content-script';

/** What came of putting an address into the page. `copied` never happens by itself: the interface offers it. */
export type FillOutcome = 'filled' | 'no-field' | 'not-reachable' | 'not-kept';

/** How a past address was found: it could be reopened, or lives by somebody else's doing, perhaps sealed to their key. */
export type Found = 'reopened' | 'living' | 'living-sealed';

/** What may be offered in the fields of one page. Nothing about other sites is in it. */
export interface PageOffers {
  /** The person wants no icons on this site. */
  readonly isOff: boolean;
  /** The address that was made for this site. */
  readonly address: string | null;
  /** A code that has come for this site and that nobody has seen yet. */
  readonly code: {
    readonly value: string;
    readonly inboxId: string;
    readonly messageId: string;
  } | null;
}

/** A mail's link, as the page of its site may show it. The link itself stays with the worker. */
export interface PageCard {
  readonly inboxId: string;
  readonly messageId: string;
  readonly site: string;
  readonly kind: Link['kind'];
  /** The host that a click leads to. */
  readonly leadsTo: string;
  /** False where a click shows the mail first, because the link needs a second look. */
  readonly opens: boolean;
}

/** A relay that has answered as one. */
export interface ConnectedRelay {
  readonly url: string;
  readonly access: 'open' | 'private';
  readonly domains: readonly string[];
}

export type Reply<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly trouble: Trouble };

const inboxId = z.string().max(64);
const messageId = z.string().max(64);

/** Each message once: its payload and who may send it. Anything else is refused. */
export const protocol = {
  /**
   * Makes an inbox; with a tab also fills its focused or best e-mail field. Without one the page has to say whether it
   * stands in a private window.
   */
  'inbox.create': {
    from: ['extension-page'],
    payload: z.strictObject({ tabId: z.int().nullable(), isPrivate: z.boolean().optional() }),
  },
  /** Fills an address that exists into the tab. */
  'inbox.fill': { from: ['extension-page'], payload: z.strictObject({ inboxId, tabId: z.int() }) },
  /** Brings a past address back. The tab is the one that the person sees. */
  'inbox.reopen': {
    from: ['extension-page'],
    payload: z.strictObject({ inboxId, tabId: z.int().nullable() }),
  },
  'inbox.extend': {
    from: ['extension-page'],
    payload: z.strictObject({ inboxId, ttlMinutes: z.int() }),
  },
  'inbox.delete': { from: ['extension-page'], payload: z.strictObject({ inboxId }) },
  /** Takes the last fill in a tab back. */
  'inbox.unfill': { from: ['extension-page'], payload: z.strictObject({ tabId: z.int() }) },
  /** Asks the relay now, whatever the schedule; makes the inboxes hot again. */
  'inbox.refresh': { from: ['extension-page'], payload: z.strictObject({}) },
  'message.seen': { from: ['extension-page'], payload: z.strictObject({ inboxId, messageId }) },
  'message.delete': { from: ['extension-page'], payload: z.strictObject({ inboxId, messageId }) },
  /** Opens a link of a message beside the sign-up tab; the worker checks that it stands in the message. */
  'link.open': {
    from: ['extension-page'],
    payload: z.strictObject({ inboxId, messageId, url: z.string().max(8192) }),
  },
  /** Tests a relay and keeps it when it answers. The page has asked for the host permission before. */
  'relay.connect': {
    from: ['extension-page'],
    payload: z.strictObject({
      url: z.string().max(2048),
      accessToken: z.string().max(4096).nullable(),
    }),
  },
  /** Changes the code of a pairing link for access, and keeps both. The page has asked for the host permission before. */
  'relay.pair': {
    from: ['extension-page'],
    payload: z.strictObject({ url: z.string().max(2048), code: z.string().max(128) }),
  },
  /**
   * The browser is about to ask the person for the relay's host, and may close the popup for that: the worker pairs when
   * they say yes. Null: they said no.
   */
  'relay.pairWhenAllowed': {
    from: ['extension-page'],
    payload: z.strictObject({
      pairing: z
        .strictObject({ url: z.string().max(2048), code: z.string().max(128), tabId: z.int() })
        .nullable(),
    }),
  },
  /** Who has access to the relay that is set. */
  'access.list': { from: ['extension-page'], payload: z.strictObject({}) },
  /** The person has been told what ends with it. */
  'access.withdraw': {
    from: ['extension-page'],
    payload: z.strictObject({ id: z.string().max(64) }),
  },
  /** What a page's fields may be offered; `wantsIcon` when it has any and the frame has no icons yet. */
  'page.offers': {
    from: ['content-script'],
    payload: z.strictObject({ wantsIcon: z.boolean() }),
  },
  /** The person has asked for a fresh address, or the site's own one, by the icon in a field. */
  'page.address': {
    from: ['content-script'],
    payload: z.strictObject({ which: z.enum(['fresh', 'site']) }),
  },
  /** The person has put a code into its field: its mail is seen. */
  'page.code': { from: ['content-script'], payload: z.strictObject({ inboxId, messageId }) },
  /** The link that a page's card may offer. */
  'page.card': { from: ['content-script'], payload: z.strictObject({}) },
  /** The person does not want to see the card of this mail again. */
  'page.cardClosed': { from: ['content-script'], payload: z.strictObject({ inboxId, messageId }) },
  /** The person has pressed the card's button. */
  'page.link': { from: ['content-script'], payload: z.strictObject({ inboxId, messageId }) },
  /** The person wants no icons on this site any more. */
  'page.off': { from: ['content-script'], payload: z.strictObject({}) },
  /** The same from the settings, where it can be taken back. */
  'site.off': {
    from: ['extension-page'],
    payload: z.strictObject({ site: z.string().max(253), isOff: z.boolean() }),
  },
  /** Adds what a file has to what is here; the page has shown what it is and asked. */
  'everything.import': {
    from: ['extension-page'],
    payload: z.strictObject({ file: exportFileSchema }),
  },
  /**
   * Leaves nothing in this browser. With `atRelay` the addresses are first deleted where they live; those that are left
   * there stay here, too, and so does everything else.
   */
  'everything.forget': {
    from: ['extension-page'],
    payload: z.strictObject({ atRelay: z.boolean() }),
  },
  /** The addresses were saved to a file, or the person wants no reminder of it for a while. */
  'reminder.rest': {
    from: ['extension-page'],
    payload: z.strictObject({ saved: z.boolean() }),
  },
  /** From the worker to the pages of a site: what may be offered there has changed. */
  'page.changed': { from: ['worker'], payload: z.strictObject({}) },
  /** To the hidden page that writes to the clipboard (Chrome), after a click on a notification's button. */
  'clipboard.write': { from: ['worker'], payload: z.strictObject({ text: z.string().max(1024) }) },
  /** From the worker to open pages: what they show has changed; they read it again. */
  'state.changed': { from: ['worker'], payload: z.strictObject({}) },
} as const satisfies Record<string, { from: readonly Sender[]; payload: z.ZodType }>;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type Payload<N extends MessageName> = z.infer<Protocol[N]['payload']>;

export interface Replies {
  'inbox.create': Reply<{ inboxId: string; address: string; fill: FillOutcome | null }>;
  'inbox.fill': Reply<{ fill: FillOutcome }>;
  'inbox.unfill': Reply<{ undone: boolean }>;
  'inbox.reopen': Reply<{ inboxId: string; address: string; found: Found }>;
  'inbox.extend': Reply<{ expiresAt: number }>;
  'inbox.delete': Reply<object>;
  'inbox.refresh': Reply<object>;
  'message.seen': Reply<object>;
  'message.delete': Reply<object>;
  'link.open': Reply<object>;
  'relay.connect': Reply<ConnectedRelay>;
  'relay.pair': Reply<ConnectedRelay>;
  'relay.pairWhenAllowed': Reply<object>;
  'access.list': Reply<{ items: readonly ListedAccess[] }>;
  'access.withdraw': Reply<object>;
  'page.offers': Reply<PageOffers>;
  'page.address': Reply<{ address: string }>;
  'page.code': Reply<object>;
  'page.card': Reply<{ card: PageCard | null }>;
  'page.cardClosed': Reply<object>;
  'page.link': Reply<object>;
  'page.off': Reply<object>;
  'site.off': Reply<object>;
  'everything.import': Reply<{ added: number }>;
  'everything.forget': Reply<{ left: readonly string[] }>;
  'reminder.rest': Reply<object>;
  'page.changed': undefined;
  'clipboard.write': Reply<object>;
  'state.changed': undefined;
}
