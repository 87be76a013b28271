import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { RelayProcess } from '../fixtures/relay.ts';

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
