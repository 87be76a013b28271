import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inboundSecrets } from '@mayfly/relay/test/route-calls';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { describe, expect, it } from 'vitest';
import { oneAddress } from '../fixtures/one-address.ts';
import { canRunPostfix, startPostfix } from '../fixtures/postfix.ts';
import { type RelayProcess, startRelay } from '../fixtures/relay.ts';
import { until } from '../fixtures/until.ts';

const page = path.resolve(import.meta.dirname, '../../docs/inbound.md');

/** The program of that language that stands on the page for operators. */
async function recipe(language: string): Promise<string> {
  const [, text] = (await readFile(page, 'utf8')).split(`\`\`\`${language}\n`);
  return text?.split('```')[0] ?? expect.fail(`The page has no ${language}`);
}

const env = { ...oneAddress, MAYFLY_INBOUND_RAW_SECRET: inboundSecrets.raw };

async function subjects({ client }: RelayProcess, { id, token }: CreatedInbox): Promise<string[]> {
  const { items } = await client.listMessages(id, { token });
  return items.flatMap((item) => (item.change === 'deleted' ? [] : (item.content?.subject ?? [])));
}

const arrives = (relay: RelayProcess, inbox: CreatedInbox, subject: string) =>
  until(async () => (await subjects(relay, inbox)).includes(subject), {
    what: `${subject} arrives`,
    seconds: 60,
  });

/** The program that Postfix pipes into, laid down as the page says. */
async function layPipe(relay: RelayProcess) {
  const folder = await mkdtemp(path.join(tmpdir(), 'mayfly-pipe-'));
  const [program, secret] = [path.join(folder, 'mayfly-bring'), path.join(folder, 'secret')];
  const settings = `#!/bin/sh\nMAYFLY_URL=${relay.url}\nMAYFLY_BRING=${secret}\n`;
  await writeFile(program, settings + (await recipe('sh')));
  await writeFile(secret, `header = "Authorization: Bearer ${inboundSecrets.raw}"\n`);
  // Postfix runs it as nobody.
  for (const file of [folder, program, secret]) await chmod(file, 0o755);
  return { program, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

describe.skipIf(!canRunPostfix)('the program for a pipe of Postfix', { timeout: 180_000 }, () => {
  it('brings mail, has mail for nobody refused, and tries again while the relay is away', async () => {
    await using relay = await startRelay(env);
    await using pipe = await layPipe(relay);
    const flags = 'flags=q null_sender= user=nobody';
    const words = `argv=${pipe.program} \${recipient} \${sender}`;
    await using postfix = await startPostfix({
      main: {
        transport_maps: 'inline:{ mayfly.test=mayfly: }',
        mayfly_destination_recipient_limit: '1',
      },
      services: [`mayfly unix - n n - - pipe ${flags} ${words}`],
    });
    const inbox = await relay.client.createInbox();
    await postfix.send(inbox.address, { subject: 'first', text: 'first' });
    await arrives(relay, inbox, 'first');
    await postfix.send('nobody@mayfly.test', { subject: 'lost', text: 'lost' });
    await until(async () => (await postfix.log()).includes('status=bounced'), {
      what: 'mail for nobody is refused',
      seconds: 60,
    });
    await relay.stop();
    await postfix.send(inbox.address, { subject: 'second', text: 'second' });
    await until(async () => (await postfix.log()).includes('status=deferred'), {
      what: 'Postfix keeps the mail',
      seconds: 60,
    });
    await relay.start();
    await arrives(relay, inbox, 'second');
  });
});

interface Worker {
  readonly default: {
    email(message: object, env: Readonly<Record<string, string>>): Promise<void>;
  };
}

describe('the worker for Cloudflare', { timeout: 60_000 }, () => {
  it('brings mail, refuses it for good for nobody, and else has it sent again', async () => {
    await using relay = await startRelay(env);
    const inbox = await relay.client.createInbox();
    const code = Buffer.from(await recipe('js')).toString('base64');
    const worker: Worker = await import(`data:text/javascript;base64,${code}`);
    const rejected: string[] = [];
    const email = (to: string, secret = inboundSecrets.raw) =>
      worker.default.email(
        {
          ...{ to, from: 'shop@sender.example' },
          raw: new Blob(['Subject: by a worker\r\n\r\nHello\r\n']).stream(),
          setReject: (reason: string) => rejected.push(reason),
        },
        { RELAY: relay.url, SECRET: secret },
      );
    await email(inbox.address);
    await arrives(relay, inbox, 'by a worker');
    expect(rejected).toEqual([]);
    await email('nobody@mayfly.test');
    expect(rejected).toHaveLength(1);
    await expect(email(inbox.address, 'wrong')).rejects.toThrow('token-invalid');
    expect(rejected).toHaveLength(1);
  });
});
