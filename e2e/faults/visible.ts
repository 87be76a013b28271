import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { RelayProcess } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';

/** The ids of the messages that the API shows now. */
export async function listIds(
  relay: RelayProcess,
  { id, token }: CreatedInbox,
): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: Parameters<typeof relay.client.listMessages>[1] = {};
  for (;;) {
    const { items, next } = await relay.client.listMessages(id, { ...after, limit: 100, token });
    if (items.length === 0) return ids;
    for (const item of items) if (item.change !== 'deleted') ids.add(item.id);
    after = { after: next };
  }
}

/** The ids of the messages that the API shows, when there are as many as expected: the last may still be analysed. */
export async function visibleIds(
  relay: RelayProcess,
  inbox: CreatedInbox,
  expected: number,
): Promise<Set<string>> {
  let ids = new Set<string>();
  const areThere = async (): Promise<boolean> => {
    ids = await listIds(relay, inbox);
    return ids.size >= expected;
  };
  await until(areThere, { what: `${expected} messages`, seconds: 60, everyMs: 200 }).catch(
    (cause: unknown) => {
      throw new Error(`Of ${expected} messages ${ids.size} are there`, { cause });
    },
  );
  return ids;
}
