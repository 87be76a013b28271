/** A mail server under load. */
export interface MailServer {
  readonly name: ServerName;
  readonly port: number;
  /** The processes whose CPU time and memory count, its store's too. */
  readonly pids: readonly number[];
  /** One for each stream of the load. */
  recipients(): Promise<readonly string[]>;
  /** Resolves when so many mails, counted from `recipients`, are stored and can be read. */
  settled(messages: number): Promise<void>;
  /** Reads all of them back; rejects when one is missing or damaged. Then forgets them. */
  verify(messages: number): Promise<void>;
  stop(): Promise<void>;
}

export const serverNames = [
  'mayfly-sqlite',
  'mayfly-redis',
  'haraka-raw',
  'haraka-parse',
  'maildev',
  'smtp-sink',
] as const;
/** Measured only when asked for: mail to inboxes that have a key, and what our libraries cost by themselves. */
export const askedNames = [
  'mayfly-sqlite-sealed',
  'mayfly-redis-sealed',
  'smtp-server',
  'smtp-server-parse',
] as const;
export type ServerName = (typeof serverNames)[number] | (typeof askedNames)[number];

/** How many streams of the load there are, each with its own recipient. */
export const streams = 4;

/** Of a server that takes mail for anybody. */
export const sameRecipients = () =>
  Promise.resolve(Array.from({ length: streams }, (_, i) => `user${i}@mayfly.test`));
