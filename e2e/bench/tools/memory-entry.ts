import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseConfig } from '@mayfly/relay/src/config';
import { createEvents } from '@mayfly/relay/src/events';
import { createRelay } from '@mayfly/relay/src/relay';

/** The relay as its main.ts starts it, which also says how many it holds and what memory it needs for them. */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
const thorough = { type: 'major', flavor: 'last-resort' };
const held = new Map<string, number>();
const questions = new Set<() => boolean>();

/** Answers once that many are held. */
function tellWhenHeld(kind: string, count: number): void {
  const answer = () => {
    if ((held.get(kind) ?? 0) < count) return false;
    return process.send?.({ held: held.get(kind) }) ?? true;
  };
  if (!answer()) questions.add(answer);
}

/**
 * Pages are given back to the system only some time after a collection, and not all by the first one. Long-polls end and
 * begin all the time: measured is a moment at which nearly all are held.
 */
async function tellMemory(kind: string, count: number): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    for (let i = 0; i < 3; i += 1) {
      if (typeof collect === 'function') Reflect.apply(collect, null, [thorough]);
      await delay(100);
    }
    if ((held.get(kind) ?? 0) >= count) break;
  }
  process.send?.({ ...Object.fromEntries(held), ...process.memoryUsage() });
}

process.on('message', (question: unknown) => {
  const [what, kind = '', count] = String(question).split(' ');
  if (what === 'memory') void tellMemory(kind, Number(count));
  else tellWhenHeld(kind, Number(count));
});

const relay = await createRelay(parsed.config, parsed.secrets, {
  events: {
    ...createEvents({ level: parsed.config.logLevel }),
    waitersChanged(counts) {
      for (const [kind, count] of Object.entries(counts)) held.set(kind, count);
      for (const answer of questions) if (answer()) questions.delete(answer);
    },
  },
});
const stop = (): void => void relay[Symbol.asyncDispose]().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
process.send?.({ ready: true, smtp: relay.smtp, http: relay.http });
