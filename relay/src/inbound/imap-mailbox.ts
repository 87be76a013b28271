import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type FetchMessageObject, ImapFlow } from 'imapflow';
import { routeFields } from './route-headers.ts';

/** A mailbox of ours at some provider. */
export interface MailboxPlace {
  readonly host: string;
  readonly port: number;
  /** TLS from the first octet on; else by STARTTLS, which only a server on this machine may lack. */
  readonly secure: boolean;
  readonly mayBePlain: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

/** What becomes of a mail in its mailbox when the relay has it. */
export type Afterwards =
  | { readonly kind: 'seen' }
  | { readonly kind: 'delete' }
  | { readonly kind: 'move'; readonly folder: string };

export interface MailHead {
  readonly uid: number;
  readonly size: number;
  /** Of its header fields those that say whom it is for; null: too big to be looked at. */
  readonly head: Uint8Array | null;
}

/** An open mailbox. Everything rejects once the connection is lost. */
export interface OpenMailbox {
  readonly uidValidity: string;
  /** The UIDs from here on, in their order. */
  uidsFrom(uid: number): Promise<number[]>;
  heads(uids: readonly number[], mostOctets: number): Promise<MailHead[]>;
  /** Null: it has gone. */
  read(uid: number): Promise<Uint8Array | null>;
  /** False: the server refused. */
  settle(uid: number): Promise<boolean>;
  /** Waits until something came since the last look, but no longer than that. */
  waitForNews(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** The server answers within this time, or the connection counts as lost. */
const answerMs = 60_000;

function createClient(place: MailboxPlace, mostOctets: number): ImapFlow {
  const { host, port, secure, mayBePlain, user, password: pass } = place;
  const client = new ImapFlow({
    ...{ host, port, secure, auth: { user, pass } },
    // Undefined: where it is offered.
    doSTARTTLS: secure || mayBePlain ? undefined : true,
    // Its lines hold addresses and subjects.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 30_000,
    socketTimeout: answerMs,
    maxLiteralSize: mostOctets,
    maxResponseSize: mostOctets * 2,
  });
  // Each command that is lost by it rejects by itself.
  client.on('error', () => undefined);
  return client;
}

async function collect(messages: AsyncIterable<FetchMessageObject>): Promise<FetchMessageObject[]> {
  const all: FetchMessageObject[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

async function headsOf(
  client: ImapFlow,
  uids: readonly number[],
  mostOctets: number,
): Promise<MailHead[]> {
  if (uids.length === 0) return [];
  const byUid = { uid: true };
  const sized = await collect(client.fetch([...uids].join(','), { uid: true, size: true }, byUid));
  const fitting = sized.filter(({ size = 0 }) => size <= mostOctets).map(({ uid }) => uid);
  const query = { uid: true, headers: [...routeFields] };
  const read =
    fitting.length === 0 ? [] : await collect(client.fetch(fitting.join(','), query, byUid));
  const heads = new Map(read.map(({ uid, headers }) => [uid, headers ?? new Uint8Array()]));
  return sized
    .flatMap(({ uid, size = 0 }): MailHead[] => {
      if (size > mostOctets) return [{ uid, size, head: null }];
      const head = heads.get(uid);
      // Without one it has gone meanwhile.
      return head === undefined ? [] : [{ uid, size, head }];
    })
    .sort((a, b) => a.uid - b.uid);
}

async function settle(client: ImapFlow, uid: number, afterwards: Afterwards): Promise<boolean> {
  const byUid = { uid: true };
  const range = String(uid);
  if (afterwards.kind === 'delete') return client.messageDelete(range, byUid);
  if (afterwards.kind === 'seen') return client.messageFlagsAdd(range, ['\\Seen'], byUid);
  return (await client.messageMove(range, afterwards.folder, byUid)) !== false;
}

/** Whether something came since it was asked last. Set from the moment the mailbox is open, so that nothing is missed. */
function createNews(client: ImapFlow) {
  let isThere = true;
  client.on('exists', () => (isThere = true));
  return {
    take() {
      isThere = false;
    },
    async within(milliseconds: number): Promise<void> {
      if (isThere) return;
      const over = new AbortController();
      const signal = AbortSignal.any([over.signal, AbortSignal.timeout(milliseconds)]);
      const ignore = () => undefined;
      // The next command ends it; so do a lost connection, the library's own look whether the server is still there, and
      // a server that refuses it, which is not asked again at once.
      const idling = client.idle().catch(ignore);
      const ended = idling.then(() => pause(1000, undefined, { signal })).catch(ignore);
      const told = ['exists', 'close'].map((event) =>
        once(client, event, { signal }).catch(ignore),
      );
      await Promise.race([...told, ended]);
      over.abort();
      await client.noop();
      await idling;
    },
  };
}

/**
 * On a connection that was lost the library answers as if there were nothing: no mail, nothing to be done. That would be
 * taken for a mail that is gone.
 */
async function whileOpen<T>(client: ImapFlow, work: Promise<T>): Promise<T> {
  const done = await work;
  if (client.usable && client.mailbox !== false) return done;
  throw Object.assign(new Error('The connection to the mailbox is lost'), { code: 'NoConnection' });
}

/** Connects, and opens the folder. Rejects with what the server said. Alone imports imapflow. */
export async function openMailbox(
  place: MailboxPlace,
  { afterwards, mostOctets }: { readonly afterwards: Afterwards; readonly mostOctets: number },
): Promise<OpenMailbox> {
  const client = createClient(place, mostOctets + 1_000_000);
  const byUid = { uid: true };
  const open = <T>(work: Promise<T>): Promise<T> => whileOpen(client, work);
  try {
    await client.connect();
    if (afterwards.kind === 'move') await client.mailboxCreate(afterwards.folder);
    const news = createNews(client);
    const { uidValidity } = await client.mailboxOpen(place.folder);
    return {
      uidValidity: String(uidValidity),
      async uidsFrom(uid) {
        news.take();
        const found = await open(client.search({ uid: `${uid}:*` }, byUid));
        if (found === false || found === undefined)
          throw new Error('The mailbox cannot be searched');
        // `*` is the last mail, also where its UID is lower.
        return found.filter((each) => each >= uid).sort((a, b) => a - b);
      },
      heads: (uids, most) => open(headsOf(client, uids, most)),
      async read(uid) {
        const message = await open(client.fetchOne(String(uid), { source: true }, byUid));
        return message === false ? null : (message?.source ?? null);
      },
      settle: (uid) => open(settle(client, uid, afterwards)),
      waitForNews: (milliseconds) => open(news.within(milliseconds)),
      async close() {
        client.close();
      },
    };
  } catch (error) {
    client.close();
    throw error;
  }
}
