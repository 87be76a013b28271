import { describe, expect, test } from 'vitest';
import type { Wake } from './waiter.ts';
import type { Waiter } from './waiters.ts';
import { createWorld, idOf, minute, worldStart as start } from '../../test/waiters-world.ts';

const wakeOf = (waiter: Waiter) => new Promise<Wake>((woken) => waiter.sleep({ woken }));
const quiet = { changed: false, extended: false, rekeyed: false, end: null };

describe('a waiter', () => {
  test('wakes for a change of its inbox and tells it once', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a'), world.target('b')]);
    const next = wakeOf(waiter);
    world.signal('b', { kind: 'changed', seq: 1 });
    expect(await next).toBe('news');
    expect(waiter.seats.map((seat) => seat.takeNews())).toEqual([
      quiet,
      { ...quiet, changed: true },
    ]);
    expect(waiter.seats[1]?.takeNews()).toEqual(quiet);
  });

  test('is woken once for all that happens at one moment, and not while it happens', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    const wakes: Wake[] = [];
    waiter.sleep({ woken: (wake) => void wakes.push(wake) });
    world.signal('a', { kind: 'changed', seq: 1 });
    world.signal('a', { kind: 'ended' });
    expect(wakes).toEqual([]);
    await Promise.resolve();
    expect(wakes).toEqual(['news']);
    expect(waiter.seats[0]?.takeNews()).toEqual({ ...quiet, changed: true, end: 'ended' });
  });

  test('hears what happened before it began to wait', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    world.signal('a', { kind: 'changed', seq: 1 });
    world.signal('a', { kind: 'changed', seq: 2 });
    expect(await wakeOf(waiter)).toBe('news');
    const second = wakeOf(waiter);
    waiter.close();
    expect(await second).toBe('gone');
  });

  test('ends at its deadline', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')], start + 2000);
    const next = wakeOf(waiter);
    await world.pass(1999);
    await world.pass(1);
    expect(await next).toBe('deadline');
    expect(await wakeOf(waiter)).toBe('deadline');
  });

  test('ends at its deadline, and is looked after, though the clock is set back', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')], start + 5001);
    const first = wakeOf(waiter);
    world.outside.setBy = -3_600_000;
    await world.pass(5000);
    expect(world.outside.looks).toHaveLength(1);
    expect(await first).toBe('news');
    await world.pass(1);
    expect(await wakeOf(waiter)).toBe('deadline');
  });

  test('learns that its inbox was deleted', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    world.signal('a', { kind: 'ended' });
    expect(await wakeOf(waiter)).toBe('news');
    expect(waiter.seats[0]?.takeNews().end).toBe('ended');
  });

  test('learns that its inbox has expired', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    await world.pass(60 * minute);
    expect(await wakeOf(waiter)).toBe('news');
    expect(waiter.seats[0]?.takeNews().end).toBe('ended');
  });

  test('goes on when its inbox was extended, until its token ends', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    const expiresAt = start + 90 * minute;
    world.outside.inboxes.set(idOf('a'), { expiresAt, revoked: [] });
    world.signal('a', { kind: 'extended', expiresAt });
    expect(await wakeOf(waiter)).toBe('news');
    expect(waiter.seats[0]?.takeNews()).toEqual({ ...quiet, extended: true });
    expect(waiter.seats[0]?.expiresAt).toBe(expiresAt);
    await world.pass(60 * minute);
    expect(await wakeOf(waiter)).toBe('news');
    expect(waiter.seats[0]?.takeNews().end).toBe('token-expired');
  });

  test('is told of a new key by a signal, or at the next look when that was lost', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    world.signal('a', { kind: 'rekeyed', publicKey: 'k'.repeat(43) });
    expect(await wakeOf(waiter)).toBe('news');
    expect(waiter.seats[0]?.takeNews()).toEqual({ ...quiet, rekeyed: true });
    expect(waiter.seats[0]?.publicKey).toBe('k'.repeat(43));
    await world.pass(10_000);
    expect(await wakeOf(waiter)).toBe('news');
    expect(waiter.seats[0]?.takeNews()).toMatchObject({ rekeyed: true, end: null });
    expect(waiter.seats[0]?.publicKey).toBeNull();
  });

  test('ends with the revocation of its own token only', async () => {
    const world = createWorld();
    const mine = await world.open([world.target('a', { jti: 'm'.repeat(16) })]);
    const others = await world.open([world.target('a', { jti: 'o'.repeat(16) })]);
    world.signal('a', { kind: 'revoked', jti: 'm'.repeat(16) });
    expect(await wakeOf(mine)).toBe('news');
    expect(mine.seats[0]?.takeNews().end).toBe('revoked');
    expect(others.seats[0]?.takeNews()).toEqual(quiet);
  });

  test('is answered when the relay shuts down, and none can begin after it', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    const next = wakeOf(waiter);
    world.waiters.shutDown();
    expect(await next).toBe('shutdown');
    const late = await world.waiters.open([world.target('a')], {
      deadline: null,
      kind: 'longPoll',
    });
    expect(late).toEqual({ ok: false, code: 'shutting-down' });
  });
});

