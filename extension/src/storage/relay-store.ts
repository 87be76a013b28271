import { type Contact, items, readItem, type StorageAreas, writeItem } from './items.ts';
import type { RelaySettings, RelayState } from './model.ts';
import type { Exclusively } from './private-mail.ts';
import type { Secrets } from './secrets.ts';

/** Which relay makes new addresses, and how contact with each relay went. */
export interface RelayStore {
  readSettings(): Promise<RelaySettings>;
  writeSettings(settings: RelaySettings): Promise<void>;
  /** Of the relay that makes new addresses. */
  readState(): Promise<RelayState>;
  readContact(relayUrl: string): Promise<Contact>;
  /** False when nothing has changed that a person could see. */
  changeContact(relayUrl: string, change: (old: Contact) => Contact): Promise<boolean>;
}

const untried: Contact = { trouble: null, nextTryAt: null, lastSuccessAt: null, failures: 0 };
/** Relays that nobody has talked to for long are forgotten, the oldest first. */
const contactsKept = 10;

function keepLatest(contacts: Record<string, Contact>): Record<string, Contact> {
  const byTime = Object.entries(contacts).toSorted(
    ([, a], [, b]) => (b.lastSuccessAt ?? 0) - (a.lastSuccessAt ?? 0),
  );
  return Object.fromEntries(byTime.slice(0, contactsKept));
}

export function createRelayStore(
  areas: StorageAreas,
  secrets: Pick<Secrets, 'readAccessToken' | 'writeAccessToken'>,
  exclusively: Exclusively,
): RelayStore {
  const readContact = async (relayUrl: string) =>
    (await readItem(areas, items.contacts))[relayUrl] ?? untried;

  return {
    readSettings: async () => {
      const relay = await readItem(areas, items.relay);
      return { ...relay, accessToken: await secrets.readAccessToken(relay.url) };
    },
    writeSettings: async ({ url, connected, accessToken }) => {
      await secrets.writeAccessToken(url, accessToken);
      await writeItem(areas, items.relay, { url, connected });
    },
    readState: async () => {
      const { url } = await readItem(areas, items.relay);
      const { trouble, nextTryAt, lastSuccessAt } = await readContact(url);
      return { trouble, nextTryAt, lastSuccessAt };
    },
    readContact,
    changeContact: (relayUrl, change) =>
      exclusively(async () => {
        const contacts = await readItem(areas, items.contacts);
        const old = contacts[relayUrl] ?? untried;
        const changed = change(old);
        await writeItem(areas, items.contacts, keepLatest({ ...contacts, [relayUrl]: changed }));
        return old.trouble !== changed.trouble || old.nextTryAt !== changed.nextTryAt;
      }),
  };
}
