import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emailAddressSchema } from '@mayfly/shared/contract/inbox';
import { type Content, contentSchema } from '@mayfly/shared/contract/message';
import { addressTag, inboxIdFor } from '../src/core/address-tag.ts';
import { createDelivery, type Delivery } from '../src/core/delivery.ts';
import { readEnvelope } from '../src/core/envelope.ts';
import { deriveKeys } from '../src/core/keys.ts';
import { createAddressList } from '../src/core/network-address.ts';
import {
  createOperatorMailbox,
  keepOperatorMail,
  operatorNames,
} from '../src/core/operator-mailbox.ts';
import type {
  Clock,
  InboxRecord,
  MessageParser,
  Publisher,
  SenderJudge,
  Store,
} from '../src/core/ports.ts';
import { createRecipients } from '../src/core/recipients.ts';
import { createAnalysisPool } from '../src/mail/analysis-pool.ts';
import { createSmtpServer, type SmtpServer } from '../src/smtp/server.ts';
import { createLocalPublisher } from '../src/store/local-publisher.ts';
import { createSqliteStore } from '../src/store/sqlite.ts';
import { type EventLog, recordEvents } from './event-log.ts';
import { createMailClients, type MailClientsOptions } from './mail-clients.ts';

export type Schedule = (milliseconds: number, run: () => void) => () => void;

export interface MailSideOptions extends MailClientsOptions {
  readonly messageBytes?: number;
  readonly inboxMessages?: number;
  readonly inboxBytes?: number;
  readonly operatorMessages?: number;
  readonly connections?: number;
  readonly sessionSeconds?: number;
  readonly idleSeconds?: number;
  readonly bufferedBytes?: number;
  readonly handshakeSeconds?: number;
  /** Addresses and networks. */
  readonly proxies?: readonly string[];
  readonly xclients?: readonly string[];
  readonly parseQueue?: number;
  readonly schedule?: Schedule;
  /** Stands before the real store. */
  readonly wrapStore?: (store: Store) => Store;
  /** Without it messages get no verdict. */
  readonly judge?: SenderJudge;
  /** Of whoever closes it, instead of threads of this side alone. */
  readonly parser?: MessageParser;
}

/** What an inbox shows of a message. */
export interface Shown {
  readonly state: string;
  readonly content: Content | null;
  /** One character an octet. */
  readonly raw: string;
}

export interface MailSide extends AsyncDisposable {
  readonly port: number;
  /** The real one, without what stands before it. */
  readonly store: Store;
  readonly publisher: Publisher;
  readonly delivery: Delivery;
  readonly smtp: SmtpServer;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly inboxes: ReadonlyMap<string, InboxRecord>;
  /** The operator's mailbox. */
  openOperator(): Promise<InboxRecord>;
  /** Makes an inbox of one hour. */
  openInbox(address: string): Promise<InboxRecord>;
  /** What the inbox shows, when all that was accepted is published. */
  shown(inbox: InboxRecord): Promise<Shown[]>;
  /** Lets time go by; what looks every second looks once. */
  pass(milliseconds: number): void;
}

const keys = deriveKeys([{ kid: 'k1', secret: 'a secret of more than enough characters' }]);
const domains = ['mayfly.test', 'xn--mailbchse-u9a.example'];
const hostname = 'mx.mayfly.test';
const random = (n: number) => randomBytes(n);

const realSchedule: Schedule = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

function plain(stored: Uint8Array | null): Buffer {
  const part = readEnvelope(stored ?? new Uint8Array(1));
  if (part.v !== 0) throw new Error('A part is sealed');
  return Buffer.from(part.bytes);
}

