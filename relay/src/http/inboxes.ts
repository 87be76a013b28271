import { routes } from '@mayfly/shared/contract/routes';
import { answerJson, answerNothing } from './answer.ts';
import { authenticate, bearerOf } from './authenticate.ts';
import type { HttpDeps } from './deps.ts';
import type { Handlers } from './handlers.ts';
import { expectOk } from './problem.ts';
import { readBody, validateParams } from './validate.ts';

type InboxHandlers = Pick<
  Handlers,
  | 'createInbox'
  | 'restoreInbox'
  | 'getInbox'
  | 'extendInbox'
  | 'deleteInbox'
  | 'createToken'
  | 'revokeToken'
>;

function makingHandlers({
  access,
  inboxes,
}: HttpDeps): Pick<Handlers, 'createInbox' | 'restoreInbox'> {
  return {
    async createInbox(req, res) {
      const { accessId } = expectOk(await access.admit(bearerOf(req)));
      const input = await readBody(req, res, routes.createInbox.body);
      const { created } = expectOk(await inboxes.create(input, accessId));
      answerJson(res, 201, created);
    },
    async restoreInbox(req, res) {
      const { accessId } = expectOk(await access.admit(bearerOf(req)));
      const input = await readBody(req, res, routes.restoreInbox.body);
      const { restored } = expectOk(await inboxes.restore(input, accessId));
      answerJson(res, 201, restored);
    },
  };
}

export function inboxHandlers(deps: HttpDeps): InboxHandlers {
  const { sessions, inboxes } = deps;
  return {
    ...makingHandlers(deps),
    async getInbox(req, res) {
      const { inbox } = await authenticate(sessions, req, 'read');
      answerJson(res, 200, inboxes.describe(inbox));
    },
    async extendInbox(req, res) {
      const { inbox } = await authenticate(sessions, req, 'manage');
      const input = await readBody(req, res, routes.extendInbox.body);
      const { changed } = expectOk(await inboxes.change(inbox, input));
      answerJson(res, 200, changed);
    },
    async deleteInbox(req, res) {
      const { inbox } = await authenticate(sessions, req, 'manage');
      expectOk(await inboxes.remove(inbox.id));
      answerNothing(res);
    },
    async createToken(req, res) {
      const { inbox } = await authenticate(sessions, req, 'manage');
      const { scope, ttlMinutes } = await readBody(req, res, routes.createToken.body);
      answerJson(res, 201, inboxes.createToken(inbox, scope, ttlMinutes));
    },
    async revokeToken(req, res) {
      const { inbox } = await authenticate(sessions, req, 'manage');
      const { jti } = validateParams(routes.revokeToken.params, req);
      expectOk(await inboxes.revokeToken(inbox.id, jti));
      answerNothing(res);
    },
  };
}
