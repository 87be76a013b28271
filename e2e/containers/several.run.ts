import { afterAll, beforeAll, expect, it } from 'vitest';
import { until } from '../fixtures/until.ts';
import { addressesOf, engine } from './engine.ts';
import { type Box, type Installation, openBox, prepare } from './installation.ts';

let mayfly: Installation;
let box: Box;

beforeAll(async () => {
  mayfly = await prepare('docker-compose.several.yml');
  await mayfly.up();
  await mayfly.ready();
  const front = await mayfly.front();
  box = await until(() => openBox(mayfly, front).catch(() => null), { what: 'an inbox' });
});
afterAll(() => mayfly[Symbol.asyncDispose]());

/** As senders do: what is refused for now is sent again, until it is taken. */
const deliver = (subject: string) =>
  until(async () => (await box.send(subject).catch(() => 0)) === 250, {
    what: `the mail ${subject}`,
    seconds: 60,
    everyMs: 200,
  });

async function shows(...subjects: string[]): Promise<void> {
  const isSo = async () => {
    const shown = await box.subjects().catch((): string[] => []);
    return subjects.every((subject) => shown.includes(subject));
  };
  await until(isSo, { what: subjects.join(', '), seconds: 60, everyMs: 200 });
}

it('has the address of who sends, not that of the balancer, in a mail', async () => {
  await deliver('who');
  await shows('who');
  const { id, token } = box.inbox;
  const { items } = await box.client.listMessages(id, { token });
  const [item] = items;
  if (item === undefined) throw new Error('The mail went away');
  const { bytes } = await box.client.getRaw(id, item.id, { token });
  const from = /\(\[([\d.]+)\]\)/.exec(new TextDecoder().decode(bytes))?.[1];
  expect(from).toMatch(/^\d/);
  expect(await addressesOf(await mayfly.container('mail'))).not.toContain(from);
});

it('takes and shows mail while one relay after the other is killed', async () => {
  const relays = await mayfly.containers('relay');
  expect(relays).toHaveLength(2);
  for (const [at, relay] of relays.entries()) {
    await engine('kill', '--signal', 'KILL', relay);
    await deliver(`without ${at}`);
    await shows(`without ${at}`);
    await engine('start', relay);
    await until(async () => (await engine('logs', '--tail', '1', relay)).includes('relay-ready'), {
      what: 'the relay that was killed',
      seconds: 60,
    });
  }
  await shows('who', 'without 0', 'without 1');
});
