import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client';
import type { Events } from '../core/ports.ts';
import {
  bounded,
  broughtLabels,
  codeLabels,
  faultLabels,
  notRenderedLabels,
  stageLabels,
} from './labels.ts';

/** What is asked anew whenever the metrics are read. */
export interface MetricSources {
  /** Mails that wait for their analysis or are in it, and how many may. */
  readonly analysisQueue: () => number;
  readonly analysisQueueLimit: number;
  readonly smtpSessions: () => number;
}

export interface MetricsText {
  readonly contentType: string;
  /** In the text format of Prometheus. */
  readonly read: () => Promise<string>;
}

export interface Metrics extends MetricsText {
  /** Counts what it is told. */
  readonly events: Events;
  readonly storeFault: (operation: string) => void;
  readonly watch: (sources: MetricSources) => void;
}

const storeSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const analysedSeconds = [...storeSeconds, 15, 60];

function mailInstruments(registers: Registry[]) {
  return {
    stored: new Counter({
      name: 'mayfly_messages_stored_total',
      help: 'Messages stored durably and acknowledged with 250',
      registers,
    }),
    bytes: new Counter({
      name: 'mayfly_message_bytes_stored_total',
      help: 'Octets of the messages stored',
      registers,
    }),
    storeSeconds: new Histogram({
      name: 'mayfly_message_store_seconds',
      help: 'From the end of a mail to its being stored durably',
      buckets: storeSeconds,
      registers,
    }),
    analysedSeconds: new Histogram({
      name: 'mayfly_message_analysed_seconds',
      help: 'From 250 to the analysed message being visible to its readers',
      buckets: analysedSeconds,
      registers,
    }),
    late: new Counter({
      name: 'mayfly_messages_analysed_late_total',
      help: 'Messages whose analysis came after its deadline',
      registers,
    }),
    notRendered: new Counter({
      name: 'mayfly_messages_not_rendered_total',
      help: 'Messages shown without their content, by reason',
      labelNames: ['reason'],
      registers,
    }),
    verdicts: new Counter({
      name: 'mayfly_verdicts_total',
      help: 'Verdicts on senders, by what they say',
      labelNames: ['verdict'],
      registers,
    }),
    verdictSeconds: new Histogram({
      name: 'mayfly_verdict_seconds',
      help: 'From 250 to the verdict on the sender',
      buckets: analysedSeconds,
      registers,
    }),
    refused: new Counter({
      name: 'mayfly_mail_refused_total',
      help: 'Recipients, mails and connections refused over SMTP, by reason and stage',
      labelNames: ['code', 'stage'],
      registers,
    }),
  };
}

function otherInstruments(registers: Registry[]) {
  return {
    created: new Counter({
      name: 'mayfly_inboxes_created_total',
      help: 'Inboxes made',
      registers,
    }),
    reopened: new Counter({
      name: 'mayfly_inboxes_reopened_total',
      help: 'Addresses that came back by their restore key',
      registers,
    }),
    ended: new Counter({
      name: 'mayfly_inboxes_ended_total',
      help: 'Inboxes that were deleted or have expired',
      labelNames: ['reason'],
      registers,
    }),
    waiters: new Gauge({
      name: 'mayfly_waiters',
      help: 'Long-polls and WebSockets held',
      labelNames: ['kind'],
      registers,
    }),
    shortages: new Gauge({
      name: 'mayfly_shortage',
      help: 'Whether nothing new is taken in for want of memory, disk or store',
      labelNames: ['resource'],
      registers,
    }),
    httpRefused: new Counter({
      name: 'mayfly_http_refused_total',
      help: 'HTTP requests answered with a problem, by its code',
      labelNames: ['code'],
      registers,
    }),
    certificateExpires: new Gauge({
      name: 'mayfly_tls_certificate_expires_timestamp_seconds',
      help: 'When the certificate of STARTTLS ends; 0 while STARTTLS is not offered',
      registers,
    }),
    faults: new Counter({
      name: 'mayfly_faults_total',
      help: 'Faults of the relay itself, by where they were met',
      labelNames: ['where'],
      registers,
    }),
    storeFaults: new Counter({
      name: 'mayfly_store_faults_total',
      help: 'Calls of the store that failed, by operation',
      labelNames: ['operation'],
      registers,
    }),
  };
}

function inboundInstruments(registers: Registry[]) {
  return {
    mailboxes: new Gauge({
      name: 'mayfly_imap_mailbox_open',
      help: 'Whether a mailbox, by its number in MAYFLY_IMAP, is open here; one relay of many has it open',
      labelNames: ['mailbox'],
      registers,
    }),
    brought: new Counter({
      name: 'mayfly_mail_brought_total',
      help: 'Mails brought by another way than SMTP, by way and by what became of them',
      labelNames: ['way', 'outcome'],
      registers,
    }),
  };
}

