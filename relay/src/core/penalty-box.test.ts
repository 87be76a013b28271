import { describe, expect, test } from 'vitest';
import { LocalCounter } from './local-counter.ts';
import { createPenaltyBox } from './penalty-box.ts';
import type { Breach, PenaltyBox } from './ports.ts';

const limits = {
  refusedRequestsPerTenMinutes: 4,
  wrongTokensPerMinute: 2,
  smtpBadSessionsPerTenMinutes: 3,
  smtpUnknownPerTenMinutes: 5,
  penaltySeconds: 300,
};

/** Two relays that count in one place. */
function createWorld() {
  let now = 1_000_000;
  const clock = () => now;
  const counter = new LocalCounter(clock);
  const box = createPenaltyBox({ counter, clock, limits });
  const other = createPenaltyBox({ counter, clock, limits });
  const note = async (breach: Breach, times: number, at: PenaltyBox = box) => {
    for (let i = 0; i < times; i += 1) at.note('a', breach);
    // The count runs beside.
    for (let i = 0; i < 5; i += 1) await Promise.resolve();
  };
  return { box, other, note, clock, pass: (milliseconds: number) => (now += milliseconds) };
}

const heard = { shutUntil: null, slowUntil: null };

describe('a network', () => {
  test.each([
    ['refused-request', 4, 300_000],
    ['bad-session', 3, 300_000],
    ['wrong-token', 2, 60_000],
  ] as const)('is shut out after so many of %s: %i', async (breach, limit, holdMs) => {
    const { box, note, clock, pass } = createWorld();
    await note(breach, limit - 1);
    expect(box.peek('a')).toEqual(heard);
    await note(breach, 1);
    expect(box.peek('a')).toEqual({ shutUntil: clock() + holdMs, slowUntil: null });
    expect(box.peek('b')).toEqual(heard);
    pass(holdMs);
    expect(box.peek('a')).toEqual(heard);
  });

  test('that asks for what is not here is slowed and never shut out', async () => {
    const { box, note, clock } = createWorld();
    await note('unknown-recipient', 1000);
    expect(box.peek('a')).toEqual({ shutUntil: null, slowUntil: clock() + 300_000 });
  });

  test('is not held longer for going on', async () => {
    const { box, note, pass } = createWorld();
    await note('bad-session', 3);
    const { shutUntil } = box.peek('a');
    pass(200_000);
    await note('bad-session', 100);
    expect(box.peek('a').shutUntil).toBe(shutUntil);
    pass(100_000);
    expect(box.peek('a')).toEqual(heard);
  });

  test('begins anew when the ten minutes of its breaches are over', async () => {
    const { box, note, pass } = createWorld();
    await note('bad-session', 2);
    pass(600_000);
    await note('bad-session', 2);
    expect(box.peek('a')).toEqual(heard);
  });
});

describe('another relay', () => {
  test('counts along', async () => {
    const { box, other, note } = createWorld();
    await note('bad-session', 2);
    await note('bad-session', 1, other);
    expect(other.peek('a').shutUntil).not.toBeNull();
    expect((await box.look('a')).shutUntil).not.toBeNull();
  });

  test('hears of it when it looks, and asks again only after a while', async () => {
    const { box, other, note, pass } = createWorld();
    expect(await other.look('a')).toEqual(heard);
    await note('bad-session', 3);
    expect(box.peek('a').shutUntil).not.toBeNull();
    expect(await other.look('a')).toEqual(heard);
    pass(5000);
    expect(other.peek('a')).toEqual(heard);
    expect((await other.look('a')).shutUntil).toBe(box.peek('a').shutUntil);
  });
});
