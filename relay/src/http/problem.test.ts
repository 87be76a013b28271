import { problemCodes, problemSchema } from '@mayfly/shared/contract/problem';
import { describe, expect, test } from 'vitest';
import { RelayError } from '../core/errors.ts';
import { startHttp } from '../../test/http-fixture.ts';
import { problemTable } from './problem-table.ts';
import { toProblem } from './problem.ts';

describe('toProblem', () => {
  test.each(problemCodes)('has a problem of RFC 9457 for %s', (code) => {
    const error = new RelayError(code, { message: 'secret', cause: new Error('secret') });
    const problem = toProblem(error, 'r1');
    expect(problemSchema.parse(problem)).toEqual({
      type: `urn:mayfly:problem:${code}`,
      title: problemTable[code].title,
      status: problemTable[code].status,
      code,
      requestId: 'r1',
    });
  });

  test('names fields and cursors below 500 only', () => {
    const more = { fields: [{ path: 'a', message: 'is bad' }], next: 'c1' };
    expect(toProblem(new RelayError('cursor-expired', more), 'r1')).toMatchObject(more);
    expect(toProblem(new RelayError('internal', more), 'r1')).not.toHaveProperty('fields');
  });
});

describe('a fault of the store', () => {
  const broken = (fault: () => never) =>
    startHttp({ wrapStore: (store) => ({ ...store, createInbox: fault, check: fault }) });

  test('that is known answers 503 with nothing but a request id', async () => {
    await using relay = await broken(() => {
      throw new RelayError('store-unavailable', { message: 'secret', cause: new Error('secret') });
    });
    const reply = await relay.call('/v1/inboxes', { method: 'POST', body: {} });
    expect(reply.status).toBe(503);
    expect(Object.keys(problemSchema.parse(reply.json)).sort()).toEqual(
      ['code', 'requestId', 'status', 'title', 'type'].sort(),
    );
    expect(reply.text).not.toContain('secret');
    expect(reply.headers.get('retry-after')).toBe('5');
    expect((await relay.call('/readyz')).json).toMatchObject({ code: 'store-unavailable' });
    expect((await relay.call('/healthz')).status).toBe(200);
  });

  test('that is not known answers 500, and the request id leads to it', async () => {
    const fault = new TypeError('secret');
    await using relay = await broken(() => {
      throw fault;
    });
    const reply = await relay.call('/v1/inboxes', { method: 'POST', body: {} });
    expect([reply.status, reply.json]).toMatchObject([500, { code: 'internal' }]);
    expect(reply.text).not.toMatch(/secret|TypeError|\.ts/);
    const { requestId } = problemSchema.parse(reply.json);
    expect(relay.noted).toContainEqual({
      event: 'fault',
      fields: { where: 'http', error: fault, requestId },
    });
    expect(relay.noted).toContainEqual({
      event: 'requestRefused',
      fields: { code: 'internal', route: '/v1/inboxes', status: 500, requestId },
    });
  });
});

test('a refusal is noted by the pattern of its route, not by its path', async () => {
  await using relay = await startHttp();
  await relay.call(`/v1/inboxes/${'a'.repeat(16)}-${'b'.repeat(16)}`);
  await relay.call('/v1/canary');
  const routes = relay.noted.filter(({ event }) => event === 'requestRefused');
  expect(routes.map(({ fields }) => fields)).toMatchObject([
    { route: '/v1/inboxes/:id', code: 'token-missing' },
    { route: 'none', code: 'route-not-found' },
  ]);
});
