import type { InboxId } from '@mayfly/shared/contract/inbox';
import type { MessageList } from '@mayfly/shared/contract/message';
import { routes } from '@mayfly/shared/contract/routes';
import { type CursorPlace, decodeCursor, encodeCursor, startOfInbox } from '../core/cursor.ts';
import type { StoredPart } from '../core/envelope.ts';
import { RelayError } from '../core/errors.ts';
import { poll, type PollOutcome } from '../core/poll.ts';
import type { InboxRecord } from '../core/ports.ts';
import { answerDownload, answerJson, answerNothing } from './answer.ts';
import { authenticate } from './authenticate.ts';
import { answerBytes, defaultPageLimit, type HttpDeps } from './deps.ts';
import type { Handlers } from './handlers.ts';
import { HeldClient } from './hold.ts';
import { expectOk } from './problem.ts';
import { readBody, validate, validateParams } from './validate.ts';

type MessageHandlers = Pick<
  Handlers,
  'listMessages' | 'getMessage' | 'patchMessage' | 'deleteMessage' | 'getRaw' | 'getAttachment'
>;

function readAfter(inbox: InboxRecord, after: string | undefined): CursorPlace {
  if (after === undefined) return startOfInbox;
  const place = decodeCursor(inbox.id, after);
  if (place !== null) return place;
  const fields = [{ path: 'after', message: 'is no cursor of this inbox' }];
  throw new RelayError('invalid-request', { fields });
}

/** What is sealed is handed out as it is stored: only its owner can open it. */
function downloadOf(part: StoredPart, plain: { name: string; type: string }) {
  if (part.v === 0) return { ...plain, bytes: part.bytes };
  const bytes = Buffer.concat([Buffer.of(1), part.enc, part.ct]);
  return { name: `${plain.name}.sealed`, type: 'application/octet-stream', bytes };
}

function toList(id: InboxId, outcome: PollOutcome): MessageList {
  const { answers, timedOut } = expectOk(outcome);
  const [answer] = answers;
  if (answer === undefined) throw new RelayError('internal');
  if (!answer.ok) {
    const next = answer.next === undefined ? {} : { next: encodeCursor(id, answer.next) };
    throw new RelayError(answer.code, next);
  }
  return {
    items: answer.page.items.map(({ item }) => item),
    next: encodeCursor(id, answer.page.next),
    timedOut,
    expiresAt: new Date(answer.expiresAt).toISOString(),
    publicKey: answer.publicKey,
  };
}

function listHandler(deps: HttpDeps): Handlers['listMessages'] {
  return async (req, res) => {
    const session = await authenticate(deps.sessions, req, 'read');
    const query = validate(routes.listMessages.query, req.query);
    const after = readAfter(session.inbox, query.after);
    const { id } = session.inbox;
    const client = new HeldClient(deps, res, (outcome) => toList(id, outcome));
    const options = {
      waitSeconds: query.wait ?? 0,
      limit: query.limit ?? defaultPageLimit,
      maxBytes: answerBytes,
      has: query.has,
    };
    await poll(deps, [{ session, after }], options, client);
  };
}

export function messageHandlers(deps: HttpDeps): MessageHandlers {
  const { sessions, messages, unread } = deps;
  return {
    listMessages: listHandler(deps),
    async getMessage(req, res) {
      const { inbox } = await authenticate(sessions, req, 'read');
      const { mid } = validateParams(routes.getMessage.params, req);
      unread.follow(res, answerJson(res, 200, expectOk(await messages.read(inbox, mid)).message));
    },
    async patchMessage(req, res) {
      const { inbox } = await authenticate(sessions, req, 'manage');
      const { mid } = validateParams(routes.patchMessage.params, req);
      const { seen } = await readBody(req, res, routes.patchMessage.body);
      answerJson(res, 200, expectOk(await messages.setSeen(inbox, mid, seen)).message);
    },
    async deleteMessage(req, res) {
      const { inbox } = await authenticate(sessions, req, 'manage');
      const { mid } = validateParams(routes.deleteMessage.params, req);
      expectOk(await messages.remove(inbox.id, mid));
      answerNothing(res);
    },
    async getRaw(req, res) {
      const { inbox } = await authenticate(sessions, req, 'read');
      const { mid } = validateParams(routes.getRaw.params, req);
      const { part } = expectOk(await messages.readRaw(inbox.id, mid));
      const file = downloadOf(part, { name: `${mid}.eml`, type: 'message/rfc822' });
      unread.follow(res, answerDownload(res, file));
    },
    async getAttachment(req, res) {
      const { inbox } = await authenticate(sessions, req, 'read');
      const { mid, n } = validateParams(routes.getAttachment.params, req);
      const { message } = expectOk(await messages.read(inbox, mid));
      const { part } = expectOk(await messages.readPart(inbox.id, mid, `attachment-${n}`));
      const known = message.content?.attachments.find(({ index }) => index === n);
      const name = known?.name ?? `attachment-${n}`;
      const file = downloadOf(part, { name, type: 'application/octet-stream' });
      unread.follow(res, answerDownload(res, file));
    },
  };
}
