import { inboxIdSchema } from '@mayfly/shared/contract/inbox';
import { messageIdSchema } from '@mayfly/shared/contract/message';
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openKeeping } from './database.ts';
import type { OwnInbox, OwnMessage } from './model.ts';

const idOf = (letter: string) => inboxIdSchema.parse(`${letter.repeat(16)}-${'0'.repeat(16)}`);

const inboxOf = (letter: string): OwnInbox => ({
  id: idOf(letter),
  ...{ address: `${letter}@mayfly.test`, token: 't', restoreKey: 'r', privateKey: 'p' },
  ...{ createdAt: 1, expiresAt: 2, cursor: null, ended: false },
});

function messageOf(letter: string, name: string): OwnMessage {
  const id = messageIdSchema.parse(name.repeat(20));
  const receivedAt = '2026-11-26T09:00:00.000Z';
  return {
    inboxId: idOf(letter),
    id,
    message: { id, receivedAt, size: 1, state: 'analysed', seen: false, content: null },
  };
}

async function filled() {
  const factory = new IDBFactory();
  const keeping = await openKeeping(factory);
  await keeping.write({
    putInboxes: [inboxOf('a'), inboxOf('b')],
    putMessages: [messageOf('a', 'x'), messageOf('a', 'y'), messageOf('b', 'x')],
    access: 'access',
  });
  return { keeping, again: () => openKeeping(factory) };
}

describe('what the page keeps', () => {
  it('is there when the page is opened again', async () => {
    const { again } = await filled();
    expect(await (await again()).load()).toEqual({
      inboxes: [inboxOf('a'), inboxOf('b')],
      messages: [messageOf('a', 'x'), messageOf('a', 'y'), messageOf('b', 'x')],
      access: 'access',
    });
  });

  it('leaves with its inbox, and leaves others alone', async () => {
    const { keeping } = await filled();
    await keeping.write({ removeInboxes: [idOf('a')], access: null });
    expect(await keeping.load()).toEqual({
      inboxes: [inboxOf('b')],
      messages: [messageOf('b', 'x')],
      access: null,
    });
  });

  it('loses one message, or all of an inbox that stays', async () => {
    const { keeping } = await filled();
    await keeping.write({ removeMessages: [messageOf('a', 'x')], emptyInboxes: [idOf('b')] });
    const { inboxes, messages } = await keeping.load();
    expect([inboxes.length, messages]).toEqual([2, [messageOf('a', 'y')]]);
  });
});

describe('a browser that lets nothing be kept', () => {
  it.each([
    ['without a database', undefined],
    [
      'with a closed one',
      Object.assign(new IDBFactory(), {
        open: () => {
          throw new DOMException('', 'SecurityError');
        },
      }),
    ],
  ])('works from memory, %s', async (_, factory) => {
    const keeping = await openKeeping(factory);
    expect(keeping.lasts).toBe(false);
    expect(await keeping.load()).toEqual({ inboxes: [], messages: [], access: null });
  });
});
