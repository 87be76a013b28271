import { problemCodes } from '@mayfly/shared/contract/problem';
import { z } from 'zod';
import type { Trouble } from './model.ts';

/** The parts of `browser.storage` that are used. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}
export interface StorageAreas {
  readonly local: StorageArea;
  readonly session: StorageArea;
}

/** A key in the browser's storage. Nothing secret stands in `local`: content scripts could read it. */
export interface Item<T> {
  readonly area: keyof StorageAreas;
  readonly key: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  readonly fallback: T;
  /** Each leads one version further; the first from version 1 to 2. */
  readonly migrations: readonly ((value: unknown) => unknown)[];
}

const define = <T>(item: Item<T>): Item<T> => item;

export const defaultRelayUrl = 'http://127.0.0.1:3000';

const ownTroubles = [
  'unreachable',
  'not-a-relay',
  'permission-missing',
  'access-withdrawn',
] as const;
const troubleSchema: z.ZodType<Trouble> = z.enum([...problemCodes, ...ownTroubles]);

const contactSchema = z.object({
  trouble: troubleSchema.nullable(),
  nextTryAt: z.number().nullable(),
  lastSuccessAt: z.number().nullable(),
  /** In a row. */
  failures: z.int(),
});
/** How the last contacts with one relay went. */
export type Contact = z.infer<typeof contactSchema>;

const waitingPairingSchema = z.object({
  url: z.string(),
  code: z.string(),
  /** Of the page that offers it. */
  tabId: z.int(),
  until: z.number(),
});
/** A pairing that goes on as soon as the browser lets the extension talk to its host. */
export type WaitingPairing = z.infer<typeof waitingPairingSchema>;

/** Every key that the extension keeps in `browser.storage`, once. */
export const items = {
  relay: define({
    area: 'local',
    key: 'relay',
    version: 1,
    schema: z.object({ url: z.string(), connected: z.boolean() }),
    fallback: { url: defaultRelayUrl, connected: false },
    migrations: [],
  }),
  /** By the relay's URL: older inboxes may live at another relay than new ones. */
  contacts: define<Record<string, Contact>>({
    area: 'local',
    key: 'contacts',
    version: 1,
    schema: z.record(z.string(), contactSchema),
    fallback: {},
    migrations: [],
  }),
  /** Sites on which the person wants no icons in fields. */
  offSites: define<readonly string[]>({
    area: 'local',
    key: 'offSites',
    version: 1,
    schema: z.array(z.string()),
    fallback: [],
    migrations: [],
  }),
  waitingPairing: define<WaitingPairing | null>({
    area: 'session',
    key: 'waitingPairing',
    version: 1,
    schema: waitingPairingSchema.nullable(),
    fallback: null,
    migrations: [],
  }),
  /** When the addresses were last saved to a file; 0 when they never were. */
  lastExportAt: define({
    area: 'local',
    key: 'lastExportAt',
    version: 1,
    schema: z.number(),
    fallback: 0,
    migrations: [],
  }),
  /** Until then the person does not want to be reminded of it. */
  reminderHiddenUntil: define({
    area: 'local',
    key: 'reminderHiddenUntil',
    version: 1,
    schema: z.number(),
    fallback: 0,
    migrations: [],
  }),
};

const storedSchema = z.object({ version: z.int(), value: z.unknown() });

/** The value of a key; the fallback when there is none, or none that this version understands. */
export async function readItem<T>(areas: StorageAreas, item: Item<T>): Promise<T> {
  const stored = storedSchema.safeParse((await areas[item.area].get(item.key))[item.key]);
  if (!stored.success) return item.fallback;
  const steps = item.migrations.slice(stored.data.version - 1);
  const value = item.schema.safeParse(steps.reduce((old, step) => step(old), stored.data.value));
  return value.success ? value.data : item.fallback;
}

export function writeItem<T>(areas: StorageAreas, item: Item<T>, value: T): Promise<void> {
  return areas[item.area].set({ [item.key]: { version: item.version, value } });
}

/** Leaves the fallback, and nothing in the browser. */
export function removeItem<T>(areas: StorageAreas, item: Item<T>): Promise<void> {
  return areas[item.area].remove(item.key);
}
