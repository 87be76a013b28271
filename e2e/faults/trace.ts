/** One system call, with the times at which it was entered and at which it came back. */
export interface SystemCall {
  readonly name: string;
  /** As strace prints them: paths and addresses behind file descriptors, octets escaped. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** What strace is told: all threads, microseconds, whole buffers, what descriptors stand for, and how long calls took. */
export const straceWords = (file: string): [string, ...string[]] => [
  'strace',
  '-f',
  '-ttt',
  '-T',
  '-yy',
  '-s',
  '70000',
  '-e',
  'trace=read,recvfrom,write,writev,pwrite64,sendto,sendmsg,fsync,fdatasync',
  '-o',
  file,
];

const line = /^(\d+) +(\d+\.\d+) (.*)$/;
const whole = /^(\w+)\((.*)\) += (?:-?\d+|\?).*?(?:<(\d+\.\d+)>)?$/;
const begun = /^(\w+)\((.*) <unfinished \.\.\.>$/;
const resumed = /^<\.\.\. (\w+) resumed>(.*)\) += (?:-?\d+|\?).*?(?:<(\d+\.\d+)>)?$/;

/** Reads what strace wrote; calls of other threads may stand between a call's beginning and its end. */
export function parseTrace(text: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const open = new Map<string, { name: string; words: string; start: number }>();
  for (const each of text.split('\n')) {
    const [, thread = '', time = '', rest = ''] = line.exec(each) ?? [];
    const at = Number(time);
    const [, name, words, took] = whole.exec(rest) ?? [];
    const [, openName, openWords] = begun.exec(rest) ?? [];
    const [, , moreWords, moreTook] = resumed.exec(rest) ?? [];
    const first = open.get(thread);
    if (openName !== undefined && openWords !== undefined) {
      open.set(thread, { name: openName, words: openWords, start: at });
    } else if (moreWords !== undefined && first !== undefined) {
      open.delete(thread);
      calls.push({ ...first, words: first.words + moreWords, end: first.start + Number(moreTook) });
    } else if (name !== undefined && words !== undefined) {
      calls.push({ name, words, start: at, end: at + Number(took) });
    }
  }
  return calls.sort((a, b) => a.start - b.start);
}

export type Verdict = 'synced' | 'not-received' | 'not-written' | 'not-answered' | 'not-synced';

/**
 * Whether the mail with `mark` in it was written to a file of `log` and synced between the end of its data and the
 * `250` on the same connection. What is written before it arrived, or synced before it was written, does not count.
 */
export function judge(calls: readonly SystemCall[], mark: string, log: RegExp): Verdict {
  const arrival = calls.find(
    ({ name, words }) =>
      /^(?:read|recvfrom)$/.test(name) && words.includes(mark) && words.includes('\\r\\n.\\r\\n'),
  );
  const connection = /^\d+<TCP:\[[^\]]*\]>/.exec(arrival?.words ?? '')?.[0];
  if (arrival === undefined || connection === undefined) return 'not-received';
  const answer = calls.find(
    ({ name, words, start }) =>
      start >= arrival.end &&
      /^(?:write|writev|sendto|sendmsg)$/.test(name) &&
      words.startsWith(connection) &&
      words.includes('"250 '),
  );
  if (answer === undefined) return 'not-answered';
  const written = calls.find(
    ({ name, words, start, end }) =>
      start >= arrival.end &&
      end <= answer.start &&
      /^(?:write|writev|pwrite64)$/.test(name) &&
      isFile(words, log) &&
      words.includes(mark),
  );
  if (written === undefined) return 'not-written';
  const synced = calls.some(
    ({ name, words, start, end }) =>
      /^(?:fsync|fdatasync)$/.test(name) &&
      isFile(words, log) &&
      start >= written.end &&
      end <= answer.start,
  );
  return synced ? 'synced' : 'not-synced';
}

const isFile = (words: string, log: RegExp): boolean =>
  log.test(/^\d+<([^>]*)>/.exec(words)?.[1] ?? '');
