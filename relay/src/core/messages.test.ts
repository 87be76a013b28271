import { emailAddressSchema, inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { messageIdSchema } from '@mayfly/shared/contract/message';
import { describe, expect, test } from 'vitest';
import { RelayError } from './errors.ts';
import { createMessages } from './messages.ts';
import type { ChangePage, InboxRecord, InboxSignal, StoredChange } from './ports.ts';

const inbox: InboxRecord = {
  id: inboxIdSchema.parse(`${'a'.repeat(16)}-${'b'.repeat(16)}`),
  address: emailAddressSchema.parse('anna@mayfly.test'),
  createdAt: 0,
  expiresAt: 1,
  maxExpiresAt: 1,
  publicKey: null,
  accessId: null,
};
const idOf = (seq: number) => messageIdSchema.parse(String(seq).padStart(20, '0'));
const deletion = (seq: number): StoredChange => ({
  seq,
  firstSeq: 1,
  deleted: true,
  id: idOf(seq),
});

/** A store that holds these changes and gives out as many at a time as it is asked for. */
function messagesOver(state: Pick<ChangePage, 'changes' | 'lastSeq' | 'floorSeq'> | null) {
  const asked: number[] = [];
  const signals: InboxSignal[] = [];
  const faults: unknown[] = [];
  let broken = false;
  const messages = createMessages({
    store: {
      async listChanges(_id, after, { limit }) {
        asked.push(after);
        if (state === null) return null;
        const later = state.changes.filter(({ seq }) => seq > after);
        return { ...state, changes: later.slice(0, limit), more: later.length > limit };
      },
      readMessage: () => Promise.resolve(null),
      readPart: () => Promise.resolve(null),
      markSeen: () => Promise.resolve(null),
      deleteMessage: () => Promise.resolve({ seq: 9 }),
    },
    parser: { examine: () => Promise.resolve({ ok: false, code: 'overloaded' }) },
    publisher: {
      async publish(_id, signal) {
        if (broken) throw new RelayError('store-unavailable');
        signals.push(signal);
      },
    },
    events: { fault: (fault) => void faults.push(fault) },
  });
  const breakDown = () => (broken = true);
  return { messages, asked, signals, faults, breakDown };
}

const options = { limit: 2, maxBytes: 1000 };
const at = (seq: number) => ({ seq, since: seq });

describe('list', () => {
  const state = { changes: [deletion(3), deletion(5), deletion(7)], lastSeq: 7, floorSeq: 2 };

  test('goes on from where a page was cut, and ends at the last change', async () => {
    const { messages } = messagesOver(state);
    const first = await messages.list(inbox, at(2), options);
    expect(first).toMatchObject({ ok: true, page: { more: true, next: { seq: 5, since: 2 } } });
    const second = await messages.list(inbox, { seq: 5, since: 2 }, options);
    expect(second).toMatchObject({ ok: true, page: { more: false, next: at(7) } });
  });

  test('reads on while a filter lets nothing through', async () => {
    const { messages, asked } = messagesOver(state);
    const listed = await messages.list(inbox, at(2), { ...options, has: 'link' });
    expect(listed).toMatchObject({ ok: true, page: { items: [], next: at(7) } });
    expect(asked).toEqual([2, 5]);
  });

  test.each([
    [1, 'cursor-expired'],
    [8, 'cursor-expired'],
  ])('refuses the place %i', async (seq, code) => {
    const { messages } = messagesOver(state);
    const refused = { ok: false, code, next: { seq: 0, since: 0 } };
    expect(await messages.list(inbox, at(seq), options)).toEqual(refused);
  });

  test.each([0, 2, 7])('takes the place %i', async (seq) => {
    const { messages } = messagesOver(state);
    expect((await messages.list(inbox, at(seq), options)).ok).toBe(true);
  });

  test('knows no inbox that has ended', async () => {
    const { messages } = messagesOver(null);
    expect(await messages.list(inbox, at(0), options)).toEqual({ ok: false, code: 'not-found' });
  });
});

describe('a change that is written', () => {
  const mid = idOf(1);

  test('is told to who waits', async () => {
    const { messages, signals } = messagesOver(null);
    expect(await messages.remove(inbox.id, mid)).toEqual({ ok: true });
    expect(signals).toEqual([{ kind: 'changed', seq: 9 }]);
  });

  test('stays written when nobody can be told', async () => {
    const { messages, faults, breakDown } = messagesOver(null);
    breakDown();
    expect(await messages.remove(inbox.id, mid)).toEqual({ ok: true });
    expect(faults).toMatchObject([{ where: 'publish' }]);
  });
});
