import { createHash } from 'node:crypto';
import type { InboxId } from '@mayfly/shared/contract/inbox';
import { RelayError } from '../core/errors.ts';
import type { AddressTag } from '../core/ports.ts';
import type { RedisArguments, RedisConnection } from './redis-connection.ts';
import { inboxKeys, scripts, scriptText, sharedScripts } from './redis-scripts.ts';
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
  readonly #scripts = new Map<ScriptName, Prepared>();
  readonly #shared: Readonly<Record<SharedScriptName, Prepared>> = {
    takePending: prepare(sharedScripts.takePending),
    beat: prepare(sharedScripts.beat),
  };

  constructor(connection: RedisConnection) {
    this.#connection = connection;
  }

  /** Sends all scripts ahead, so that the first mails do not carry them. */
  async load(): Promise<void> {
    const texts = [
      ...Object.keys(scripts)
        .filter(isScript)
        .map((name) => this.#prepared(name).text),
      ...Object.values(sharedScripts),
    ];
    for (const node of await this.#connection.nodes()) {
      await Promise.all(texts.map((text) => node.command(['SCRIPT', 'LOAD', text])));
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
    return this.#eval(this.#prepared(name), keys, [id, String(now), ...args]);
  }

  /** A script on a key that belongs to no inbox. */
  runShared(name: SharedScriptName, key: string, args: RedisArguments): Promise<unknown> {
    return this.#eval(this.#shared[name], [key], args);
  }

  #prepared(name: ScriptName): Prepared {
    const known = this.#scripts.get(name);
    if (known !== undefined) return known;
    const made = prepare(scriptText(name));
    this.#scripts.set(name, made);
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

const isScript = (name: string): name is ScriptName => name in scripts;

/** A server that was restarted has forgotten the scripts; the reply's code is its first word (RESP, simple errors). */
function isUnknownScript(error: unknown): boolean {
  const cause = error instanceof RelayError ? error.cause : error;
  return cause instanceof Error && cause.message.startsWith('NOSCRIPT');
}
