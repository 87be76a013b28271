import { type Group, groupInboxes } from './groups.ts';
import { clockSlackMs, isHot, nextWake } from './schedule.ts';
import { takeTurn, type TurnDeps } from './take-turn.ts';
import { sweep } from './turn.ts';

/** The part of `browser.alarms` that is used. */
export interface Alarms {
  create(name: string, info: { when: number; periodInMinutes: number }): Promise<void> | void;
  clear(name: string): Promise<unknown>;
}

export interface WaitingDeps extends TurnDeps {
  readonly alarms: Alarms;
  readonly now: () => number;
  /** Resolves after that long, or when the signal ends it. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

export interface Waiting {
  /** Looks at what is stored and goes on from there: waits, sets the alarm, or rests. For any event of the worker. */
  resume(): Promise<void>;
  /** What to wait for has changed: gives up open requests and starts afresh. */
  restart(): Promise<void>;
  /** Asks every relay once and at once, whatever the schedule. */
  askNow(): Promise<void>;
  /** Gives up open requests, and resolves when nothing is written any more. Only the next event goes on. */
  stop(): Promise<void>;
}

export const alarmName = 'wait';

/** Chrome ends a worker whose request takes over 30 s. */
const waitSeconds = 25;
/** A worker may pause this long without being ended; what takes longer is left to the alarm. */
const longestPauseMs = 20_000;
/** A relay that answers at once with nothing, again and again, is not asked more often than this. */
const leastQuietMs = 1000;

async function readGroups({ storage, now }: WaitingDeps): Promise<Group[]> {
  return groupInboxes(await storage.secrets.listInboxes(), now());
}

async function setAlarm({ storage, alarms, now }: WaitingDeps): Promise<void> {
  const inboxes = await storage.secrets.listInboxes();
  const urls = new Set(inboxes.map((inbox) => inbox.relayUrl));
  const contacts = new Map(
    await Promise.all(
      [...urls].map(async (url) => [url, await storage.relay.readContact(url)] as const),
    ),
  );
  const when = nextWake(inboxes, (url) => contacts.get(url), now());
  if (when === null) await alarms.clear(alarmName);
  else await alarms.create(alarmName, { when, periodInMinutes: 1 });
}

async function sweepAll({ storage, now, onResult }: WaitingDeps): Promise<void> {
  const swept = await Promise.all(
    [false, true].map((isPrivate) =>
      storage.secrets.edit(isPrivate, (mail) => sweep(mail, now(), clockSlackMs)),
    ),
  );
  if (swept.includes(true)) await onResult({ arrived: [], completed: [], changed: true });
}

/** One turn of a group's loop; false when the rest is left to the alarm. */
async function step(deps: WaitingDeps, key: string, signal: AbortSignal): Promise<boolean> {
  const { now } = deps;
  const group = (await readGroups(deps)).find((candidate) => candidate.key === key);
  if (group === undefined) return false;
  const hot = group.inboxes.some((inbox) => isHot(inbox, now()));
  const { nextTryAt } = await deps.storage.relay.readContact(group.relayUrl);
  const restMs = (nextTryAt ?? 0) - now();
  if (restMs > 0) {
    if (!hot || restMs > longestPauseMs) return false;
    await deps.pause(restMs, signal);
    return !signal.aborted;
  }
  // Set before the wait: it brings a dead worker back, and tells Chrome that this one is not idle.
  await setAlarm(deps);
  const startedAt = now();
  const outcome = await takeTurn(deps, group, hot ? waitSeconds : 0, signal);
  if (outcome === 'quiet' && !hot) return false;
  if (outcome === 'quiet' && now() - startedAt < leastQuietMs)
    await deps.pause(leastQuietMs, signal);
  return !signal.aborted;
}

/** The loops that run in this life of the worker, one for each key. */
function createLoops(onFault: (error: unknown) => void) {
  const controllers = new Map<string, AbortController>();
  /** Those that were given up included, until they have come to their end. */
  const running = new Set<Promise<void>>();

  return {
    /** Unless one runs already. The work has to call back when its loop is over. */
    start(key: string, work: (signal: AbortSignal, over: () => void) => Promise<void>): void {
      if (controllers.has(key)) return;
      const controller = new AbortController();
      controllers.set(key, controller);
      const over = () => {
        if (controllers.get(key) === controller) controllers.delete(key);
      };
      const run = work(controller.signal, over)
        .catch(onFault)
        .finally(() => running.delete(run));
      running.add(run);
    },
    giveUp(): void {
      for (const controller of controllers.values()) controller.abort();
      controllers.clear();
    },
    ended: () => Promise.all(running),
  };
}

/** Waits in each group as long as one of its inboxes is hot. All that lasts stands in storage; the loops do not. */
export function createWaiting(deps: WaitingDeps): Waiting {
  const loops = createLoops(deps.onFault);

  async function loop(key: string, signal: AbortSignal, over: () => void): Promise<void> {
    try {
      while (await step(deps, key, signal)) {
        // All is done in the step.
      }
    } catch (error) {
      if (!signal.aborted) deps.onFault(error);
    } finally {
      over();
    }
    await setAlarm(deps);
  }

  async function resume(): Promise<void> {
    await sweepAll(deps);
    await setAlarm(deps);
    for (const { key } of await readGroups(deps)) {
      loops.start(key, (signal, over) => loop(key, signal, over));
    }
  }

  return {
    resume,
    restart: async () => {
      loops.giveUp();
      await resume();
    },
    askNow: async () => {
      await Promise.all((await readGroups(deps)).map((group) => takeTurn(deps, group, 0)));
    },
    stop: async () => {
      loops.giveUp();
      await loops.ended();
    },
  };
}
