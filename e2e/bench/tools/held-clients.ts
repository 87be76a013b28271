import { Agent, request } from 'node:http';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { type MessageItem, messageListSchema } from '@mayfly/shared/contract/message';
import { liveEventSchema } from '@mayfly/shared/contract/stream-event';

export type Kind = 'longPoll' | 'webSocket';

/** Thousands of clients, each waiting on one inbox. Leaner than ours, but they read what they get. */
export interface HeldClients {
  readonly kind: Kind;
  open(inbox: CreatedInbox): void;
  /** Called with what comes to any of them. */
  take: (items: readonly MessageItem[]) => void;
  /** Rejects when one ends by itself. */
  readonly failed: Promise<never>;
  close(): void;
}

/** What a browser sends with a request of an extension, beside the token. */
const browserHeaders = {
  accept: 'application/json',
  'accept-language': 'en-US,en;q=0.9',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'cache-control': 'no-cache',
  pragma: 'no-cache',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'none',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
};

abstract class AllClients implements HeldClients {
  abstract readonly kind: Kind;
  take: (items: readonly MessageItem[]) => void = () => {};
  readonly failed: Promise<never>;
  protected readonly url: string;
  protected closed = false;
  readonly #reject: (error: Error) => void;

  constructor(url: string) {
    this.url = url;
    const { promise, reject } = Promise.withResolvers<never>();
    this.failed = promise;
    this.failed.catch(() => {});
    this.#reject = reject;
  }

  abstract open(inbox: CreatedInbox): void;

  close(): void {
    this.closed = true;
  }

  protected fail(error: Error): void {
    if (!this.closed) this.#reject(error);
  }
}

class LongPolls extends AllClients {
  readonly kind = 'longPoll';
  /** Every request is held, so each has a connection of its own, and keeps it for the next one. */
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: Infinity });

  open(inbox: CreatedInbox): void {
    this.#poll(inbox, { ...browserHeaders, authorization: `Bearer ${inbox.token}` }, '');
  }

  override close(): void {
    super.close();
    this.#agent.destroy();
  }

  #poll(inbox: CreatedInbox, headers: Record<string, string>, after: string): void {
    const url = `${this.url}/v1/inboxes/${inbox.id}/messages?wait=25${after}`;
    const sent = request(url, { agent: this.#agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        const list = messageListSchema.safeParse(JSON.parse(text));
        if (!list.success) return this.fail(new Error(`${answer.statusCode ?? 0}: ${text}`));
        this.take(list.data.items);
        if (!this.closed) this.#poll(inbox, headers, `&after=${list.data.next}`);
      });
    });
    sent.on('error', (error) => this.fail(error)).end();
  }
}

class WebSockets extends AllClients {
  readonly kind = 'webSocket';
  readonly #sockets: WebSocket[] = [];

  open({ token }: CreatedInbox): void {
    const socket = new WebSocket(`${this.url.replace(/^http/, 'ws')}/v1/live`);
    this.#sockets.push(socket);
    socket.onopen = () => socket.send(JSON.stringify({ watch: [{ token }] }));
    socket.onmessage = ({ data }) => {
      const event = liveEventSchema.parse(JSON.parse(String(data)));
      if ('item' in event) this.take([event.item]);
    };
    socket.onclose = ({ code }) => this.fail(new Error(`closed with ${code}`));
  }

  override close(): void {
    super.close();
    for (const socket of this.#sockets) socket.close(1000);
  }
}

export function createHeldClients(kind: Kind, url: string): HeldClients {
  return kind === 'longPoll' ? new LongPolls(url) : new WebSockets(url);
}