async function readInbox(store: Store, inbox: InboxRecord): Promise<Shown[]> {
  const page = await store.listChanges(inbox.id, 0, { limit: 1000, maxBytes: 1e9 });
  const changes = page?.changes ?? [];
  const messages = changes.flatMap((change) => (change.deleted ? [] : [change.message]));
  return Promise.all(
    messages.map(async ({ id, state, content }) => ({
      state,
      content: content === null ? null : contentSchema.parse(JSON.parse(plain(content).toString())),
      raw: plain(await store.readPart(inbox.id, id, 'raw')).toString('latin1'),
    })),
  );
}

interface Parts {
  readonly store: Store;
  readonly parser: MessageParser;
  readonly clock: Clock;
  readonly log: EventLog;
}

function compose({ store, parser, clock, log }: Parts, options: MailSideOptions) {
  const { messageBytes = 1_000_000, inboxMessages = 100, inboxBytes = 50_000_000 } = options;
  const { parseQueue = 1000, connections = 100, bufferedBytes = 50_000_000 } = options;
  const { sessionSeconds = 600, idleSeconds = 300, schedule = realSchedule } = options;
  const publisher = createLocalPublisher();
  const events = recordEvents(log);
  const inbox = { messages: inboxMessages, bytes: inboxBytes };
  const { operatorMessages = 1000 } = options;
  const limits = { inbox, messageBytes, parseQueue };
  const delivery = createDelivery({
    store: keepOperatorMail(store, { messages: operatorMessages, bytes: 50_000_000 }),
    ...{ publisher, parser, clock, random, events, schedule, hostname, limits },
    judge: options.judge ?? null,
  });
  const operator = createOperatorMailbox({ store, clock });
  const places = { domains, hostname, operatorNames: operatorNames('ops') };
  const recipients = createRecipients({ store, keys, places, operator, clock, limits: inbox });
  const { clients, look } = createMailClients(options, keys, clock);
  const { handshakeSeconds = 30, proxies = [], xclients = [] } = options;
  const smtp = createSmtpServer({
    ...{ hostname, recipients, delivery, events, clients },
    proxies: createAddressList(proxies),
    xclients: createAddressList(xclients),
    limits: {
      ...{ messageBytes, connections, sessionSeconds, idleSeconds, bufferedBytes },
      handshakeSeconds,
    },
  });
  return { publisher, delivery, smtp, operator, look };
}

/** Everything that mail passes through, on real sockets and a real store in a folder of its own. */
export async function startMailSide(options: MailSideOptions = {}): Promise<MailSide> {
  const folder = await mkdtemp(join(tmpdir(), 'mayfly-mail-'));
  let now = Date.UTC(2030, 0, 1);
  const clock = () => now;
  const store = await createSqliteStore({ path: join(folder, 'mayfly.db'), clock });
  const parser = options.parser ?? createAnalysisPool({ threads: 1 });
  const log: EventLog = [];
  const before = options.wrapStore?.(store) ?? store;
  const { publisher, delivery, smtp, operator, look } = compose(
    { store: before, parser, clock, log },
    options,
  );
  const { port } = await smtp.listen(0, '127.0.0.1');
  const inboxes = new Map<string, InboxRecord>();
  return {
    ...{ port, store, publisher, delivery, smtp, log, clock, inboxes },
    openOperator: () => operator.open(),
    async openInbox(text) {
      const address = emailAddressSchema.parse(text);
      const id = inboxIdFor(addressTag(keys, address), random);
      const end = now + 3_600_000;
      const times = { createdAt: now, expiresAt: end, maxExpiresAt: end };
      const inbox: InboxRecord = { id, address, ...times, publicKey: null, accessId: null };
      const made = await store.createInbox(inbox);
      if (!made.ok) throw new Error(made.code);
      inboxes.set(text, inbox);
      return inbox;
    },
    async shown(inbox) {
      await delivery.drain();
      return readInbox(store, inbox);
    },
    pass(milliseconds) {
      now += milliseconds;
      look();
    },
    async [Symbol.asyncDispose]() {
      await smtp.close({ graceMs: 1 });
      await delivery.drain();
      if (options.parser === undefined) await parser.close();
      await delivery.drain();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
