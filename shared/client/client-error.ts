import type { Problem, ProblemCode } from '../contract/problem.ts';

/** The relay refused, in a form of the contract. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly problem: Problem;
  /** From `Retry-After`. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.status = problem.status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** No answer: the relay could not be reached, or the connection broke or took too long. */
export class NetworkError extends Error {
  readonly code = 'unreachable';

  constructor(cause: unknown) {
    super('The relay could not be reached', { cause });
    this.name = 'NetworkError';
  }
}

/** Something answered, but not as the contract says: another program, or a relay of another age. */
export class ContractError extends Error {
  readonly code = 'not-a-relay';
  readonly status: number;

  constructor(status: number, cause: unknown) {
    super(`The answer (status ${status}) is not of the contract`, { cause });
    this.name = 'ContractError';
    this.status = status;
  }
}

export type ClientError = ProblemError | NetworkError | ContractError;

export function isClientError(error: unknown): error is ClientError {
  return (
    error instanceof ProblemError || error instanceof NetworkError || error instanceof ContractError
  );
}
