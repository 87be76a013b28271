import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import nodemailer from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { type Environment, parseConfig } from '../src/config.ts';
import { offerPairing } from '../src/core/pairing.ts';
import { createEvents } from '../src/events.ts';
import { createRelay, type Relay } from '../src/relay.ts';
import type { RelayOverrides } from '../src/relay-core.ts';

export interface TestRelay extends AsyncDisposable {
  readonly relay: Relay;
  readonly url: string;
  readonly smtpPort: number;
  readonly directory: string;
  /** Every log line so far. */
  readonly log: readonly string[];
  readonly client: Client;
  clientFor(token: string): Client;
  /** A code as the operator's command makes it. */
  offerPairing(label: string): Promise<string>;
  send(to: string, mail?: Mail.Options): Promise<void>;
  sendRaw(to: string, raw: string | Buffer): Promise<void>;
  /** Stops this relay and starts another on the same ports and data. */
  restart(): Promise<TestRelay>;
  /** Stops without taking the data away. */
  stop(): Promise<void>;
}

export interface HarnessOptions extends Partial<RelayOverrides> {
  readonly env?: Environment;
  /** Data of an earlier relay; not taken away at the end. */
  readonly directory?: string;
}

function configOf(env: Environment) {
  const parsed = parseConfig(env);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed;
}

async function sendOver(port: number, mail: Mail.Options): Promise<void> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
  });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

const pairingsAt =
  ({ store }: Relay) =>
  async (label: string): Promise<string> =>
    (await offerPairing({ store, clock: Date.now, random: randomBytes }, label)).code;

/** Limits that no test meets by chance; who tests one sets it. */
const usual: Environment = {
  MAYFLY_SMTP_PORT: '0',
  MAYFLY_HTTP_PORT: '0',
  MAYFLY_INBOXES_PER_HOUR: '100000',
  MAYFLY_REQUESTS_PER_MINUTE: '100000',
  MAYFLY_TOKEN_REQUESTS_PER_MINUTE: '100000',
  MAYFLY_SMTP_CONNECTIONS_PER_ADDRESS: '1000',
  MAYFLY_SMTP_CONNECTIONS_PER_MINUTE: '100000',
  // A busy machine is no hostile mail.
  MAYFLY_PARSE_DEADLINE_MS: '30000',
  // So that nothing asks a DNS outside; who tests verdicts turns them on.
  MAYFLY_VERDICTS: 'off',
};

/** A real relay in this process: loopback sockets on free ports, the embedded store in a folder of its own. */
export async function startRelay(options: HarnessOptions = {}): Promise<TestRelay> {
  const { env = {}, directory = mkdtempSync(join(tmpdir(), 'mayfly-')), ...overrides } = options;
  const store = `sqlite:${join(directory, 'mayfly.db')}`;
  const { config, secrets } = configOf({ MAYFLY_STORE: store, ...usual, ...env });
  const log: string[] = [];
  const events = createEvents({
    level: 'info',
    destination: { write: (line) => void log.push(line) },
  });
  const relay = await createRelay(config, secrets, { events, ...overrides });
  const url = `http://127.0.0.1:${relay.http.port}`;
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await relay[Symbol.asyncDispose]();
  };
  return {
    relay,
    url,
    directory,
    log,
    smtpPort: relay.smtp.port,
    client: createClient({ baseUrl: url }),
    clientFor: (token) => createClient({ baseUrl: url, token }),
    offerPairing: pairingsAt(relay),
    send: (to, mail) =>
      sendOver(relay.smtp.port, {
        from: 'Shop <shop@sender.example>',
        to,
        subject: 'Hello',
        text: 'Hello',
        ...mail,
      }),
    sendRaw: (to, raw) =>
      sendOver(relay.smtp.port, { envelope: { from: 'shop@sender.example', to }, raw }),
    stop,
    async restart() {
      await stop();
      const ports = {
        MAYFLY_SMTP_PORT: String(relay.smtp.port),
        MAYFLY_HTTP_PORT: String(relay.http.port),
      };
      return startRelay({ ...options, directory, env: { ...env, ...ports } });
    },
    async [Symbol.asyncDispose]() {
      await stop();
      if (options.directory === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** An inbox, and a client that has its token. */
export async function openInbox(
  relay: TestRelay,
): Promise<{ inbox: CreatedInbox; client: Client }> {
  const inbox = await relay.client.createInbox();
  return { inbox, client: relay.clientFor(inbox.token) };
}