/** A clock may be set back between two looks at it. */
const seconds = (milliseconds: number): number => Math.max(0, milliseconds) / 1000;

type Instruments = ReturnType<typeof mailInstruments> &
  ReturnType<typeof otherInstruments> &
  ReturnType<typeof inboundInstruments>;

function countingEvents(counted: Instruments): Events {
  return {
    relayReady: () => undefined,
    relayStopping: () => undefined,
    inboxCreated: () => counted.created.inc(),
    inboxReopened: () => counted.reopened.inc(),
    inboxRekeyed: () => undefined,
    inboxEnded: ({ reason }) => counted.ended.inc({ reason }),
    messageStored({ size, milliseconds }) {
      counted.stored.inc();
      counted.bytes.inc(size);
      counted.storeSeconds.observe(seconds(milliseconds));
    },
    messageAnalysed({ milliseconds, late }) {
      counted.analysedSeconds.observe(seconds(milliseconds));
      if (late) counted.late.inc();
    },
    messageNotRendered: ({ reason }) =>
      counted.notRendered.inc({ reason: bounded(notRenderedLabels, reason) }),
    verdictReached({ verdict, milliseconds }) {
      counted.verdicts.inc({ verdict });
      counted.verdictSeconds.observe(seconds(milliseconds));
    },
    mailRefused: ({ code, stage }) =>
      counted.refused.inc({
        code: bounded(codeLabels, code),
        stage: bounded(stageLabels, stage),
      }),
    mailBrought: ({ way, outcome }) =>
      counted.brought.inc({ way, outcome: bounded(broughtLabels, outcome) }),
    mailboxChanged: ({ mailbox, state }) =>
      counted.mailboxes.set({ mailbox: String(mailbox) }, state === 'open' ? 1 : 0),
    requestRefused: ({ code }) => counted.httpRefused.inc({ code: bounded(codeLabels, code) }),
    shortageChanged: ({ resource, code }) =>
      counted.shortages.set({ resource }, code === null ? 0 : 1),
    waitersChanged({ longPoll, webSocket }) {
      if (longPoll !== undefined) counted.waiters.set({ kind: 'long_poll' }, longPoll);
      if (webSocket !== undefined) counted.waiters.set({ kind: 'web_socket' }, webSocket);
    },
    tlsOffered: ({ expiresAt }) => counted.certificateExpires.set(Date.parse(expiresAt) / 1000),
    tlsNotOffered: () => counted.certificateExpires.set(0),
    fault: ({ where }) => counted.faults.inc({ where: bounded(faultLabels, where) }),
  };
}

function addSources(registers: Registry[], sources: MetricSources): void {
  const gauge = (name: string, help: string, ask: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(ask());
      },
    });
  const { analysisQueue, analysisQueueLimit, smtpSessions } = sources;
  gauge('mayfly_analysis_queue_messages', 'Messages not yet analysed', analysisQueue);
  gauge(
    'mayfly_analysis_queue_limit_messages',
    'How many may wait before senders are slowed',
    () => analysisQueueLimit,
  );
  gauge('mayfly_smtp_sessions', 'Open SMTP sessions', smtpSessions);
}

/** The metrics of all processes that this one started, added up. Rejects when one of them does not answer. */
export function createSharedMetrics(): MetricsText {
  const shared = new AggregatorRegistry();
  return { contentType: shared.contentType, read: () => shared.clusterMetrics() };
}

/** The metrics of one process. `isOneOfSeveral`: the process that started it asks for them. Alone imports prom-client. */
export function createMetrics(build: {
  readonly version: string;
  readonly isOneOfSeveral?: boolean;
}): Metrics {
  const registry = new Registry();
  if (build.isOneOfSeveral === true) {
    AggregatorRegistry.setRegistries(registry);
    // Listens for who asks.
    void new AggregatorRegistry();
  }
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'mayfly_build_info',
    help: 'Always 1; its label says which version runs',
    labelNames: ['version'],
    // Of several processes one says it for all.
    aggregator: 'first',
    registers,
  }).set({ version: build.version }, 1);
  new Gauge({ name: 'mayfly_processes', help: 'Relay processes that run', registers }).set(1);
  const counted = {
    ...mailInstruments(registers),
    ...otherInstruments(registers),
    ...inboundInstruments(registers),
  };
  for (const kind of ['long_poll', 'web_socket']) counted.waiters.set({ kind }, 0);
  return {
    events: countingEvents(counted),
    storeFault: (operation) => counted.storeFaults.inc({ operation }),
    watch: (sources) => addSources(registers, sources),
    contentType: registry.contentType,
    read: () => registry.metrics(),
  };
}
