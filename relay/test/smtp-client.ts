import { connect, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';

type Reply = { readonly code: number; readonly lines: readonly string[] };

/** The client's end of an SMTP session: sends octets as they are, reads line by line. */
export interface SmtpClient {
  send(octets: string | Buffer): void;
  /** The next line without its line end; null when the server has closed. */
  readLine(): Promise<string | null>;
  /** The lines of one reply (RFC 5321 section 4.2.1), its code and whether it is the last. */
  readReply(): Promise<Reply>;
  /** Sends a line and reads the reply. */
  ask(line: string): Promise<Reply>;
  /** After the reply to STARTTLS. Resolves when the handshake is done; `this` client then speaks TLS. */
  secure(options?: ConnectionOptions): Promise<TLSSocket>;
  close(): void;
}

class Client implements SmtpClient {
  #socket: Socket;
  #buffered = '';
  #isClosed = false;
  #wake: () => void = () => undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.#listen();
  }

  send(octets: string | Buffer) {
    this.#socket.write(octets);
  }

  async readLine(): Promise<string | null> {
    for (;;) {
      const end = this.#buffered.indexOf('\r\n');
      if (end !== -1) {
        const line = this.#buffered.slice(0, end);
        this.#buffered = this.#buffered.slice(end + 2);
        return line;
      }
      if (this.#isClosed) return this.#buffered === '' ? null : this.#buffered;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  async readReply(): Promise<Reply> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.readLine();
      if (line === null) throw new Error(`The server closed after ${JSON.stringify(lines)}`);
      lines.push(line);
      if (line[3] !== '-') return { code: Number(line.slice(0, 3)), lines };
    }
  }

  ask(line: string): Promise<Reply> {
    this.send(`${line}\r\n`);
    return this.readReply();
  }

  async secure(options: ConnectionOptions = {}): Promise<TLSSocket> {
    const plain = this.#socket.removeAllListeners();
    const socket = connectTls({ socket: plain, rejectUnauthorized: false, ...options });
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve);
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('The server closed in the handshake')));
    });
    socket.removeAllListeners('error').removeAllListeners('close');
    this.#socket = socket;
    this.#listen();
    return socket;
  }

  close() {
    this.#socket.destroy();
  }

  #listen() {
    this.#socket.setEncoding('utf8');
    this.#socket.on('data', (text: string) => {
      this.#buffered += text;
      this.#wake();
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => {
      this.#isClosed = true;
      this.#wake();
    });
  }
}

/** @param from The address to come from: any of 127.0.0.0/8, on Linux. */
export async function connectSmtp(port: number, from = '127.0.0.1'): Promise<SmtpClient> {
  const socket: Socket = connect({ noDelay: true, port, host: '127.0.0.1', localAddress: from });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return new Client(socket);
}
