import { connect, type Socket } from 'node:net';

/** The client's end of an SMTP session: sends octets as they are, reads line by line. */
export interface SmtpClient {
  send(octets: string | Buffer): void;
  /** The next line without its line end; null when the server has closed. */
  readLine(): Promise<string | null>;
  /** The lines of one reply (RFC 5321 section 4.2.1), its code and whether it is the last. */
  readReply(): Promise<{ readonly code: number; readonly lines: readonly string[] }>;
  /** Sends a line and reads the reply. */
  ask(line: string): Promise<{ readonly code: number; readonly lines: readonly string[] }>;
  close(): void;
}

export async function connectSmtp(port: number): Promise<SmtpClient> {
  const socket: Socket = connect(port, '127.0.0.1');
  let buffered = '';
  let isClosed = false;
  let wake: () => void = () => undefined;
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    buffered += text;
    wake();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isClosed = true;
    wake();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });

  async function readLine(): Promise<string | null> {
    for (;;) {
      const end = buffered.indexOf('\r\n');
      if (end !== -1) {
        const line = buffered.slice(0, end);
        buffered = buffered.slice(end + 2);
        return line;
      }
      if (isClosed) return buffered === '' ? null : buffered;
      await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  async function readReply() {
    const lines: string[] = [];
    for (;;) {
      const line = await readLine();
      if (line === null) throw new Error(`The server closed after ${JSON.stringify(lines)}`);
      lines.push(line);
      if (line[3] !== '-') return { code: Number(line.slice(0, 3)), lines };
    }
  }

  return {
    send: (octets) => void socket.write(octets),
    readLine,
    readReply,
    ask(line) {
      socket.write(`${line}\r\n`);
      return readReply();
    },
    close: () => socket.destroy(),
  };
}
