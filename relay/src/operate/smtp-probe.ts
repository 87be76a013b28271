import type { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { codeOf, type Place, reach, Unreached } from './place.ts';

export interface SmtpReply {
  readonly code: number;
  readonly lines: readonly string[];
}

export interface TlsFacts {
  /** Null: there was no handshake. */
  readonly certificate: X509Certificate | null;
  /** What OpenSSL or Node says against it. */
  readonly trouble: string | null;
}

/** What a mail host says to a sender. */
export type SmtpFacts =
  | { readonly isReached: false; readonly reason: string }
  | {
      readonly isReached: true;
      readonly greeting: SmtpReply;
      readonly offersTls: boolean;
      /** To a recipient of ours, and to one of somebody else's. */
      readonly ours: SmtpReply;
      readonly foreign: SmtpReply;
      /** Null: not offered. */
      readonly tls: TlsFacts | null;
    };

export interface SmtpQuestion {
  readonly mx: string;
  readonly ours: string;
  readonly foreign: string;
  /** Whose signatures on certificates count. */
  readonly trust: SecureContext;
  readonly withinMs: number;
}

/** Longer than any reply of a mail server. */
const mostOctets = 65_536;

/** The sender's side of a session; each wait ends with the socket, which has a time limit. */
class Conversation {
  readonly #socket: Socket;
  #text = '';
  #ended: string | null = null;
  #wake: () => void = () => undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
    const end = (code: string) => {
      this.#ended ??= code;
      this.#wake();
    };
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.#text += text;
      if (this.#text.length > mostOctets) end('EMSGSIZE');
      this.#wake();
    });
    socket.on('error', (error) => end(codeOf(error)));
    socket.on('close', () => end('ECONNRESET'));
    socket.on('timeout', () => end('ETIMEDOUT'));
  }

  async ask(line: string): Promise<SmtpReply> {
    this.#socket.write(`${line}\r\n`);
    return this.reply();
  }

  async reply(): Promise<SmtpReply> {
    for (;;) {
      const [whole = '', code = ''] =
        /^(?:\d{3}-.*\r\n)*(\d{3})(?: .*)?\r\n/.exec(this.#text) ?? [];
      if (whole !== '') {
        this.#text = this.#text.slice(whole.length);
        return { code: Number(code), lines: whole.trimEnd().split('\r\n') };
      }
      if (this.#ended !== null) throw new Unreached(this.#ended);
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  release(): Socket {
    return this.#socket.removeAllListeners();
  }
}

function shake(socket: Socket, { mx, trust, withinMs }: SmtpQuestion): Promise<TlsFacts> {
  return new Promise((resolve) => {
    const how = { servername: mx, secureContext: trust, rejectUnauthorized: false };
    const tls: TLSSocket = connectTls({ socket, ...how });
    const give = (facts: TlsFacts) => {
      tls.destroy();
      resolve(facts);
    };
    tls.setTimeout(withinMs, () => give({ certificate: null, trouble: 'ETIMEDOUT' }));
    tls.on('error', (error) => give({ certificate: null, trouble: codeOf(error) }));
    tls.on('close', () => give({ certificate: null, trouble: 'ECONNRESET' }));
    tls.once('secureConnect', () => {
      // Node types it as an error, and gives its code as a string.
      const trouble: unknown = tls.authorizationError;
      const text = typeof trouble === 'string' ? trouble : trouble ? codeOf(trouble) : null;
      give({ certificate: tls.getPeerX509Certificate() ?? null, trouble: text });
    });
  });
}

async function talk(socket: Socket, question: SmtpQuestion): Promise<SmtpFacts> {
  const session = new Conversation(socket);
  const greeting = await session.reply();
  const hello = await session.ask(`EHLO ${question.mx}`);
  await session.ask('MAIL FROM:<>');
  const ours = await session.ask(`RCPT TO:<${question.ours}>`);
  const foreign = await session.ask(`RCPT TO:<${question.foreign}>`);
  await session.ask('RSET');
  const offersTls = hello.lines.some((line) => /^250[ -]STARTTLS$/i.test(line));
  const known = { isReached: true, greeting, offersTls, ours, foreign } as const;
  if (!offersTls) {
    await session.ask('QUIT');
    return { ...known, tls: null };
  }
  const ready = await session.ask('STARTTLS');
  if (ready.code !== 220)
    return { ...known, tls: { certificate: null, trouble: ready.lines.join(' ') } };
  return { ...known, tls: await shake(session.release(), question) };
}

/** Speaks to a mail host as a sender does, up to where a mail would begin. */
export async function probeSmtp(at: Place, question: SmtpQuestion): Promise<SmtpFacts> {
  try {
    const socket = await reach(at, question.withinMs);
    socket.setTimeout(question.withinMs);
    try {
      return await talk(socket, question);
    } finally {
      socket.destroy();
    }
  } catch (error) {
    if (error instanceof Unreached) return { isReached: false, reason: error.code };
    throw error;
  }
}
