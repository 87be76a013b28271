import type { Inbox } from '../contract/inbox.ts';
import type { Code, Content, Cursor, Link, Message } from '../contract/message.ts';
import type { Client } from './client.ts';

/** A message and what is inside it; `content` is null when that cannot be read. */
export type ReadMessage = Message & { readonly content: Content | null };

export interface WaitOptions {
  readonly seconds?: number;
  /** Only what changed after this cursor; by default everything that lies in the inbox counts. */
  readonly after?: Cursor;
  /** Which message is waited for; by default any whose content is there. */
  readonly accept?: (message: ReadMessage) => boolean;
  /** Opens what is sealed: `openMessage` of shared/sealing with the private key. Without it only plain inboxes can be read. */
  readonly open?: (message: Message) => Promise<ReadMessage>;
  readonly signal?: AbortSignal;
  /** Milliseconds that only grow. */
  readonly clock?: () => number;
}

type Waited = Pick<Inbox, 'id' | 'address' | 'sealed'> & { readonly token: string };

/** The time is over and what was waited for has not come. The text says what came instead. */
export class NothingCameError extends Error {
  readonly code = 'nothing-came';
  /** What came and was not what was waited for. */
  readonly others: readonly ReadMessage[];

  constructor(what: string, address: string, seconds: number, others: readonly ReadMessage[]) {
    const subjects = others.map(({ content }) =>
      content === null ? 'one that could not be read' : `"${content.subject}"`,
    );
    const came =
      subjects.length === 0 ? 'no mail came at all' : `there came ${subjects.join(', ')}`;
    super(`No ${what} came to ${address} within ${seconds} s; ${came}`);
    this.name = 'NothingCameError';
    this.others = others;
  }
}

/** The relay holds a request no longer than that. */
const longestWait = 25;
const defaultSeconds = 60;

async function read(message: Message, { open }: WaitOptions): Promise<ReadMessage> {
  if (message.sealed !== undefined && open !== undefined) return open(message);
  return { ...message, content: message.content ?? null };
}

async function waitFor<T>(
  client: Client,
  { id, address, token, sealed }: Waited,
  options: WaitOptions,
  what: string,
  pick: (message: ReadMessage) => T | undefined,
): Promise<T> {
  const { seconds = defaultSeconds, signal, clock = () => performance.now() } = options;
  if (sealed && options.open === undefined)
    throw new TypeError(`Mail to ${address} is sealed: \`open\` must say how its key opens it`);
  const end = clock() + seconds * 1000;
  const seen = new Map<string, ReadMessage>();
  for (let after = options.after; ;) {
    const left = Math.max(0, (end - clock()) / 1000);
    const wait = Math.min(longestWait, Math.ceil(left));
    const list = await client.listMessages(id, { after, wait, token, signal });
    after = list.next;
    for (const item of list.items) {
      if (item.change === 'deleted') continue;
      const message = await read(item, options);
      const found = pick(message);
      if (found !== undefined) return found;
      seen.set(message.id, message);
    }
    if (list.items.length === 0 && clock() >= end)
      throw new NothingCameError(what, address, seconds, [...seen.values()]);
  }
}

const accepted = ({ accept }: WaitOptions, message: ReadMessage): Content | null =>
  accept === undefined || accept(message) ? message.content : null;

/**
 * The first message of the inbox that is accepted, as soon as it was analysed. Rejects with NothingCameError when none
 * came in time, and as the client does when the relay refuses or is away.
 */
export function waitForMessage(
  client: Client,
  inbox: Waited,
  options: WaitOptions = {},
): Promise<ReadMessage> {
  return waitFor(client, inbox, options, 'message', (message) =>
    accepted(options, message) === null ? undefined : message,
  );
}

/** The likeliest link of the first message that asks to open one. Rejects as `waitForMessage` does. */
export function waitForLink(
  client: Client,
  inbox: Waited,
  options: WaitOptions = {},
): Promise<Link> {
  return waitFor(
    client,
    inbox,
    options,
    'mail with a link to confirm',
    (message) => accepted(options, message)?.links[0],
  );
}

/** The likeliest code of the first message that asks to type one. Rejects as `waitForMessage` does. */
export function waitForCode(
  client: Client,
  inbox: Waited,
  options: WaitOptions = {},
): Promise<Code> {
  return waitFor(
    client,
    inbox,
    options,
    'mail with a code',
    (message) => accepted(options, message)?.codes[0],
  );
}
