import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { describe, expect, it } from 'vitest';
import { createFakeMailbox } from '../../test/fake-mailbox.ts';
import { type Outcome, RelayError } from '../core/errors.ts';
import type { BroughtMail, Intake } from '../core/intake.ts';
import { createPullSession, type Place } from './pull-session.ts';

const minute = 60_000;

/** Takes what is not refused, by address. */
function createWorld() {
  const refusals = new Map<string, ProblemCode | 'fault'>();
  const taken: BroughtMail[] = [];
  const judge = (address: string): Outcome => {
    const code = refusals.get(address);
    if (code === 'fault') throw new RelayError('store-unavailable');
    return code === undefined ? { ok: true } : { ok: false, code };
  };
  const intake: Intake = {
    find: async ([address = '']) => judge(address),
    async take(mail) {
      taken.push(mail);
      return { ok: true, repeated: false };
    },
  };
  const outcomes: string[] = [];
  const mailbox = createFakeMailbox();
  let now = 0;
  let place: Place | null = null;
  const session = (open = mailbox) =>
    createPullSession({
      ...{ job: 'box', mailbox: open, intake, messageBytes: 1000, rememberMs: minute, place },
      events: { mailBrought: ({ outcome }) => void outcomes.push(outcome), fault: () => undefined },
      from: { name: 'mailbox', address: 'unknown' },
      clock: () => now,
      rescanMs: minute,
      save: async (reached) => void (place = reached),
    });
  return {
    ...{ refusals, taken, mailbox, outcomes, session },
    uidOf: () => place?.uid,
    pass: (milliseconds: number) => void (now += milliseconds),
  };
}

describe('a look through a mailbox', () => {
  it('takes each mail once, in its order, and goes on from there', async () => {
    const world = createWorld();
    const first = world.session();
    for (const n of [1, 2, 3]) world.mailbox.add(`a${n}@mayfly.test`);
    await first.look();
    await first.look();
    world.mailbox.add('a4@mayfly.test');
    await first.look();
    await world.session().look();
    expect(world.mailbox.settled).toEqual([1, 2, 3, 4]);
    expect(world.uidOf()).toBe(4);
  });

  it('reads no mail that is for nobody here, and leaves it as it is', async () => {
    const world = createWorld();
    world.refusals.set('nobody@mayfly.test', 'recipient-unknown');
    world.mailbox.add('nobody@mayfly.test');
    await world.session().look();
    expect([world.mailbox.reads, world.mailbox.settled]).toEqual([[], []]);
    expect([world.outcomes, world.uidOf()]).toEqual([['recipient-unknown'], 1]);
  });

  it.each(['recipient-expired', 'inbox-full'] as const)(
    'tries a mail again later that is refused with %s, others at once',
    async (code) => {
      const world = createWorld();
      const session = world.session();
      world.refusals.set('b@mayfly.test', code);
      for (const name of ['a', 'b', 'c']) world.mailbox.add(`${name}@mayfly.test`);
      await session.look();
      expect(world.mailbox.settled).toEqual([1, 3]);
      // So that the next session looks at it again.
      expect(world.uidOf()).toBe(1);
      world.refusals.clear();
      await session.look();
      expect(world.mailbox.settled).toEqual([1, 3]);
      world.pass(minute);
      await session.look();
      expect(world.mailbox.settled).toEqual([1, 3, 2]);
      expect(world.uidOf()).toBe(3);
    },
  );

  it('ends at a fault of the store, and the next one begins with that mail', async () => {
    const world = createWorld();
    world.refusals.set('b@mayfly.test', 'fault');
    for (const name of ['a', 'b', 'c']) world.mailbox.add(`${name}@mayfly.test`);
    await expect(world.session().look()).rejects.toMatchObject({ code: 'store-unavailable' });
    world.refusals.clear();
    await world.session().look();
    expect(world.mailbox.settled.toSorted()).toEqual([1, 1, 2, 3]);
  });

  it('compares the mails themselves in a mailbox that was numbered anew, and only there', async () => {
    const world = createWorld();
    world.mailbox.add('a@mayfly.test');
    await world.session().look();
    const renumbered = createFakeMailbox('2');
    renumbered.add('a@mayfly.test');
    await world.session(renumbered).look();
    expect(world.taken.map(({ sameness }) => sameness.compareOthers)).toEqual([false, true]);
    const [before, after] = world.taken.map(({ sameness }) => sameness);
    expect(after?.others).toEqual(before?.others);
    expect(after?.parts).not.toEqual(before?.parts);
  });
});
