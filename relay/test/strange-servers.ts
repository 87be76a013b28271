import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MadeCertificate } from './certificates.ts';

export interface StrangeServer extends AsyncDisposable {
  readonly port: number;
}

function strange(server: Pick<Server, 'address'>, close: () => unknown): StrangeServer {
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  return { port, [Symbol.asyncDispose]: async () => void close() };
}

/** A mail server that takes whatever it is given, for anybody. */
export async function startOpenRelay(name: string, made: MadeCertificate): Promise<StrangeServer> {
  const settings = { name, authOptional: true, disableReverseLookup: true };
  const server = new SMTPServer({ ...settings, cert: made.cert, key: made.key });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return strange(server.server, () => server.close());
}

/** Takes connections and never says a word. */
export async function startSilentServer(): Promise<StrangeServer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return strange(server, () => server.close());
}
