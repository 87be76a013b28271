import { describe, expect, it } from 'vitest';
import { sampleInbox } from '../../test/store-samples.ts';
import { judgeRecipient, judgeSize, type RecipientFacts } from './admission.ts';
import type { AddressState } from './ports.ts';

const inbox = sampleInbox(0);
const other = sampleInbox(0);
const facts: RecipientFacts = {
  now: 1000,
  limits: { messages: 3, bytes: 100 },
  announcedBytes: 0,
  chosen: null,
};
const living = (messages: number, bytes: number): AddressState => ({
  state: 'living',
  inbox,
  usage: { messages, bytes },
});

describe('a recipient', () => {
  it('at a living inbox is accepted', () => {
    expect(judgeRecipient(living(2, 99), facts)).toEqual({ ok: true, inbox });
  });

  it.each([
    ['nobody ever had the address', { state: 'unknown' }, 'recipient-unknown'],
    [
      'it may still come back',
      { state: 'ended', retryUntil: 1001, reservedUntil: 9999 },
      'recipient-expired',
    ],
    [
      'it ended too long ago',
      { state: 'ended', retryUntil: 1000, reservedUntil: 9999 },
      'recipient-unknown',
    ],
    ['the inbox has as many messages as it may', living(3, 0), 'inbox-full'],
    ['the inbox has as many octets as it may', living(0, 100), 'inbox-full'],
  ] as const)('is refused when %s', (_, state, code) => {
    expect(judgeRecipient(state, facts)).toEqual({ ok: false, code });
  });

  it('is refused when the announced mail would not fit', () => {
    expect(judgeRecipient(living(0, 60), { ...facts, announcedBytes: 40 })).toEqual({
      ok: true,
      inbox,
    });
    expect(judgeRecipient(living(0, 60), { ...facts, announcedBytes: 41 })).toEqual({
      ok: false,
      code: 'inbox-full',
    });
  });

  it('is refused for now when the transaction has another inbox, and accepted when it has this one', () => {
    const code = 'one-inbox-per-transaction';
    expect(judgeRecipient(living(0, 0), { ...facts, chosen: other.id })).toEqual({
      ok: false,
      code,
    });
    expect(judgeRecipient(living(0, 0), { ...facts, chosen: inbox.id })).toEqual({
      ok: true,
      inbox,
    });
  });
});

describe('a size', () => {
  it('is accepted up to the limit', () => {
    expect(judgeSize(10, 10)).toEqual({ ok: true });
    expect(judgeSize(11, 10)).toEqual({ ok: false, code: 'message-too-big' });
  });
});
