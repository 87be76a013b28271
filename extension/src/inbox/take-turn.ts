import { isClientError } from '@mayfly/shared/client/client-error';
import type { Storage } from '../storage/storage.ts';
import type { Contact } from './contact.ts';
import type { Group } from './groups.ts';
import { openItems } from './open-mail.ts';
import { applyTurn, type Turn, type TurnResult } from './turn.ts';
import { type WatchClient, watchOnce } from './watch-turn.ts';

export interface TurnDeps {
  readonly storage: Storage;
  readonly contact: Contact;
  readonly clientFor: (relayUrl: string) => WatchClient;
  /** Hears of every turn in which something happened that a person could see. */
  readonly onResult: (result: TurnResult) => Promise<void>;
}

export type TurnOutcome = 'changed' | 'quiet' | 'failed';

const onlyChanged: TurnResult = { arrived: [], completed: [], changed: true };

async function openTurn({ inboxes }: Group, turn: Turn): Promise<Turn> {
  const inbox = inboxes.find(({ id }) => id === turn.inboxId);
  if (turn.kind === 'ended' || inbox === undefined) return turn;
  return { ...turn, items: await openItems(inbox, turn.items) };
}

/** One transaction for all that one answer told. */
async function write(deps: TurnDeps, group: Group, sealed: readonly Turn[]): Promise<TurnResult> {
  const turns = await Promise.all(sealed.map((turn) => openTurn(group, turn)));
  const results = await deps.storage.secrets.edit(group.isPrivate, async (mail) => {
    const all: TurnResult[] = [];
    for (const turn of turns) all.push(await applyTurn(mail, turn));
    return all;
  });
  return {
    arrived: results.flatMap((result) => result.arrived),
    completed: results.flatMap((result) => result.completed),
    changed: results.some((result) => result.changed),
  };
}

/**
 * Asks the relay once, lets it hold the question for up to `wait` seconds, and writes what it answered.
 * A relay that fails is remembered with the time to ask again; nothing else is lost, for the cursor has not moved.
 */
export async function takeTurn(
  deps: TurnDeps,
  group: Group,
  wait: number,
  signal?: AbortSignal,
): Promise<TurnOutcome> {
  const { contact, onResult } = deps;
  try {
    const client = deps.clientFor(group.relayUrl);
    const { turns, trouble } = await watchOnce(client, group.inboxes, wait, signal);
    const result = await write(deps, group, turns);
    if (trouble === null) {
      const recovered = await contact.succeeded(group.relayUrl);
      if (result.changed || recovered) await onResult({ ...result, changed: true });
      return result.changed ? 'changed' : 'quiet';
    }
    await contact.failed(group.relayUrl, trouble);
    await onResult({ ...result, changed: true });
    return 'failed';
  } catch (error) {
    if (!isClientError(error)) throw error;
    await contact.failed(group.relayUrl, error);
    await onResult(onlyChanged);
    return 'failed';
  }
}
