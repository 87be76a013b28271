import type { RedisConnection } from './redis-connection.ts';
import { integer, list, text } from './redis-replies.ts';
import type { RedisRunner } from './redis-runner.ts';

const RELAYS = 'mayfly:{relays}:living';

/** The relays on this store as one of them sees them. */
export interface Others {
  readonly living: readonly string[];
  /** Whether one that is missing is dead: it had the time to show itself since the last gap. */
  readonly mayJudge: boolean;
}

/**
 * Which relays live. Each gives a sign of life every so often, and one that is silent for `deadAfterMs` is taken for
 * dead by the others. All of it in the time of Redis, so that no relay's clock matters.
 */
export class RedisRelays {
  /** The name of this process, another at each start. */
  readonly own: string;
  readonly #connection: RedisConnection;
  readonly #runner: RedisRunner;
  readonly #deadAfterMs: number;
  /** Since when this relay's own signs came without a gap. */
  #steadySince = Number.POSITIVE_INFINITY;

  constructor(
    connection: RedisConnection,
    runner: RedisRunner,
    { own, deadAfterMs }: { own: string; deadAfterMs: number },
  ) {
    this.own = own;
    this.#connection = connection;
    this.#runner = runner;
    this.#deadAfterMs = deadAfterMs;
  }

  /**
   * Gives a sign of life. After a gap of its own, such as an outage of Redis, a relay judges nobody for a while: the
   * others had the same outage and are only about to come back.
   */
  async beat(): Promise<Others> {
    const words = [this.own, String(this.#deadAfterMs)];
    const [now, wasAlive, living] = list(await this.#runner.runShared('beat', RELAYS, words));
    const at = integer(now);
    if (integer(wasAlive) === 0) this.#steadySince = at;
    const mayJudge = at - this.#steadySince >= this.#deadAfterMs;
    return { living: list(living).map(text), mayJudge };
  }

  /** What this relay leaves is free for the others at once. */
  async leave(): Promise<void> {
    await this.#connection.command(RELAYS, ['ZREM', RELAYS, this.own]);
  }
}
