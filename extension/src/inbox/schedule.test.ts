import { describe, expect, it } from 'vitest';
import { inboxOf, minute, relayUrl, start } from '../../test/storage-fixture.ts';
import type { Contact } from '../storage/items.ts';
import { groupInboxes } from './groups.ts';
import { isHot, isLiving, nextWake, retryAfter } from './schedule.ts';

const inbox = inboxOf({ hotUntil: start + 10 * minute, expiresAt: start + 24 * 60 * minute });
const noContact = () => undefined;
const minutesTo = (now: number, when: number | null) =>
  when === null ? null : (when - now) / minute;
const wakeAfterHot = (passed: number) => {
  const now = inbox.hotUntil + passed * minute;
  return minutesTo(inbox.hotUntil, nextWake([inbox], noContact, now));
};

describe('the next wake', () => {
  it('is each minute while an inbox is hot', () => {
    expect(isHot(inbox, start)).toBe(true);
    expect(minutesTo(start, nextWake([inbox], noContact, start))).toBe(1);
  });

  it.each([
    [0, 1],
    [0.5, 1],
    [1, 5],
    [5, 15],
    [15, 30],
    [59, 60],
    [60, 120],
    [61, 120],
    [125, 180],
  ])('%d minutes after it was hot is at minute %d', (passed, at) => {
    expect(wakeAfterHot(passed)).toBe(at);
  });

  it('is no later than the end of an inbox, whose mail goes then', () => {
    const short = inboxOf({ hotUntil: start - 60 * minute, expiresAt: start + 3 * minute });
    expect(minutesTo(start, nextWake([short], noContact, start))).toBe(4);
  });

  it('is never when nothing lives', () => {
    expect(nextWake([], noContact, start)).toBeNull();
    expect(nextWake([inboxOf({ ended: true })], noContact, start)).toBeNull();
    const past = inboxOf({ expiresAt: start - 2 * minute });
    expect(isLiving(past, start)).toBe(false);
    expect(nextWake([past], noContact, start)).toBeNull();
  });

  it('is when a relay in trouble may be asked again', () => {
    const contact: Contact = {
      trouble: 'unreachable',
      nextTryAt: start + 5000,
      lastSuccessAt: null,
      failures: 3,
    };
    expect(nextWake([inbox], () => contact, start)).toBe(start + 5000);
    expect(nextWake([inbox], () => contact, start + 9000)).toBe(start + 9000);
  });

  it('is the earliest of all', () => {
    const cold = inboxOf({ hotUntil: start - 6 * minute, expiresAt: start + 60 * minute });
    expect(minutesTo(start, nextWake([cold, inbox], noContact, start))).toBe(1);
    expect(minutesTo(start, nextWake([cold], noContact, start))).toBe(9);
  });
});

describe('the retry', () => {
  it('doubles up to five minutes, half of it by chance', () => {
    expect([0, 1, 2, 3].map((failures) => retryAfter(failures, 1))).toEqual([
      1000, 2000, 4000, 8000,
    ]);
    expect([0, 1, 2, 3].map((failures) => retryAfter(failures, 0))).toEqual([
      500, 1000, 2000, 4000,
    ]);
    expect(retryAfter(1000, 1)).toBe(5 * minute);
  });
});

describe('groups', () => {
  const many = Array.from({ length: 60 }, (_, n) => inboxOf({ id: `i${n}`, hotUntil: start + n }));

  it('hold at most fifty inboxes, those used last first', () => {
    const groups = groupInboxes(many, start);
    expect(groups.map((group) => group.inboxes.length)).toEqual([50, 10]);
    expect(groups[0]?.inboxes[0]?.id).toBe('i59');
    expect(new Set(groups.map((group) => group.key)).size).toBe(2);
  });

  it('keep relays apart, and private windows from others', () => {
    const groups = groupInboxes(
      [
        inboxOf({ id: 'a' }),
        inboxOf({ id: 'b', isPrivate: true }),
        inboxOf({ id: 'c', relayUrl: 'https://other.example' }),
        inboxOf({ id: 'd', ended: true }),
      ],
      start,
    );
    expect(
      groups.map(({ relayUrl: url, isPrivate, inboxes }) => [url, isPrivate, inboxes.length]),
    ).toEqual([
      [relayUrl, false, 1],
      [relayUrl, true, 1],
      ['https://other.example', false, 1],
    ]);
  });
});
