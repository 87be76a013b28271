import { connect, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dice } from './dice.ts';
import { acknowledgedBy, faultOfReply } from './reply-words.ts';
import type { Script, Step } from './smtp-script.ts';

export interface Target {
  readonly port: number;
  /** The local part that stands for `otter`. */
  readonly localPart: string;
  /** The client's own address. */
  readonly from: string;
}

export interface SessionResult {
  /** All that the relay said. */
  readonly heard: string;
  /** Ids of the messages that were acknowledged. */
  readonly acknowledged: readonly string[];
  /** What the relay did that it must not do. */
  readonly faults: readonly string[];
  /** Its connection broke while it still wrote; what the relay had said before that may not have been read. */
  readonly isBroken: boolean;
}

/** The server answers within this or hangs, on however busy a machine. */
const deadlineMs = 60_000;
/** Pace only: nothing is concluded from silence. */
const patienceMs = 10;
/** Ends a mail when one is open, and is three wrong commands when none is. */
const lastWords = '\r\n.\r\nNOOP\r\nQUIT\r\n';
/** What may stand last: goodbye, closing, a line without end. */
const lastCodes = /^(?:221|421|500 5\.5\.2) /;

/** An address of the loopback network, as one of many strangers would have it; some come again and again. */
export const strangerAddress = (dice: Dice): string =>
  dice.percent(3)
    ? `127.251.0.${1 + dice.below(5)}`
    : `127.${1 + dice.below(250)}.${dice.below(250)}.${1 + dice.below(250)}`;

class Session {
  readonly #socket: Socket;
  #heard = '';
  #isClosed = false;
  #isBroken = false;
  #wake: () => void = () => undefined;

  constructor({ port, from }: Target) {
    this.#socket = connect({ port, host: '127.0.0.1', localAddress: from, noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text: string) => {
      this.#heard += text;
      this.#wake();
    });
    this.#socket.on('drain', () => this.#wake());
    // The library drops what it has not read when it can write no more.
    this.#socket.on('error', () => (this.#isBroken = true));
    this.#socket.on('close', () => {
      this.#isClosed = true;
      this.#wake();
    });
  }

  get heard(): string {
    return this.#heard;
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Whether it came true in time; a closed connection ends the wait too. */
  async until(isTrue: () => boolean, milliseconds: number): Promise<boolean> {
    const end = performance.now() + milliseconds;
    while (!isTrue() && !this.#isClosed) {
      const left = end - performance.now();
      if (left <= 0) return false;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, left);
      this.#wake = resolve;
      await promise;
      clearTimeout(timer);
    }
    return true;
  }

  async send(octets: Buffer): Promise<boolean> {
    if (this.#socket.write(octets)) return true;
    return this.until(() => !this.#socket.writableNeedDrain, deadlineMs);
  }

  async drip(octets: Buffer): Promise<void> {
    for (const octet of octets) {
      if (this.#isClosed) return;
      this.#socket.write(Buffer.of(octet));
      await nextTurn();
    }
  }

  async listen(): Promise<void> {
    const before = this.#heard.length;
    await this.until(() => this.#heard.length > before, patienceMs);
  }

  /** Whether the connection came to its end in time. */
  async end(how: Script['end']): Promise<boolean> {
    if (how === 'quit') this.#socket.write(lastWords);
    if (how === 'half-close') this.#socket.end();
    if (how === 'reset') this.#socket.resetAndDestroy();
    if (how === 'leave') this.#socket.destroy();
    const isOver = await this.until(() => false, deadlineMs);
    this.#socket.destroy();
    return isOver;
  }
}

const named = (octets: Buffer, localPart: string): Buffer =>
  Buffer.from(octets.toString('latin1').replaceAll('otter', localPart), 'latin1');

async function take(session: Session, step: Step, localPart: string): Promise<boolean> {
  if (step.do === 'listen') await session.listen();
  else if (step.do === 'drip') await session.drip(named(step.octets, localPart));
  else return session.send(named(step.octets, localPart));
  return true;
}

function judge(heard: string, end: Script['end']): string[] {
  const lines = heard.split('\r\n');
  const rest = lines.pop() ?? '';
  const faults = lines.flatMap((line, index) => {
    // A second greeting would be the answer to an XCLIENT that was believed.
    const isLate = line.startsWith('220') && index > 0;
    const fault = isLate ? 'a second greeting' : faultOfReply(line);
    return fault === null ? [] : [`${fault}: ${JSON.stringify(line.slice(0, 600))}`];
  });
  if (end === 'quit' && rest !== '') faults.push(`half a line: ${JSON.stringify(rest)}`);
  const last = lines.at(-1) ?? '';
  if (end === 'quit' && !lastCodes.test(last)) faults.push(`ended after ${JSON.stringify(last)}`);
  return faults;
}

/** Holds the session; tells what was acknowledged and what the relay did wrong. */
export async function runSession(target: Target, script: Script): Promise<SessionResult> {
  const session = new Session(target);
  const faults: string[] = [];
  const greeted =
    !script.waitsForGreeting || (await session.until(() => session.heard !== '', deadlineMs));
  if (!greeted) faults.push('no greeting');
  for (const step of script.steps) {
    if (session.isClosed) break;
    if (!(await take(session, step, target.localPart))) faults.push('reads no more');
  }
  if (!(await session.end(script.end))) faults.push('does not end');
  faults.push(...judge(session.heard, script.end));
  const acknowledged = session.heard
    .split('\r\n')
    .map(acknowledgedBy)
    .filter((id) => id !== null);
  return { heard: session.heard, acknowledged, faults, isBroken: session.isBroken };
}
