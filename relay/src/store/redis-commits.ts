import { faultOf } from './redis-guard.ts';
import type { RedisArguments } from './redis-connection.ts';
import { list, text } from './redis-replies.ts';

/** What changes something in Redis: the name of its script, its keys, which share a slot, and its arguments. */
export interface Operation {
  readonly name: string;
  readonly keys: readonly string[];
  readonly args: RedisArguments;
}

interface Waiting extends Operation {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** So much goes into one commit; Redis serves nobody else while it runs. */
const MOST_OPERATIONS = 200;
const MOST_OCTETS = 4_000_000;

/** Those that go to one place, in their order. */
interface Lane {
  readonly waiting: Waiting[];
  isBusy: boolean;
}

/**
 * Group commit: what comes while one commit is on its way goes into the next one. To Redis a commit is one command, so it
 * writes and syncs its file once for all the sessions that wait for it. An operation that fails fails alone.
 */
export class RedisCommits {
  readonly #run: (keys: readonly string[], args: RedisArguments) => Promise<unknown>;
  readonly #laneOf: (key: string) => string;
  readonly #lanes = new Map<string, Lane>();

  /** `laneOf`: what of one lane may stand in one command; on a cluster a slot. */
  constructor(
    run: (keys: readonly string[], args: RedisArguments) => Promise<unknown>,
    laneOf: (key: string) => string,
  ) {
    this.#run = run;
    this.#laneOf = laneOf;
  }

  add(operation: Operation): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const name = this.#laneOf(operation.keys[0] ?? '');
      let lane = this.#lanes.get(name);
      if (lane === undefined) {
        lane = { waiting: [], isBusy: false };
        this.#lanes.set(name, lane);
      }
      lane.waiting.push({ ...operation, resolve, reject });
      if (!lane.isBusy) this.#schedule(name, lane);
    });
  }

  /** Not at once: other sessions have their turn first, and what they bring goes along. */
  #schedule(name: string, lane: Lane): void {
    lane.isBusy = true;
    setImmediate(() => void this.#commit(name, lane));
  }

  async #commit(name: string, lane: Lane): Promise<void> {
    const group = takeGroup(lane.waiting);
    const keys = group.flatMap((operation) => operation.keys);
    try {
      const replies = list(await this.#run(keys, group.flatMap(wordsOf)));
      for (const [at, operation] of group.entries()) settle(operation, replies[at]);
    } catch (error) {
      // Those behind would only wait for the same outage.
      for (const operation of [...group, ...lane.waiting.splice(0)]) operation.reject(error);
    }
    lane.isBusy = false;
    if (lane.waiting.length > 0) this.#schedule(name, lane);
    else this.#lanes.delete(name);
  }
}

function takeGroup(waiting: Waiting[]): Waiting[] {
  let octets = 0;
  let count = 0;
  for (const { args } of waiting) {
    for (const each of args) octets += each.length;
    if (count > 0 && (count >= MOST_OPERATIONS || octets > MOST_OCTETS)) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

const wordsOf = ({ name, keys, args }: Operation): RedisArguments => [
  name,
  String(keys.length),
  String(args.length),
  ...args,
];

/** A list of one holds the reply; a text says why there is none. */
function settle({ resolve, reject }: Waiting, reply: unknown): void {
  if (Array.isArray(reply)) resolve(reply[0] ?? null);
  else reject(faultOf(new Error(text(reply))));
}

/**
 * One script of many: runs the named operations one after the other. ARGV: for each its name, how many keys and
 * arguments it has, and the arguments; KEYS in the same order.
 */
export function commitScript(operations: Readonly<Record<string, string>>): string {
  const functions = Object.entries(operations).map(
    ([name, body]) => `operations['${name}'] = function(KEYS, ARGV)\n${body}\nend`,
  );
  return `
local operations = {}
${functions.join('\n')}
local replies, key, at = {}, 0, 1
while at <= #ARGV do
  local name, keys, args = ARGV[at], tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
  local K, A = {}, {}
  for i = 1, keys do K[i] = KEYS[key + i] end
  for i = 1, args do A[i] = ARGV[at + 2 + i] end
  key, at = key + keys, at + 3 + args
  local done, reply = pcall(operations[name], K, A)
  local fault = nil
  if not done then fault = reply elseif type(reply) == 'table' and reply.err then fault = reply.err end
  if type(fault) == 'table' then fault = fault.err or 'unknown' end
  replies[#replies + 1] = fault and tostring(fault) or { reply }
end
return replies`;
}
