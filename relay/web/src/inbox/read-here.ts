import { readMail, type ReadMail } from '../reading/read-mail.ts';
import type { OwnInbox, OwnMessage } from '../storage/model.ts';
import { withMessages } from './message-store.ts';
import type { State } from './state.ts';

type Octets = Uint8Array<ArrayBuffer>;

/** Gets the raw form of a message, opened; null when it cannot be had. */
type RawOf = (inbox: OwnInbox, own: OwnMessage) => Promise<Octets | null>;

/** The relay has not looked through it, and cannot: it is sealed. */
export const isForReader = (inbox: OwnInbox, { message, readHere }: OwnMessage): boolean =>
  inbox.privateKey !== null && (message.content === null || readHere === true);

const owned = (octets: Uint8Array | undefined): Octets | null =>
  octets === undefined ? null : new Uint8Array(octets);

/** Does here what the relay does with mail that it could analyse. */
export function createReader({ mailboxes, write }: State, rawOf: RawOf) {
  async function read(inbox: OwnInbox, own: OwnMessage): Promise<ReadMail | null> {
    const raw = await rawOf(inbox, own);
    return raw === null ? null : readMail(raw);
  }
  return {
    /** Reads what came unanalysed to a sealed inbox, and shows it. */
    readUnread: async (inbox: OwnInbox, own: OwnMessage): Promise<void> => {
      if (!isForReader(inbox, own)) return;
      const content = (await read(inbox, own))?.content ?? null;
      const latest = mailboxes.value.get(inbox.id)?.find(({ id }) => id === own.id);
      // Null: gone, or the relay was late and has told meanwhile.
      if (content === null || latest === undefined || latest.message.content !== null) return;
      const shown = { ...latest, readHere: true, message: { ...latest.message, content } };
      mailboxes.value = withMessages(mailboxes.value, inbox.id, { put: [shown], removed: [] });
      await write({ putMessages: [shown] });
    },
    /** Without what is not handed out. */
    raw: async (inbox: OwnInbox, own: OwnMessage) => owned((await read(inbox, own))?.raw),
    attachment: async (inbox: OwnInbox, own: OwnMessage, index: number) =>
      owned((await read(inbox, own))?.attachments[index]),
  };
}
