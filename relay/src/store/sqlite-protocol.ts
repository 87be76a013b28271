import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { Store } from '../core/ports.ts';

/** A store's method as the database thread runs it: at once, with the time of the call handed in. */
type AtOnce<F> = F extends (...args: infer A) => Promise<infer R>
  ? (now: number, ...args: A) => R
  : never;

type ReadMethod =
  | 'findInbox'
  | 'findAddress'
  | 'readMessage'
  | 'readPart'
  | 'listChanges'
  | 'findAccess'
  | 'listAccess'
  | 'listInboxesOf'
  | 'readPlace';

type WriteMethod = Exclude<keyof Store, ReadMethod | 'cleanup' | 'close'>;

export type SqliteReads = { readonly [M in ReadMethod]: AtOnce<Store[M]> };
export type SqliteWrites = { readonly [M in WriteMethod]: AtOnce<Store[M]> } & {
  /** A bounded piece of the cleanup, so that mail does not wait for all of it. */
  cleanUpSome(now: number, limit: number): { ended: InboxId[]; more: boolean };
};
export type SqliteOperations = SqliteReads & SqliteWrites;
export type SqliteMethod = keyof SqliteOperations;

export type SqliteArguments<M extends SqliteMethod> =
  Parameters<SqliteOperations[M]> extends [number, ...infer A] ? A : never;
export type SqliteResult<M extends SqliteMethod> = ReturnType<SqliteOperations[M]>;

export interface SqliteOptions {
  readonly path: string;
  /** FULL unless a test shows what OFF would lose. */
  readonly synchronous: 'FULL' | 'OFF';
}

export interface SqliteRequest {
  readonly id: number;
  readonly method: SqliteMethod | 'close';
  readonly now: number;
  readonly args: readonly unknown[];
}

export type SqliteReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly full: boolean };

/** `started` comes once, before any reply. */
export type SqliteAnswer =
  | { readonly kind: 'started' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'replies'; readonly replies: readonly SqliteReply[] };
