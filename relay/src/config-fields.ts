/** One variable of the environment. Data only: help, example file and docs are made from it. */
export interface Field {
  readonly name: `MAYFLY_${string}`;
  readonly fallback: string;
  readonly help: string;
}

export interface NumberField extends Field {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

const text = (name: Field['name'], fallback: string, help: string): Field => ({
  name,
  fallback,
  help,
});
const number = (
  name: Field['name'],
  fallback: number,
  [min, max]: readonly [number, number],
  unit: string,
  help: string,
): NumberField => ({ name, fallback: String(fallback), min, max, unit, help });

export const textFields = {
  domains: text(
    'MAYFLY_DOMAINS',
    'mayfly.test',
    'The mail domains of this relay, separated by commas; the first is the default',
  ),
  smtpHost: text('MAYFLY_SMTP_HOST', '127.0.0.1', 'The address on which mail is received'),
  httpHost: text('MAYFLY_HTTP_HOST', '127.0.0.1', 'The address on which the API is served'),
  publicUrl: text(
    'MAYFLY_PUBLIC_URL',
    '',
    'Where people reach the API, such as https://mail.example.org/mayfly; by default the HTTP address',
  ),
  store: text(
    'MAYFLY_STORE',
    'sqlite:./data/mayfly.db',
    'sqlite:FILE, redis://HOST:PORT or redis-cluster://HOST:PORT,HOST:PORT',
  ),
  redisDurability: text(
    'MAYFLY_REDIS_DURABILITY',
    'required',
    'required, or relaxed to start on a Redis that may lose acknowledged mail',
  ),
  addressStyle: text('MAYFLY_ADDRESS_STYLE', 'uuid', 'uuid (8 characters of a UUIDv4) or words'),
  access: text(
    'MAYFLY_ACCESS',
    '',
    'open or private; by default open when HTTP host and public URL are both loopback, else private',
  ),
  secret: text(
    'MAYFLY_SECRET',
    '',
    'kid:secret,… (each secret at least 32 characters), the first one signs; on SQLite made at the first start',
  ),
  smtpName: text(
    'MAYFLY_SMTP_NAME',
    '',
    'The name that the relay gives itself in SMTP, the one that the MX record names; by default the first domain',
  ),
  operatorInbox: text(
    'MAYFLY_OPERATOR_INBOX',
    'postmaster',
    'The local part of an address of your own: mail to it, and to postmaster, abuse, security, noc, hostmaster and webmaster, at every domain goes to the mailbox that `npm run relay -- operator` reads',
  ),
  trustedProxies: text(
    'MAYFLY_TRUSTED_PROXIES',
    '',
    'The proxies of your own before HTTP: addresses, networks such as 10.0.0.0/8, or loopback, separated by commas; X-Forwarded-For of anybody else is ignored',
  ),
  verdicts: text(
    'MAYFLY_VERDICTS',
    'on',
    'on or off: whether SPF, DKIM, DMARC and ARC of a mail are checked; off: no verdict, and the DNS is asked for nothing',
  ),
  dnsServers: text(
    'MAYFLY_DNS_SERVERS',
    '',
    'Addresses of the DNS servers for verdicts, such as 127.0.0.1 or [::1]:5353, separated by commas; by default those of the system',
  ),
  arcSealers: text(
    'MAYFLY_ARC_SEALERS',
    '',
    'Domains of forwarders whose ARC seal is believed when they say that a mail passed DMARC on its way in, separated by commas',
  ),
  privateSpf: text(
    'MAYFLY_PRIVATE_SPF',
    'off',
    'on or off: whether SPF is checked for senders at private and loopback addresses too, which no proxy of yours may stand before',
  ),
  tlsCert: text(
    'MAYFLY_TLS_CERT',
    '',
    'The PEM file of the certificate and its chain for STARTTLS; read again when it changes; without a usable one STARTTLS is not offered, and the log says why',
  ),
  tlsKey: text(
    'MAYFLY_TLS_KEY',
    '',
    'The PEM file of the key of that certificate, without a passphrase',
  ),
  smtpProxies: text(
    'MAYFLY_SMTP_PROXIES',
    '',
    'Addresses and networks, separated by commas, of proxies before SMTP that say by the PROXY protocol (version 1 or 2) who the client is; from them nothing else is taken, from others no header',
  ),
  smtpXclients: text(
    'MAYFLY_SMTP_XCLIENT',
    '',
    'Addresses and networks, separated by commas, of mail servers before this one that may say by XCLIENT who the client is (others: 500 5.5.1)',
  ),
  logLevel: text('MAYFLY_LOG_LEVEL', 'info', 'debug, info, warn, error or silent'),
  metricsHost: text(
    'MAYFLY_METRICS_HOST',
    '127.0.0.1',
    'The address on which metrics are served; they are for the operator, keep them off the internet',
  ),
  metricsPort: text(
    'MAYFLY_METRICS_PORT',
    '',
    'The port on which /metrics is served for Prometheus, such as 9464; empty: no metrics, 0 takes a free one',
  ),
} as const;

export const numberFields = {
  smtpPort: number(
    'MAYFLY_SMTP_PORT',
    2525,
    [0, 65_535],
    'port',
    'The port on which mail is received; 0 takes a free one',
  ),
  httpPort: number(
    'MAYFLY_HTTP_PORT',
    3000,
    [0, 65_535],
    'port',
    'The port on which the API is served; 0 takes a free one',
  ),
  ttlMinutes: number(
    'MAYFLY_TTL_MINUTES',
    60,
    [10, 43_200],
    'minutes',
    'How long an address lives unless asked otherwise',
  ),
  maxLifeMinutes: number(
    'MAYFLY_MAX_LIFE_MINUTES',
    0,
    [0, 525_600],
    'minutes',
    'How long an address may live in all; 0: one day on an open relay, 30 days on a private one',
  ),
  messageBytes: number(
    'MAYFLY_MESSAGE_BYTES',
    25_000_000,
    [1024, 150_000_000],
    'octets',
    'The largest message (552 5.3.4)',
  ),
  inboxMessages: number(
    'MAYFLY_INBOX_MESSAGES',
    100,
    [1, 100_000],
    'messages',
    'Messages in an inbox (452 4.2.2)',
  ),
  inboxBytes: number(
    'MAYFLY_INBOX_BYTES',
    50_000_000,
    [1024, 10_000_000_000],
    'octets',
    'Octets of all messages in an inbox (452 4.2.2)',
  ),
  operatorMessages: number(
    'MAYFLY_OPERATOR_MESSAGES',
    1000,
    [10, 100_000],
    'messages',
    "Messages in the operator's mailbox (none is refused: the oldest go)",
  ),
  operatorBytes: number(
    'MAYFLY_OPERATOR_BYTES',
    250_000_000,
    [200_000, 10_000_000_000],
    'octets',
    "Octets of all messages in the operator's mailbox (none is refused: the oldest go)",
  ),
  inboxesPerHour: number(
    'MAYFLY_INBOXES_PER_HOUR',
    60,
    [1, 10_000_000],
    'inboxes',
    'Inboxes made from one network address in an hour (429 rate-limited)',
  ),
  requestsPerMinute: number(
    'MAYFLY_REQUESTS_PER_MINUTE',
    600,
    [1, 10_000_000],
    'requests',
    'Requests from one network address in a minute (429 rate-limited)',
  ),
  tokenRequestsPerMinute: number(
    'MAYFLY_TOKEN_REQUESTS_PER_MINUTE',
    300,
    [1, 10_000_000],
    'requests',
    'Requests with one token in a minute, from wherever (429 rate-limited)',
  ),
  wrongTokensPerMinute: number(
    'MAYFLY_WRONG_TOKENS_PER_MINUTE',
    30,
    [1, 10_000_000],
    'tokens',
    'Wrong tokens from one network address in a minute; then it is not answered for a while (429 rate-limited)',
  ),
  refusedRequestsPerTenMinutes: number(
    'MAYFLY_REFUSED_REQUESTS_PER_10_MINUTES',
    200,
    [1, 10_000_000],
    'requests',
    'Requests of one network address refused with 429 in ten minutes; then it goes to the penalty box (429 rate-limited, SMTP 421 4.7.0)',
  ),
  penaltySeconds: number(
    'MAYFLY_PENALTY_SECONDS',
    600,
    [1, 600],
    'seconds',
    'How long a network address stays in the penalty box (429 rate-limited, SMTP 421 4.7.0)',
  ),
  waitersPerInbox: number(
    'MAYFLY_WAITERS_PER_INBOX',
    5,
    [1, 10_000],
    'waiters',
    'Long-polls and sockets that wait on one inbox in each process (429 too-many-waiters)',
  ),
  smtpConnections: number(
    'MAYFLY_SMTP_CONNECTIONS',
    1000,
    [1, 100_000],
    'connections',
    'Open SMTP connections in all (421 4.7.0)',
  ),
  smtpConnectionsPerClient: number(
    'MAYFLY_SMTP_CONNECTIONS_PER_ADDRESS',
    50,
    [1, 100_000],
    'connections',
    'Open SMTP connections of one network address (IPv6: the /64) at a time (421 4.7.0)',
  ),
  smtpConnectionsPerMinute: number(
    'MAYFLY_SMTP_CONNECTIONS_PER_MINUTE',
    1200,
    [1, 10_000_000],
    'connections',
    'SMTP connections of one network address in a minute (421 4.7.0)',
  ),
  smtpCommandsPerSession: number(
    'MAYFLY_SMTP_COMMANDS_PER_SESSION',
    10_000,
    [10, 100_000_000],
    'commands',
    'Commands in one SMTP session (421 4.7.0)',
  ),
  smtpCommandsPerMinute: number(
    'MAYFLY_SMTP_COMMANDS_PER_MINUTE',
    30_000,
    [10, 100_000_000],
    'commands',
    'SMTP commands of one network address in a minute (421 4.7.0)',
  ),
  smtpRecipientsPerMinute: number(
    'MAYFLY_SMTP_RECIPIENTS_PER_MINUTE',
    6000,
    [1, 100_000_000],
    'recipients',
    'Recipients that one network address names in a minute (451 4.7.1)',
  ),
  smtpBytesPerMinute: number(
    'MAYFLY_SMTP_BYTES_PER_MINUTE',
    500_000_000,
    [1024, 1_000_000_000_000],
    'octets',
    'Octets from one network address in a minute; a mail that has begun is taken to its end (451 4.7.1 at MAIL)',
  ),
  smtpErrorsPerSession: number(
    'MAYFLY_SMTP_ERRORS_PER_SESSION',
    20,
    [1, 10_000_000],
    'errors',
    'Commands refused for good, recipients that are not here among them, in one SMTP session (421 4.7.0)',
  ),
  smtpErrorsPerMinute: number(
    'MAYFLY_SMTP_ERRORS_PER_MINUTE',
    300,
    [1, 10_000_000],
    'errors',
    'Commands of one network address refused for good in a minute, recipients that are not here aside (421 4.7.0)',
  ),
  smtpIdleSeconds: number(
    'MAYFLY_SMTP_IDLE_SECONDS',
    300,
    [5, 3600],
    'seconds',
    'How long an SMTP client may say nothing; RFC 5321 asks for five minutes (421 4.4.2)',
  ),
  smtpFirstCommandSeconds: number(
    'MAYFLY_SMTP_FIRST_COMMAND_SECONDS',
    60,
    [2, 3600],
    'seconds',
    'How long an SMTP client may wait with its first command (421 4.4.2)',
  ),
  smtpSlowBytesPerSecond: number(
    'MAYFLY_SMTP_SLOW_BYTES_PER_SECOND',
    50,
    [0, 1_000_000],
    'octets a second',
    'A mail that comes in more slowly than this over MAYFLY_SMTP_SLOW_SECONDS is broken off; 0: never (421 4.4.2)',
  ),
  smtpSlowSeconds: number(
    'MAYFLY_SMTP_SLOW_SECONDS',
    60,
    [5, 3600],
    'seconds',
    'Over how long the speed of a mail that comes in is measured',
  ),
  smtpTarpitSeconds: number(
    'MAYFLY_SMTP_TARPIT_SECONDS',
    2,
    [0, 60],
    'seconds',
    'How long an answer is held back from a network address in the penalty box, and at recipients that are not here from one that asked for too many of them',
  ),
  smtpBadSessionsPerTenMinutes: number(
    'MAYFLY_SMTP_BAD_SESSIONS_PER_10_MINUTES',
    30,
    [1, 10_000_000],
    'sessions',
    'SMTP sessions of one network address ended for errors, floods or silence in ten minutes; then it goes to the penalty box (421 4.7.0)',
  ),
  smtpUnknownPerTenMinutes: number(
    'MAYFLY_SMTP_UNKNOWN_RECIPIENTS_PER_10_MINUTES',
    100,
    [1, 10_000_000],
    'recipients',
    'Recipients that are not here, asked for from one network address in ten minutes; then it is slowed at such recipients and nowhere else (550 5.1.1 late, or 421 4.7.0)',
  ),
  smtpGreetingMs: number(
    'MAYFLY_SMTP_GREETING_MS',
    0,
    [0, 30_000],
    'milliseconds',
    'How long the greeting waits for clients that speak before it (421 4.5.0); 0 greets at once',
  ),
  smtpSessionSeconds: number(
    'MAYFLY_SMTP_SESSION_SECONDS',
    600,
    [10, 86_400],
    'seconds',
    'The whole length of one SMTP session (421 4.4.2)',
  ),
  processes: number(
    'MAYFLY_PROCESSES',
    1,
    [1, 64],
    'processes',
    'Relay processes on this machine that share the ports; more than 1 needs Redis',
  ),
  parserThreads: number(
    'MAYFLY_PARSER_THREADS',
    1,
    [1, 64],
    'threads',
    'Worker threads that parse and analyse mail, in each process',
  ),
  parseDeadlineMs: number(
    'MAYFLY_PARSE_DEADLINE_MS',
    5000,
    [100, 60_000],
    'milliseconds',
    'After this long a mail is listed unanalysed',
  ),
  parseQueue: number(
    'MAYFLY_PARSE_QUEUE',
    1000,
    [1, 100_000],
    'mails',
    'Mails that may wait for their analysis in each process; then senders wait up to 20 seconds for their reply (451 4.3.2)',
  ),
  verdictDeadlineMs: number(
    'MAYFLY_VERDICT_DEADLINE_MS',
    5000,
    [500, 60_000],
    'milliseconds',
    'After this long the verdict on a mail is unknown',
  ),
  verdictQueue: number(
    'MAYFLY_VERDICT_QUEUE',
    1000,
    [1, 100_000],
    'mails',
    'Mails that may wait for their verdict; that of further ones is unknown at once',
  ),
  shutdownSeconds: number(
    'MAYFLY_SHUTDOWN_SECONDS',
    10,
    [1, 300],
    'seconds',
    'How long a stopping relay waits for sessions that are in the middle of a mail',
  ),
} as const;
