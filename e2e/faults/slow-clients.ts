import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The `n`th address of a network of strangers, 200 to each /24. */
const strangerAddress = (n: number): string => `127.9.${Math.floor(n / 200)}.${1 + (n % 200)}`;

/** Connections that are held, and what is said on them. */
export interface SlowClients extends AsyncDisposable {
  readonly count: number;
  /** How many the relay has closed. */
  readonly ended: number;
}

async function open(port: number, n: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: strangerAddress(n) });
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
  return socket;
}

export interface SlowManner {
  /** Said first; after the greeting when it `waits` for one. */
  readonly opening?: string;
  readonly waits?: boolean;
  /** Said piece by piece, one every `everyMs`, over and over. */
  readonly dripping?: readonly string[];
  readonly everyMs?: number;
  /** Reads nothing of what it is told. */
  readonly deaf?: boolean;
}

/** So many connections, each from an address of its own, that do what they do for as long as they are held. */
export async function holdClients(
  port: number,
  count: number,
  how: SlowManner = {},
): Promise<SlowClients> {
  const { opening = '', dripping = [], everyMs = 1000, deaf = false, waits = false } = how;
  const sockets: Socket[] = [];
  let ended = 0;
  for (let n = 0; n < count; n += 1) {
    const socket = await open(port, n);
    if (waits) await once(socket, 'data');
    if (deaf) socket.pause();
    else socket.resume();
    socket.once('close', () => (ended += 1));
    if (opening !== '') socket.write(opening);
    sockets.push(socket);
  }
  const stop = new AbortController();
  const drip = async (): Promise<void> => {
    for (let at = 0; !stop.signal.aborted; at = (at + 1) % dripping.length) {
      for (const socket of sockets) if (socket.writable) socket.write(dripping[at] ?? '');
      await delay(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  };
  const dripped = dripping.length === 0 ? Promise.resolve() : drip();
  return {
    count,
    get ended() {
      return ended;
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await dripped;
      for (const socket of sockets) socket.destroy();
    },
  };
}
