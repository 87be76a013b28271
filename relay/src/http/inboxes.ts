import { routes } from '@mayfly/shared/contract/routes';
import { answerJson, answerNothing } from './answer.ts';
import { authenticate, bearerOf } from './authenticate.ts';
import type { HttpDeps } from './deps.ts';
import type { Handlers } from './handlers.ts';
import { expectOk } from './problem.ts';
import { readBody, validateParams } from './validate.ts';

type InboxHandlers = Pick<
  Handlers,
  'createInbox' | 'getInbox' | 'extendInbox' | 'deleteInbox' | 'createToken' | 'revokeToken'
>;

export function inboxHandlers({ sessions, access, inboxes }: HttpDeps): InboxHandlers {
  return {
    async createInbox(req, res) {
      const { accessId } = expectOk(await access.admit(bearerOf(req)));
      const input = await readBody(req, res, routes.createInbox.body);
      const { created } = expectOk(await inboxes.create(input, accessId));
      answerJson(res, 201, created);
    },
    async getInbox(req, res) {
      const { inbox } = await authenticate(sessions, req, 'read');
      answerJson(res, 200, inboxes.describe(inbox));
    },
    async extendInbox(req, res) {
      const { inbox } = await authenticate(sessions, req, 'manage');
      const { ttlMinutes } = await readBody(req, res, routes.extendInbox.body);
      const { extended } = expectOk(await inboxes.extend(inbox, ttlMinutes));
      answerJson(res, 200, extended);
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
