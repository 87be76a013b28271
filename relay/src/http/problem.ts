import type { Problem, ProblemCode } from '@mayfly/shared/contract/problem';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { type Outcome, RelayError } from '../core/errors.ts';
import type { Events, Random } from '../core/ports.ts';
import { randomName } from '../core/random-name.ts';
import { problemTable } from './problem-table.ts';

export interface ProblemDeps {
  readonly events: Pick<Events, 'requestRefused' | 'fault'>;
  readonly random: Random;
}

/** Goes on with what an expected outcome brought, or ends the request with its code. */
export function expectOk<T>(outcome: Outcome<T>): { readonly ok: true } & T {
  if (outcome.ok) return outcome;
  throw new RelayError(outcome.code);
}

/** Of the libraries' errors only the type is looked at; their messages may quote the request. */
const bodyErrors: ReadonlyMap<unknown, ProblemCode> = new Map([
  ['entity.parse.failed', 'malformed-json'],
  ['entity.too.large', 'payload-too-large'],
  ['encoding.unsupported', 'unsupported-media-type'],
  ['charset.unsupported', 'unsupported-media-type'],
  ['request.size.invalid', 'invalid-request'],
  ['request.aborted', 'invalid-request'],
]);

function toRelayError(error: unknown): RelayError {
  if (error instanceof RelayError) return error;
  const type = error instanceof Error && 'type' in error ? error.type : undefined;
  const code = bodyErrors.get(type);
  if (code !== undefined) return new RelayError(code, { cause: error });
  // Express answers a path with broken percent-encoding with a status of 400.
  const badPath = error instanceof URIError;
  return new RelayError(badPath ? 'invalid-request' : 'internal', { cause: error });
}

/** Seconds after which a refusal of that kind may be over. */
const retryAfter: Partial<Record<ProblemCode, number>> = {
  'too-many-waiters': 5,
  overloaded: 5,
  'store-unavailable': 5,
  'storage-full': 30,
  'shutting-down': 2,
};

/** RFC 9457. A 5xx says what and carries a request id, nothing else; that of `/readyz` its checks. */
export function toProblem(error: RelayError, requestId: string): Problem {
  const { status, title } = problemTable[error.code];
  const problem: Problem = {
    type: `urn:mayfly:problem:${error.code}`,
    title,
    status,
    code: error.code,
    requestId,
  };
  if (error.checks !== undefined) problem.checks = { ...error.checks };
  if (status >= 500) return problem;
  if (error.fields !== undefined) problem.fields = [...error.fields];
  if (error.next !== undefined) problem.next = error.next;
  return problem;
}

/** Reports the refusal and says what to send for it. Used by the WebSocket upgrade too, which has no Response. */
export function describeRefusal(
  { events, random }: ProblemDeps,
  thrown: unknown,
  route: string,
): { readonly problem: Problem; readonly headers: Readonly<Record<string, string>> } {
  const error = toRelayError(thrown);
  const problem = toProblem(error, randomName(random, 16));
  const { code, status } = problem;
  const requestId = problem.requestId ?? '';
  if (status >= 500 && error.cause !== undefined) {
    events.fault({ where: 'http', error: code === 'internal' ? error.cause : error, requestId });
  }
  events.requestRefused({ code, route, status, requestId });
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  };
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="mayfly"';
  const seconds = error.retryAfterSeconds ?? retryAfter[code];
  if (seconds !== undefined) headers['Retry-After'] = String(seconds);
  return { problem, headers };
}

/** Routes are told apart by their pattern: the path itself may name an inbox. */
function routeOf(req: { readonly route?: unknown }): string {
  const { route } = req;
  const known = typeof route === 'object' && route !== null && 'path' in route;
  return known ? String(route.path) : 'none';
}

function send(res: Response, refusal: ReturnType<typeof describeRefusal>): void {
  res.status(refusal.problem.status).set(refusal.headers);
  res.end(JSON.stringify(refusal.problem));
}

export function answerProblem(deps: ProblemDeps, res: Response, error: unknown): void {
  const refusal = describeRefusal(deps, error, routeOf(res.req));
  // Half an answer cannot be mended: the client must see that it is broken.
  if (res.headersSent) res.destroy();
  else send(res, refusal);
}

export function handleProblems(deps: ProblemDeps): ErrorRequestHandler {
  return (error, _req, res, _next) => answerProblem(deps, res, error);
}

export const routeNotFound: RequestHandler = () => {
  throw new RelayError('route-not-found');
};

export function methodNotAllowed(allowed: readonly string[]): RequestHandler {
  return (_req, res) => {
    res.set('Allow', allowed.join(', '));
    throw new RelayError('method-not-allowed');
  };
}
