import { type ExportFile, toFile } from '@mayfly/shared/keeping/export-file';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';
import type { OwnInbox } from '../storage/model.ts';

/** Everything of this page as a file that the extension reads as well. */
export function ownFile(
  inboxes: readonly OwnInbox[],
  access: string | null,
  { relayUrl, now }: { readonly relayUrl: string; readonly now: number },
): ExportFile {
  const url = parseRelayUrl(relayUrl)?.url ?? relayUrl;
  return toFile(
    {
      inboxes: inboxes.map((inbox) => ({ ...inbox, relayUrl: url, site: null })),
      relay: { url, connected: true },
      access: access === null ? [] : [{ relayUrl: url, token: access }],
      offSites: [],
    },
    now,
  );
}

export interface Brought {
  readonly inboxes: readonly OwnInbox[];
  readonly access: string | null;
  /** Of other relays: this page speaks to its own alone. */
  readonly elsewhere: number;
}

/** What of a file belongs to this relay, under any of its names. */
export function fromFile(file: ExportFile, names: readonly string[]): Brought {
  const urls = new Set(names.map((name) => parseRelayUrl(name)?.url));
  const ours = file.inboxes.filter(({ relayUrl }) => urls.has(relayUrl));
  return {
    inboxes: ours.map(({ relayUrl: _relay, site: _site, ...inbox }) => ({
      ...inbox,
      cursor: null,
    })),
    access: file.access.find(({ relayUrl }) => urls.has(relayUrl))?.token ?? null,
    elsewhere: file.inboxes.length - ours.length,
  };
}
