import { type LiveEvent, liveEventSchema } from '@mayfly/shared/contract/stream-event';
import { WebSocket, type ClientOptions } from 'ws';

/** A client of `/v1/live` that keeps what it is told until it is asked for. */
export class LiveClient {
  readonly socket: WebSocket;
  /** The code with which the connection ended. */
  readonly closed: Promise<number>;
  readonly #events: LiveEvent[] = [];
  #wake: () => void = () => {};

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(`${url.replace(/^http/, 'ws')}/v1/live`, options);
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('error', () => {});
    this.socket.on('message', (data: Buffer) => {
      this.#events.push(liveEventSchema.parse(JSON.parse(data.toString())));
      this.#wake();
    });
  }

  async opened(): Promise<this> {
    await new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('unexpected-response', (_request, response) =>
        reject(new Error(`refused with ${response.statusCode ?? 0}`)),
      );
      this.socket.once('error', reject);
    });
    return this;
  }

  /** Resolves when the relay has read everything that was sent so far, answers to its pings included. */
  async settled(): Promise<void> {
    const answered = new Promise((resolve) => this.socket.once('pong', resolve));
    this.socket.ping();
    await answered;
  }

  async next(): Promise<LiveEvent> {
    for (;;) {
      const event = this.#events.shift();
      if (event !== undefined) return event;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** What comes up to and with the first event of that type. */
  async until(type: LiveEvent['type']): Promise<LiveEvent[]> {
    const events: LiveEvent[] = [];
    for (;;) {
      const event = await this.next();
      events.push(event);
      if (event.type === type) return events;
    }
  }
}
