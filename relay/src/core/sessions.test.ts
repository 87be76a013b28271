import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { sampleInbox } from '../../test/store-samples.ts';
import { issueToken } from './inbox-record.ts';
import { deriveKeys } from './keys.ts';
import { createOperatorMailbox, operatorInboxId } from './operator-mailbox.ts';
import type { InboxRecord } from './ports.ts';
import { createSessions } from './sessions.ts';

const keys = deriveKeys([{ kid: 'k1', secret: 's'.repeat(32) }]);
const clock = () => 1_800_000_000_000;

function open(inbox: InboxRecord) {
  const usage = { messages: 0, bytes: 0 };
  const store = { findInbox: async () => ({ inbox, usage, revoked: new Set<string>() }) };
  const { token } = issueToken({ keys, clock, random: randomBytes }, inbox, 'manage');
  return createSessions({ store, keys, clock }).open(token, { scope: 'read', id: inbox.id });
}

test('a token opens its inbox', async () => {
  expect(await open(sampleInbox(clock()))).toMatchObject({ ok: true });
});

test("no token opens the operator's mailbox, not even one with a good signature", async () => {
  const store = { findInbox: async () => null, createInbox: async () => ({ ok: true }) as const };
  const inbox = await createOperatorMailbox({ store, clock }).open();
  expect(inbox.id).toBe(operatorInboxId);
  const ends = { ...inbox, expiresAt: clock() + 3_600_000 };
  expect(await open(ends)).toEqual({ ok: false, code: 'not-found' });
});
