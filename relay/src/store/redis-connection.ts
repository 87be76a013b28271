/** What the store needs of Redis, one server or a cluster; `redis.ts` makes it from the client library. */
export interface RedisConnection {
  /** Keys of one command must share a slot. */
  readonly isCluster: boolean;
  /** One command at the node that keeps `key`. Rejects with RelayError `store-unavailable`, or `storage-full`, within a bounded time. */
  command(key: string, args: RedisArguments): Promise<unknown>;
  /** The nodes that take writes. */
  nodes(): Promise<readonly RedisNode[]>;
  subscribe(channel: string, listener: (payload: string) => void): Promise<void>;
  unsubscribe(channel: string, listener: (payload: string) => void): Promise<void>;
  close(): Promise<void>;
}

export interface RedisNode {
  readonly host: string;
  readonly port: number;
  command(args: RedisArguments): Promise<unknown>;
}

export type RedisArguments = readonly (string | Buffer)[];
