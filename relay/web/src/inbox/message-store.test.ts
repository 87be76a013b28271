import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { messageIdSchema } from '@mayfly/shared/contract/message';
import { describe, expect, it } from 'vitest';
import type { OwnMessage } from '../storage/model.ts';
import { countUnread, groupMessages, withMessages } from './message-store.ts';

const inboxId = inboxIdSchema.parse('aaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb');

function messageOf(letter: string, minute: number, seen = false): OwnMessage {
  const id = messageIdSchema.parse(letter.repeat(20));
  const receivedAt = new Date(Date.UTC(2026, 10, 26, 9, minute)).toISOString();
  return {
    inboxId,
    id,
    message: { id, receivedAt, seen, size: 1, state: 'analysed', content: null },
  };
}

const idsOf = (messages: readonly OwnMessage[] | undefined) => messages?.map(({ id }) => id[0]);

describe('the mailboxes', () => {
  const kept = groupMessages([messageOf('a', 1), messageOf('b', 3), messageOf('c', 2)]);

  it('have the newest first', () => expect(idsOf(kept.get(inboxId))).toEqual(['b', 'c', 'a']));

  it('take in what came and let go what was deleted', () => {
    const next = withMessages(kept, inboxId, {
      put: [messageOf('d', 4)],
      removed: ['b'.repeat(20)],
    });
    expect(idsOf(next.get(inboxId))).toEqual(['d', 'c', 'a']);
  });

  it('hold a message once, as it was told last', () => {
    const next = withMessages(kept, inboxId, { put: [messageOf('a', 1, true)], removed: [] });
    expect(idsOf(next.get(inboxId))).toEqual(['b', 'c', 'a']);
    expect(countUnread(next.get(inboxId))).toBe(2);
  });
});
