import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseConfig } from '@mayfly/relay/src/config';
import { createEvents } from '@mayfly/relay/src/events';
import { operatorInboxId } from '@mayfly/relay/src/core/operator-mailbox';
import { createRelay } from '@mayfly/relay/src/relay';

/** The relay as its main.ts starts it, which also says what memory it needs when all that can be is collected. */
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
const relay = await createRelay(parsed.config, parsed.secrets, {
  events: createEvents({ level: parsed.config.logLevel }),
});

/** Pages are given back to the system only after the collection, and not by the first one. */
async function measure(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 3; round += 1) {
    if (typeof collect === 'function') {
      Reflect.apply(collect, undefined, [{ type: 'major', flavor: 'last-resort' }]);
    }
    await delay(100);
  }
  return process.memoryUsage();
}

/** The mails in the operator's mailbox that nobody asked for yet: no client may read it. */
async function* operatorMails(): AsyncGenerator<string[]> {
  for (let after = 0; ;) {
    const options = { limit: 10_000, maxBytes: 1e9 };
    const changes = (await relay.store.listChanges(operatorInboxId, after, options))?.changes ?? [];
    after = changes.at(-1)?.seq ?? after;
    yield changes.flatMap((change) => (change.deleted ? [] : [change.message.id]));
  }
}
const mails = operatorMails();

const answers: Readonly<Record<string, () => Promise<unknown>>> = {
  memory: measure,
  async operator() {
    const next = await mails.next();
    return next.done === true ? [] : next.value;
  },
};
process.on('message', (question) => {
  void answers[String(question)]?.().then((answer) => process.send?.(answer));
});
const stop = (): void => void relay[Symbol.asyncDispose]().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
process.send?.({ ready: true, smtp: relay.smtp, http: relay.http });
