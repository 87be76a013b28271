import { problemSchema } from '@mayfly/shared/contract/problem';
import { describe, expect, it } from 'vitest';
import type { ContractPlace } from './contract-place.ts';
import { routeNames, routeOf } from './route-calls.ts';
import { connectSmtp } from './smtp-client.ts';

const json = { 'content-type': 'application/json' };

interface Asked extends RequestInit {
  readonly path?: string;
}

const refused: readonly (readonly [string, number, Asked])[] = [
  ['malformed-json', 400, { headers: json, body: '{' }],
  ['invalid-request', 400, { headers: json, body: '{"ttlMinutes":1}' }],
  ['invalid-request', 400, { headers: json, body: '{"unknown":1}' }],
  ['domain-unknown', 422, { headers: json, body: '{"domain":"elsewhere.example"}' }],
  ['unsupported-media-type', 415, { headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ['payload-too-large', 413, { headers: json, body: JSON.stringify('x'.repeat(200_000)) }],
  ['origin-refused', 403, { headers: { ...json, origin: 'https://page.example' }, body: '{}' }],
  [
    'token-missing',
    401,
    { path: `/v1/inboxes/${'a'.repeat(16)}-${'b'.repeat(16)}`, method: 'GET' },
  ],
  ['route-not-found', 404, { path: '/v1/nothing', method: 'GET' }],
  ['method-not-allowed', 405, { path: '/v1/inboxes', method: 'PATCH' }],
];

const rcpts = (address: string): readonly (readonly [string, string])[] => [
  ['RCPT TO:<nobody-here@mayfly.test>', '550 5.1.1'],
  ['RCPT TO:<someone@elsewhere.example>', '550 5.7.1'],
  [`RCPT TO:<${address.toUpperCase()}>`, '250 2.1.5'],
];

export function describeRefusals(place: () => ContractPlace): void {
  describe('a refusal', () => {
    it.each(refused)('is %s with the status %i', async (code, status, { path, ...init }) => {
      const asked = { method: 'POST', ...init };
      const response = await place().request(path ?? '/v1/inboxes', asked);
      const problem = problemSchema.parse(await response.json());
      expect(problem).toMatchObject({ code, status });
      expect(response.status).toBe(status);
    });

    it('is the same on every route that needs a token and gets a wrong one', async () => {
      const { inbox } = await place().openInbox();
      const ids: Readonly<Record<string, string>> = {
        ...{ id: inbox.id, mid: 'z'.repeat(20), jti: 'z'.repeat(16), n: '0' },
      };
      const withToken = ['read', 'manage', 'paired'];
      const closed = routeNames.map(routeOf).filter(({ auth }) => withToken.includes(auth));
      for (const { method, path, auth } of closed) {
        const url = path.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? '');
        const headers = { ...json, authorization: 'Bearer a.wrong.token' };
        const response = await place().request(url, { method, headers });
        expect([path, auth, response.status]).toEqual([path, auth, 401]);
      }
    });

    it('over SMTP is permanent only where a retry can never help', async () => {
      const { inbox } = await place().openInbox();
      const other = await place().openInbox();
      const smtp = await connectSmtp(place().smtpPort());
      await smtp.readReply();
      await smtp.ask('EHLO sender.example');
      await smtp.ask('MAIL FROM:<>');
      const second = [`RCPT TO:<${other.inbox.address}>`, '452 4.5.3'] as const;
      for (const [line, reply] of [...rcpts(inbox.address), second]) {
        expect([line, (await smtp.ask(line)).lines[0]]).toEqual([
          line,
          expect.stringContaining(reply),
        ]);
      }
      smtp.close();
    });
  });
}
