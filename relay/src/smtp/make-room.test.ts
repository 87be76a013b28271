import { describe, expect, it } from 'vitest';
import { leastMissed, type Seat } from './make-room.ts';

const now = 1_000_000;
const seat = (step: Seat['step'], waitedSeconds: number, freshBytes = 0): Seat => ({
  step,
  movedAt: now - waitedSeconds * 1000,
  freshBytes,
});

describe('who is sent away when all places are taken', () => {
  it('is nobody who came just now, and nobody when there is nobody', () => {
    expect(leastMissed([], now)).toBeNull();
    expect(leastMissed([seat('silent', 1), seat('greeted', 9)], now)).toBeNull();
  });

  it('is the one that has said nothing for longest', () => {
    const oldest = seat('silent', 60);
    expect(leastMissed([seat('silent', 3), oldest, seat('silent', 59)], now)).toBe(oldest);
  });

  it('is sooner one that has said nothing than one that began, however long that takes', () => {
    const silent = seat('silent', 3);
    const others = [seat('greeted', 500), seat('named-recipient', 400), seat('receiving', 300)];
    expect(leastMissed([...others, silent], now)).toBe(silent);
    expect(leastMissed(others, now)).toBe(others[0]);
    expect(leastMissed(others.slice(1), now)).toBe(others[1]);
    expect(leastMissed(others.slice(2), now)).toBe(others[2]);
  });

  it('is none whose mail comes at a fair pace, but one who gives it octet by octet', () => {
    const fair = seat('receiving', 100, 100_000);
    const slow = seat('receiving', 60, 60);
    expect(leastMissed([fair], now)).toBeNull();
    expect(leastMissed([fair, slow], now)).toBe(slow);
  });

  it('is never one that waits for our answer', () => {
    expect(leastMissed([seat('answering', 3600)], now)).toBeNull();
  });
});
