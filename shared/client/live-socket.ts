import { type LiveEvent, liveEventSchema, type Watched } from '../contract/stream-event.ts';
import { ContractError, NetworkError } from './client-error.ts';

/** The part of the browser's WebSocket that is used; Node's is the same. */
export interface Socket {
  send(data: string): void;
  close(code?: number): void;
  addEventListener(type: 'open' | 'error', listener: () => void): void;
  addEventListener(type: 'close', listener: (event: { code: number }) => void): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
}
export type OpenSocket = (url: string) => Socket;

/** A relay sends at least every 20 s; after this long without a word the connection is dead. */
const silenceMs = 45_000;

function readEvent(data: unknown): LiveEvent {
  try {
    return liveEventSchema.parse(JSON.parse(String(data)));
  } catch (cause) {
    throw new ContractError(101, cause);
  }
}

function feed(socket: Socket, watch: readonly Watched[], wake: () => void) {
  const frames: unknown[] = [];
  let ended: { code: number } | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const end = (code: number) => {
    clearTimeout(silence);
    ended ??= { code };
    wake();
  };
  const hear = () => {
    clearTimeout(silence);
    silence = setTimeout(() => end(1006), silenceMs);
  };
  hear();
  socket.addEventListener('open', () => socket.send(JSON.stringify({ watch })));
  socket.addEventListener('error', () => end(1006));
  socket.addEventListener('close', (event) => end(event.code));
  socket.addEventListener('message', (event) => {
    hear();
    frames.push(event.data);
    wake();
  });
  return { frames, ended: () => ended, stop: () => end(1000) };
}

/**
 * The events of one `/v1/live` connection, in their order. Ends when the signal ends it.
 * @throws NetworkError when the connection breaks, ContractError when a frame is not of the contract.
 */
export async function* liveEvents(
  open: OpenSocket,
  baseUrl: string,
  watch: readonly Watched[],
  signal: AbortSignal,
): AsyncGenerator<LiveEvent, void> {
  let wake = () => {};
  const socket = open(`${baseUrl.replace(/^http/, 'ws')}/v1/live`);
  const source = feed(socket, watch, () => wake());
  const stop = () => source.stop();
  signal.addEventListener('abort', stop);
  try {
    for (;;) {
      const frame = source.frames.shift();
      if (frame !== undefined) {
        yield readEvent(frame);
        continue;
      }
      if (signal.aborted) return;
      const ended = source.ended();
      if (ended !== undefined) throw new NetworkError(new Error(`closed with ${ended.code}`));
      await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    source.stop();
    socket.close(1000);
  }
}
