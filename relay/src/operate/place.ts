import { connect, type Socket } from 'node:net';

export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Where a port of an address on the internet is reached; for all but tests just there. */
export type Route = (address: string, port: number) => Place;

export const straight: Route = (host, port) => ({ host, port });

/** Why a connection did not come about, in Node's words: ECONNREFUSED, EHOSTUNREACH, ETIMEDOUT. */
export class Unreached extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`No connection: ${code}`);
    this.code = code;
  }
}

export const codeOf = (error: unknown): string => {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : null;
  return typeof code === 'string' ? code : 'unknown';
};

const words: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'nothing listens there'],
  ['ETIMEDOUT', 'no answer'],
  ['ETIMEOUT', 'no answer'],
  ['ABORT_ERR', 'no answer'],
  ['ECONNRESET', 'the connection breaks off'],
  ['EHOSTUNREACH', 'no way leads there'],
  ['ENETUNREACH', 'no way leads there'],
  ['EMSGSIZE', 'the answer is too long'],
  ['ESERVFAIL', 'its name servers have a fault'],
  ['EREFUSED', 'its name servers refuse to answer'],
]);

/** Why nothing came of it, as a person says it. */
export const inWords = (code: string): string => words.get(code) ?? code;

/** Resolves to a connection, or rejects with `Unreached`. */
export function reach({ host, port }: Place, withinMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: withinMs });
    const giveUp = (code: string) => {
      socket.destroy();
      reject(new Unreached(code));
    };
    socket.once('timeout', () => giveUp('ETIMEDOUT'));
    socket.once('error', (error) => giveUp(codeOf(error)));
    socket.once('connect', () => {
      socket.removeAllListeners('timeout').removeAllListeners('error').setTimeout(0);
      resolve(socket);
    });
  });
}
