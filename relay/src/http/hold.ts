import type { Request, Response } from 'express';
import type { Waiter } from '../core/waiters.ts';
import { answerJson } from './answer.ts';
import { answerProblem, type ProblemDeps } from './problem.ts';

/**
 * Gives back what Node and Express keep of a request until it is answered, and what nobody asks for once it is judged:
 * on thousands that are held it would be a third of what each of them costs.
 */
function forget(req: Request): void {
  req.headers = {};
  req.rawHeaders = [];
  req.body = undefined;
  req.next = undefined;
}

/** Keeps a request open for a waiter. A client that goes away frees its places. */
export function hold(res: Response, waiter: Waiter): void {
  forget(res.req);
  if (res.closed || res.destroyed) waiter.close();
  else res.on('close', () => waiter.close());
}

/**
 * Answers once the outcome is there. The handler has returned by then, so that neither it nor the chain of handlers that
 * led to it is kept in memory while the request is held.
 */
export function answerWhenKnown<T>(
  deps: ProblemDeps,
  res: Response,
  outcome: Promise<T>,
  toAnswer: (outcome: T) => object,
): void {
  outcome
    .then((known) => answerJson(res, 200, toAnswer(known)))
    .catch((error: unknown) => answerProblem(deps, res, error));
}
