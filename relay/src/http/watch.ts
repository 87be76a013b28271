import { routes } from '@mayfly/shared/contract/routes';
import type { WatchAnswer, Watched, WatchResult } from '@mayfly/shared/contract/stream-event';
import type { Request } from 'express';
import { type CursorPlace, decodeCursor, encodeCursor, startOfInbox } from '../core/cursor.ts';
import type { Outcome } from '../core/errors.ts';
import { poll, type PollAnswer, type PollOutcome, type PollTarget } from '../core/poll.ts';
import type { Sessions } from '../core/sessions.ts';
import { answerBytes, defaultPageLimit, type HttpDeps } from './deps.ts';
import type { Handlers } from './handlers.ts';
import { HeldClient } from './hold.ts';
import { expectOk } from './problem.ts';
import { readBody } from './validate.ts';

/** Opens one watched inbox, or says with which code it cannot be. */
export async function openWatched(
  sessions: Sessions,
  { token, after }: Watched,
): Promise<Outcome<{ target: PollTarget }>> {
  const opened = await sessions.open(token, { scope: 'read' });
  if (!opened.ok) return opened;
  const { session } = opened;
  const place: CursorPlace | null =
    after === undefined ? startOfInbox : decodeCursor(session.inbox.id, after);
  if (place === null) return { ok: false, code: 'invalid-request' };
  return { ok: true, target: { session, after: place } };
}

function toAnswer({ session }: PollTarget, answer: PollAnswer): WatchAnswer {
  const { id } = session.inbox;
  if (!answer.ok) {
    const next = answer.next === undefined ? {} : { next: encodeCursor(id, answer.next) };
    return { ok: false, code: answer.code, ...next };
  }
  return {
    ok: true,
    inbox: id,
    items: answer.page.items.map(({ item }) => item),
    next: encodeCursor(id, answer.page.next),
    expiresAt: new Date(answer.expiresAt).toISOString(),
    publicKey: answer.publicKey,
  };
}

/** One answer for each that was asked, in that order. */
function toResult(
  opened: readonly Awaited<ReturnType<typeof openWatched>>[],
  outcome: PollOutcome,
): WatchResult {
  const { answers, timedOut } = expectOk(outcome);
  let told = 0;
  const inboxes = opened.map((one): WatchAnswer => {
    if (!one.ok) return one;
    const answer = answers[told++];
    return answer === undefined ? { ok: false, code: 'internal' } : toAnswer(one.target, answer);
  });
  return { timedOut, inboxes };
}

export function watchHandlers(
  deps: HttpDeps,
  noteWrongToken: (req: Request) => void,
): Pick<Handlers, 'watch'> {
  return {
    async watch(req, res) {
      const { wait = 0, inboxes } = await readBody(req, res, routes.watch.body);
      const opened = await Promise.all(inboxes.map((one) => openWatched(deps.sessions, one)));
      for (const one of opened) if (!one.ok && one.code === 'token-invalid') noteWrongToken(req);
      const targets = opened.flatMap((one) => (one.ok ? [one.target] : []));
      const client = new HeldClient(deps, res, (outcome) => toResult(opened, outcome));
      const options = {
        // A token that is dead is news already.
        waitSeconds: targets.length < opened.length ? 0 : wait,
        limit: defaultPageLimit,
        maxBytes: answerBytes,
      };
      await poll(deps, targets, options, client);
    },
  };
}