describe('lost signals', () => {
  const lost = async (change: (world: ReturnType<typeof createWorld>) => void) => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    change(world);
    await world.pass(5000);
    expect(await wakeOf(waiter)).toBe('news');
    return waiter.seats[0];
  };

  test('are made good by a look at the store every five seconds', async () => {
    const seat = await lost(() => {});
    expect(seat?.takeNews()).toEqual({ ...quiet, changed: true });
  });

  test('may have said that the inbox ended', async () => {
    const seat = await lost((world) => world.outside.inboxes.clear());
    expect(seat?.takeNews().end).toBe('ended');
  });

  test('may have said that the token was revoked', async () => {
    const revoked = ['a'.repeat(16)];
    const seat = await lost(({ outside }) =>
      outside.inboxes.set(idOf('a'), { expiresAt: start + minute, revoked }),
    );
    expect(seat?.takeNews().end).toBe('revoked');
  });

  test('may have said that the inbox lives longer', async () => {
    const expiresAt = start + 99 * minute;
    const seat = await lost(({ outside }) =>
      outside.inboxes.set(idOf('a'), { expiresAt, revoked: [] }),
    );
    expect(seat?.takeNews().extended).toBe(true);
    expect(seat?.expiresAt).toBe(expiresAt);
  });

  test('are looked for once per inbox, however many wait on it', async () => {
    const world = createWorld();
    await world.open([world.target('a')]);
    await world.open([world.target('a'), world.target('b')]);
    await world.pass(5000);
    expect(world.outside.looks).toEqual([idOf('a'), idOf('b')]);
    await world.pass(4999);
    expect(world.outside.looks).toHaveLength(2);
  });

  test('are looked for in small portions, whoever waited longest first', async () => {
    const pairs = [...'abcdefgh'].flatMap((first) =>
      [...'abcdefgh'].map((second) => first + second),
    );
    const world = createWorld();
    const targets = pairs.map((pair) => world.target(pair));
    for (const target of targets) await world.open([target]);
    await world.pass(5000);
    expect(world.outside.looks).toEqual(targets.slice(0, 50).map(({ inbox }) => inbox.id));
    await world.pass(250);
    expect(world.outside.looks).toEqual(targets.map(({ inbox }) => inbox.id));
  });

  test('end no waiter while the store cannot be reached', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    world.outside.broken = true;
    await world.pass(5000);
    expect(world.outside.looks).toHaveLength(1);
    expect(waiter.seats[0]?.takeNews()).toEqual(quiet);
  });
});

describe('places', () => {
  test('are so many per inbox, and free again when a waiter closes', async () => {
    const world = createWorld(2);
    const first = await world.open([world.target('a')]);
    await world.open([world.target('a')]);
    const options = { deadline: null, kind: 'longPoll' } as const;
    const refused = { ok: false, code: 'too-many-waiters' };
    expect(await world.waiters.open([world.target('a')], options)).toEqual(refused);
    first.close();
    first.close();
    expect((await world.waiters.open([world.target('a')], options)).ok).toBe(true);
    expect(await world.waiters.open([world.target('a')], options)).toEqual(refused);
  });

  test('are counted for an inbox that one waiter names twice', async () => {
    const world = createWorld(2);
    const targets = [world.target('b'), world.target('a'), world.target('a'), world.target('a')];
    const outcome = await world.waiters.open(targets, { deadline: null, kind: 'longPoll' });
    expect(outcome).toEqual({ ok: false, code: 'too-many-waiters' });
    expect(world.outside.listeners.size).toBe(0);
  });

  test('share one subscription, which ends with the last of them', async () => {
    const world = createWorld();
    const one = await world.open([world.target('a')]);
    const other = await world.open([world.target('a')]);
    one.close();
    expect(world.outside.listeners.size).toBe(1);
    other.close();
    await Promise.resolve();
    expect(world.outside.listeners.size).toBe(0);
    expect(world.outside.timers.size).toBe(0);
  });

  test('are free again when subscribing fails', async () => {
    const world = createWorld(1);
    const target = world.target('a');
    world.outside.broken = true;
    const options = { deadline: null, kind: 'longPoll' } as const;
    await expect(world.waiters.open([target], options)).rejects.toThrow('down');
    await expect(world.waiters.open([target], options)).rejects.toThrow('down');
    expect(world.outside.held.at(-1)).toEqual({ longPoll: 0 });
    expect(world.outside.timers.size).toBe(0);
  });

  test('are counted by kind for whoever watches the relay', async () => {
    const world = createWorld();
    const waiter = await world.open([world.target('a')]);
    await world.waiters.open([world.target('a')], { deadline: null, kind: 'webSocket' });
    waiter.close();
    expect(world.outside.held).toEqual([{ longPoll: 1 }, { webSocket: 1 }, { longPoll: 0 }]);
  });
});
