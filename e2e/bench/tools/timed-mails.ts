import { setTimeout as delay } from 'node:timers/promises';
import type { MessageItem } from '@mayfly/shared/contract/message';
import { createTransport } from 'nodemailer';
import type { Endpoint } from '../../fixtures/relay.ts';
import { percentile, round } from './figures.ts';

const connections = 8;

/** About 2 KB, with a link and a code, as a site sends it. */
function mailTo(address: string, subject: string) {
  const link = `https://shop.example.org/verify?token=${subject.replaceAll(/\W/g, '')}f3a9c2e7`;
  const filler =
    'You get this mail because somebody signed up at our shop with this address. '.repeat(20);
  const text = `Hello!\n\nPlease confirm your address: ${link}\n\nOr type this code: 481205\n\n${filler}\n`;
  return { from: 'shop@example.org', to: address, subject, text };
}

/** Mails that are sent at a steady rate, and how long each takes from its `250` to who waits for it. */
export class TimedMails {
  readonly complete: Promise<void>;
  readonly #accepted = new Map<string, number>();
  readonly #received = new Map<string, number>();
  readonly #count: number;
  readonly #finish: () => void;

  constructor(count: number) {
    this.#count = count;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.complete = promise;
    this.#finish = resolve;
  }

  /** Sends one mail every so often, whether or not the last one is through. */
  async sendAll(smtp: Endpoint, rate: number, addressOf: (i: number) => string): Promise<void> {
    const transport = createTransport({
      ...smtp,
      pool: true,
      maxConnections: connections,
      maxMessages: Infinity,
      ignoreTLS: true,
    });
    const sending: Promise<void>[] = [];
    const started = performance.now();
    for (let i = 0; i < this.#count; i += 1) {
      const due = started + (i * 1000) / rate - performance.now();
      if (due > 0) await delay(due);
      const subject = `Mail number ${i}`;
      const sent = transport.sendMail(mailTo(addressOf(i), subject));
      sending.push(sent.then(() => void this.#accepted.set(subject, performance.now())));
    }
    await Promise.all(sending);
    transport.close();
  }

  /** Notes when each analysed message comes; `complete` resolves with the last one. */
  take(items: readonly MessageItem[]): void {
    const now = performance.now();
    for (const item of items) {
      if (item.change === 'deleted' || item.state !== 'analysed' || !item.content) continue;
      if (item.content.links.length === 0) throw new Error('An analysed message without its link');
      if (!this.#received.has(item.content.subject)) this.#received.set(item.content.subject, now);
    }
    if (this.#received.size === this.#count) this.#finish();
  }

  /** What a client has before the sender read its reply took no time. */
  figures() {
    const took = [...this.#received].map(([subject, at]) =>
      Math.max(0, at - (this.#accepted.get(subject) ?? Number.NaN)),
    );
    const [p50, p99] = [round(percentile(took, 0.5)), round(percentile(took, 0.99))];
    return { n: took.length, p50, p99 };
  }
}
