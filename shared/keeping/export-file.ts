import { inboxIdSchema, timestampSchema } from '../contract/inbox.ts';
import { z } from 'zod';
import { parseRelayUrl } from './relay-url.ts';

const format = 'mayfly-addresses';
const version = 1;
/** What a file may have at most. */
const mostBytes = 10_000_000;
const mostInboxes = 10_000;

/** Printable characters of ASCII alone: nothing that could turn or hide what is shown. */
const word = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[!-~]+$/);
const time = z.int().min(0).max(8.64e15);
/** In the form in which it is stored, so that two names are never one relay. */
const relayUrl = word(2048).refine((url) => parseRelayUrl(url)?.url === url);
const site = word(253);

const inboxSchema = z.object({
  id: inboxIdSchema,
  address: word(254).regex(/^[^@]+@[^@]+$/),
  token: word(4096),
  restoreKey: word(4096),
  /** Opens its mail. */
  privateKey: word(64).nullable().default(null),
  relayUrl,
  site: site.nullable(),
  createdAt: time,
  expiresAt: time,
  ended: z.boolean(),
  readOnly: z.boolean().optional(),
});

/** The entries of a list that hold; the others are left out. */
const those = <T extends z.ZodType>(entry: T) =>
  z
    .array(entry.nullable().catch(null))
    .max(mostInboxes)
    .transform((all) => all.filter((one) => one !== null));

/** A file with the keys to a person's inboxes. Both ways go through here; fields that it does not name are left out. */
export const exportFileSchema = z.object({
  format: z.literal(format),
  version: z.literal(version),
  savedAt: timestampSchema,
  inboxes: those(inboxSchema),
  /** The relay that makes new addresses; null when none was connected. */
  relayUrl: relayUrl.nullable(),
  /** What private relays ask for. */
  access: those(z.object({ relayUrl, token: word(4096) })),
  offSites: those(site),
});
export type ExportFile = z.infer<typeof exportFileSchema>;

/** What a file is made of. */
export interface Exported {
  readonly inboxes: readonly (z.input<typeof inboxSchema> & { readonly isPrivate?: boolean })[];
  readonly relay: { readonly url: string; readonly connected: boolean };
  readonly access: readonly { readonly relayUrl: string; readonly token: string }[];
  readonly offSites: readonly string[];
}

/** Mail stays out: it is gone after an hour. What belongs to private windows is written to no disk. */
export function toFile({ inboxes, relay, access, offSites }: Exported, now: number): ExportFile {
  return exportFileSchema.parse({
    format,
    version,
    savedAt: new Date(now).toISOString(),
    inboxes: inboxes.filter(({ isPrivate }) => isPrivate !== true).slice(0, mostInboxes),
    relayUrl: relay.connected ? relay.url : null,
    access,
    offSites,
  });
}

/** With the day as it is where the person is. */
export const fileName = (now: number) => `${format}-${new Date(now).toLocaleDateString('sv')}.json`;

export type FileFault = 'foreign' | 'newer' | 'damaged' | 'big';

const headSchema = z.object({
  format: z.literal(format),
  version: z.int(),
  inboxes: z.array(z.unknown()),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface ReadFile {
  readonly file: ExportFile;
  /** How many of its addresses cannot be used. */
  readonly dropped: number;
}

/** What a file holds that somebody says is one of ours. */
export async function readFile(chosen: Blob): Promise<ReadFile | FileFault> {
  if (chosen.size > mostBytes) return 'big';
  const text = await chosen.text();
  const json = parseJson(text);
  const head = headSchema.safeParse(json);
  if (!head.success) return text.includes(format) ? 'damaged' : 'foreign';
  if (head.data.version > version) return 'newer';
  const all = head.data.inboxes.length;
  if (all > mostInboxes) return 'big';
  const file = exportFileSchema.safeParse(json);
  if (!file.success) return 'damaged';
  return { file: file.data, dropped: all - file.data.inboxes.length };
}
