import { createHash } from 'node:crypto';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import { RelayError } from '../core/errors.ts';
import type { AddressTag } from '../core/ports.ts';
import type { RedisArguments, RedisConnection } from './redis-connection.ts';
import { commitScript, RedisCommits } from './redis-commits.ts';
import {
  inboxKeys,
  isReading,
  isScript,
  scripts,
  scriptText,
  sharedScripts,
  writingScripts,
} from './redis-scripts.ts';
import type { ScriptName, SharedScriptName } from './redis-scripts.ts';

const TAG_LENGTH = 16;

interface Prepared {
  readonly text: string;
  readonly sha: string;
}

const prepare = (text: string): Prepared => ({
  text,
  sha: createHash('sha1').update(text).digest('hex'),
});

/** Runs the scripts. All keys of an inbox carry its address tag as hash tag, so that they lie in one slot. */
export class RedisRunner {
  readonly #connection: RedisConnection;
  readonly #reading = new Map<ScriptName, Prepared>();
  readonly #shared: Readonly<Record<'takePending' | 'beat', Prepared>> = {
    takePending: prepare(sharedScripts.takePending),
    beat: prepare(sharedScripts.beat),
  };
  readonly #commit = prepare(commitScript(writingScripts()));
  readonly #commits: RedisCommits;

  constructor(connection: RedisConnection) {
    this.#connection = connection;
    this.#commits = new RedisCommits(
      (keys, args) => this.#eval(this.#commit, keys, args),
      connection.isCluster ? hashTagOf : () => '',
    );
  }

  /** Sends all scripts ahead, so that the first mails do not carry them. */
  async load(): Promise<void> {
    const reading = Object.keys(scripts).filter(isScript).filter(isReading);
    const all = [
      ...reading.map((name) => this.#prepared(name)),
      ...Object.values(this.#shared),
      this.#commit,
    ];
    for (const node of await this.#connection.nodes()) {
      await Promise.all(all.map(({ text }) => node.command(['SCRIPT', 'LOAD', text])));
    }
  }

  /** A script on the inbox's keys; `id` may be the tag alone for a script that does not look at it. */
  run(
    name: ScriptName,
    id: InboxId | AddressTag,
    now: number,
    args: RedisArguments = [],
  ): Promise<unknown> {
    const tag = id.slice(0, TAG_LENGTH);
    const keys = scripts[name].keys.map((key) => `mayfly:{${tag}}:${inboxKeys[key]}`);
    const words = [id, String(now), ...args];
    if (isReading(name)) return this.#eval(this.#prepared(name), keys, words);
    return this.#commits.add({ name, keys, args: words });
  }

  /** A script on a key that belongs to no inbox. */
  runShared(name: SharedScriptName, key: string, args: RedisArguments): Promise<unknown> {
    if (name === 'takePending' || name === 'beat')
      return this.#eval(this.#shared[name], [key], args);
    return this.#commits.add({ name, keys: [key], args });
  }

  #prepared(name: ScriptName): Prepared {
    const known = this.#reading.get(name);
    if (known !== undefined) return known;
    const made = prepare(scriptText(name));
    this.#reading.set(name, made);
    return made;
  }

  async #eval(
    { text, sha }: Prepared,
    keys: readonly string[],
    args: RedisArguments,
  ): Promise<unknown> {
    const [first = ''] = keys;
    const rest = [String(keys.length), ...keys, ...args];
    try {
      return await this.#connection.command(first, ['EVALSHA', sha, ...rest]);
    } catch (error) {
      if (!isUnknownScript(error)) throw error;
      return await this.#connection.command(first, ['EVAL', text, ...rest]);
    }
  }
}

/** What of a key decides on its slot (Redis Cluster specification, hash tags). */
function hashTagOf(key: string): string {
  return /\{([^}]+)\}/.exec(key)?.[1] ?? key;
}

/** A server that was restarted has forgotten the scripts; the reply's code is its first word (RESP, simple errors). */
function isUnknownScript(error: unknown): boolean {
  const cause = error instanceof RelayError ? error.cause : error;
  return cause instanceof Error && cause.message.startsWith('NOSCRIPT');
}
