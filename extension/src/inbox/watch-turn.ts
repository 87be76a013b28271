import type { Client } from '@mayfly/shared/client/client';
import { type Cursor, cursorSchema, type MessageItem } from '@mayfly/shared/contract/message';
import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import type { WatchAnswer } from '@mayfly/shared/contract/stream-event';
import type { OwnInbox } from '../storage/model.ts';
import type { Turn } from './turn.ts';

export type WatchClient = Pick<Client, 'watch' | 'listMessages'>;

export interface WatchTurn {
  readonly turns: readonly Turn[];
  /** The relay could not serve some inbox just now. */
  readonly trouble: ProblemCode | null;
}

/** The relay will never again answer for an inbox with these. */
const endings = new Set<ProblemCode>([
  'not-found',
  'token-missing',
  'token-invalid',
  'token-expired',
  'scope-insufficient',
]);

const pageSize = 100;

const cursorOf = (inbox: OwnInbox): Cursor | undefined => {
  const parsed = cursorSchema.safeParse(inbox.cursor);
  return parsed.success ? parsed.data : undefined;
};

/** Everything that the inbox holds: what to do when its cursor was older than what the relay remembers. */
async function listAfresh(
  client: WatchClient,
  inbox: OwnInbox,
  signal: AbortSignal | undefined,
): Promise<Turn> {
  const id = inboxIdSchema.parse(inbox.id);
  const items = new Map<string, MessageItem>();
  let after: Cursor | undefined;
  for (;;) {
    const page = await client.listMessages(id, {
      token: inbox.token,
      after,
      limit: pageSize,
      signal,
    });
    for (const item of page.items) {
      if (item.change === 'deleted') items.delete(item.id);
      else items.set(item.id, item);
    }
    // Only an empty page says for certain that nothing follows.
    if (page.items.length === 0) {
      const expiresAt = Date.parse(page.expiresAt);
      return {
        kind: 'changes',
        inboxId: inbox.id,
        items: [...items.values()],
        next: page.next,
        expiresAt,
        complete: true,
      };
    }
    after = page.next;
  }
}

function turnOf(inbox: OwnInbox, answer: WatchAnswer): Turn | null {
  if (answer.ok) {
    return {
      kind: 'changes',
      inboxId: inbox.id,
      items: answer.items,
      next: answer.next,
      expiresAt: Date.parse(answer.expiresAt),
      complete: false,
    };
  }
  return endings.has(answer.code) ? { kind: 'ended', inboxId: inbox.id } : null;
}

/**
 * Asks the relay once for what changed in these inboxes, and lets it hold the question for up to `wait` seconds.
 * @throws what the client throws
 */
export async function watchOnce(
  client: WatchClient,
  inboxes: readonly OwnInbox[],
  wait: number,
  signal?: AbortSignal,
): Promise<WatchTurn> {
  const watched = inboxes.map((inbox) => {
    const after = cursorOf(inbox);
    return after === undefined ? { token: inbox.token } : { token: inbox.token, after };
  });
  const result = await client.watch(watched, wait, { signal });
  const turns: Turn[] = [];
  let trouble: ProblemCode | null = null;
  for (const [index, inbox] of inboxes.entries()) {
    const answer = result.inboxes[index];
    if (answer === undefined) continue;
    const turn =
      !answer.ok && answer.code === 'cursor-expired'
        ? await listAfresh(client, inbox, signal)
        : turnOf(inbox, answer);
    if (turn !== null) turns.push(turn);
    else if (!answer.ok) trouble = answer.code;
  }
  return { turns, trouble };
}
