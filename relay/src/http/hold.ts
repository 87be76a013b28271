import type { Response } from 'express';
import type { Asker, PollOutcome } from '../core/poll.ts';
import type { Waiter } from '../core/waiters.ts';
import { answerJson } from './answer.ts';
import type { HttpDeps } from './deps.ts';
import { answerProblem, type ProblemDeps } from './problem.ts';

type HeldDeps = ProblemDeps & Pick<HttpDeps, 'unread'>;

const nothing = Object.freeze({});
const noHeaders: string[] = [];

/**
 * Gives back what Node and Express keep of a request until it is answered, and what nobody asks for once it is judged:
 * on thousands that are held it would be a good part of what each of them costs.
 */
function forgetRequest(res: Response): void {
  const { req } = res;
  req.headers = nothing;
  req.rawHeaders = noHeaders;
  req.params = nothing;
  req.body = undefined;
  req.next = undefined;
  res.locals = nothing;
}

/**
 * A client whose request may be held. It is answered from here, since the handler has returned by then: while it waits,
 * neither that nor the chain of handlers that led to it is kept in memory.
 */
export class HeldClient implements Asker {
  readonly #deps: HeldDeps;
  readonly #res: Response;
  readonly #toAnswer: (outcome: PollOutcome) => object;

  /** @param toAnswer the body of the answer; what it throws is told as a problem */
  constructor(deps: HeldDeps, res: Response, toAnswer: (outcome: PollOutcome) => object) {
    this.#deps = deps;
    this.#res = res;
    this.#toAnswer = toAnswer;
  }

  waits(waiter: Waiter): void {
    const res = this.#res;
    forgetRequest(res);
    if (res.closed || res.destroyed) waiter.close();
    else res.on('close', () => waiter.close());
  }

  told(outcome: PollOutcome): void {
    try {
      const bytes = answerJson(this.#res, 200, this.#toAnswer(outcome));
      this.#deps.unread.follow(this.#res, bytes);
    } catch (error) {
      this.failed(error);
    }
  }

  failed(error: unknown): void {
    answerProblem(this.#deps, this.#res, error);
  }
}
