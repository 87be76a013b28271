import { connectSmtp, type SmtpClient } from './smtp-client.ts';

/**
 * An SMTP conversation as text, both sides. One step a line:
 *
 *   # …            a remark
 *   C: text        the client sends the line
 *   C~ text        the client sends the octets, without a line end
 *   S: pattern     the server sends a line; * stands for anything
 *   S* pattern     the server sends any number of such lines, none too
 *   S! closed      the server closes, with nothing unread before it
 *   ! command …    the world changes: see `commands` of whoever runs it
 *   = check …      something is true of the world
 *
 * In what the client sends, \r \n \t \0 \\ and \xHH stand for octets, and {text*n} for n times the text.
 * An empty session begins with the first S: and ends with the file, or with `! reconnect`.
 */
export interface Step {
  readonly line: number;
  readonly kind: 'C:' | 'C~' | 'S:' | 'S*' | 'S!' | '!' | '=';
  readonly text: string;
}

export interface World {
  readonly port: number;
  command(words: readonly string[]): Promise<void>;
  check(words: readonly string[]): Promise<void>;
}

const kinds = ['C:', 'C~', 'S:', 'S*', 'S!', '!', '='] as const;

export function parseDialog(text: string): Step[] {
  return text.split('\n').flatMap((row, index) => {
    if (row.trim() === '' || row.startsWith('#')) return [];
    const kind = kinds.find((known) => row === known || row.startsWith(`${known} `));
    if (kind === undefined) throw new Error(`Line ${index + 1} is no step: ${row}`);
    return [{ line: index + 1, kind, text: row.slice(kind.length + 1) }];
  });
}

const escapes: Readonly<Record<string, string>> = {
  r: '\r',
  n: '\n',
  t: '\t',
  '0': '\0',
  '\\': '\\',
};

/** The octets that a line of the client stands for. */
export function octetsOf(text: string): Buffer {
  const repeated = text.replace(/\{([^{}]*)\*(\d+)\}/g, (_, part: string, n: string) =>
    part.repeat(Number(n)),
  );
  const parts = repeated.split(/(\\x[0-9a-fA-F]{2}|\\[rnt0\\])/).map((part) => {
    if (part.startsWith('\\x') && part.length === 4)
      return Buffer.from([Number.parseInt(part.slice(2), 16)]);
    return Buffer.from(part.startsWith('\\') ? (escapes[part.slice(1)] ?? part) : part);
  });
  return Buffer.concat(parts);
}

function matches(line: string | null, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return line !== null && new RegExp(`^${parts.join('.*')}$`, 's').test(line);
}

/** Words, of which those in quotes may hold spaces. */
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

interface Session {
  readonly client: SmtpClient;
  /** A line that was read and belongs to the next step. */
  ahead: string | null | undefined;
}

async function nextLine(session: Session): Promise<string | null> {
  const { ahead } = session;
  session.ahead = undefined;
  return ahead === undefined ? session.client.readLine() : ahead;
}

async function serve(session: Session, { kind, text }: Step): Promise<void> {
  const { client } = session;
  if (kind === 'C:') client.send(Buffer.concat([octetsOf(text), Buffer.from('\r\n')]));
  if (kind === 'C~') client.send(octetsOf(text));
  if (kind === 'S:' || kind === 'S!') {
    const line = await nextLine(session);
    const isGood = kind === 'S!' ? line === null : matches(line, text);
    if (!isGood) throw new Error(`expected ${kind} ${text}, got ${JSON.stringify(line)}`);
  }
  if (kind === 'S*') {
    let line = await nextLine(session);
    while (matches(line, text)) line = await nextLine(session);
    session.ahead = line;
  }
}

/** Holds the conversation; rejects at the first step that does not come true, and names its line. */
export async function runDialog(steps: readonly Step[], world: World): Promise<void> {
  let session: Session | undefined;
  for (const step of steps) {
    try {
      if (step.kind === '!' && step.text === 'reconnect') {
        session?.client.close();
        session = undefined;
      } else if (step.kind === '!') await world.command(wordsOf(step.text));
      else if (step.kind === '=') await world.check(wordsOf(step.text));
      else {
        session ??= { client: await connectSmtp(world.port), ahead: undefined };
        await serve(session, step);
      }
    } catch (error) {
      session?.client.close();
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`line ${step.line}: ${reason}`, { cause: error });
    }
  }
  session?.client.close();
}
