import type { ProblemCode } from '@mayfly/shared/contract/problem';

/** A fault or refusal with a code of the contract. `message` is for developers and never leaves the process. */
export class RelayError extends Error {
  readonly code: ProblemCode;
  /** Faults in single fields of the input. */
  readonly fields: readonly { path: string; message: string }[] | undefined;
  /** With `cursor-expired`: where to go on. */
  readonly next: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** With a relay that is not ready: what it looked at, and how that was. */
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>> | undefined;

  constructor(
    code: ProblemCode,
    options: {
      message?: string;
      cause?: unknown;
      fields?: readonly { path: string; message: string }[];
      next?: string;
      retryAfterSeconds?: number;
      checks?: Readonly<Record<string, 'ok' | 'failed'>>;
    } = {},
  ) {
    super(options.message ?? code, { cause: options.cause });
    this.name = 'RelayError';
    this.code = code;
    this.fields = options.fields;
    this.next = options.next;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.checks = options.checks;
  }
}

/** An expected outcome that says no. */
export type Refusal = { readonly ok: false; readonly code: ProblemCode };
export type Outcome<T = object> = ({ readonly ok: true } & T) | Refusal;
