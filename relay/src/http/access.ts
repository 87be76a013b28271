import { routes } from '@mayfly/shared/contract/routes';
import { answerJson, answerNothing } from './answer.ts';
import { bearerOf } from './authenticate.ts';
import type { HttpDeps } from './deps.ts';
import type { Handlers } from './handlers.ts';
import { expectOk } from './problem.ts';
import { readBody, validateParams } from './validate.ts';

type AccessHandlers = Pick<Handlers, 'pair' | 'listAccess' | 'withdrawAccess'>;

export function accessHandlers({ access, accesses, pairing }: HttpDeps): AccessHandlers {
  return {
    async pair(req, res) {
      const { code } = await readBody(req, res, routes.pair.body);
      const paired = expectOk(await pairing.redeem(code));
      answerJson(res, 201, { token: paired.token, access: accesses.describe(paired.access) });
    },
    async listAccess(req, res) {
      const asker = expectOk(await access.identify(bearerOf(req))).access;
      answerJson(res, 200, { items: await accesses.list(asker) });
    },
    async withdrawAccess(req, res) {
      expectOk(await access.identify(bearerOf(req)));
      const { id } = validateParams(routes.withdrawAccess.params, req);
      expectOk(await accesses.withdraw(id));
      answerNothing(res);
    },
  };
}
