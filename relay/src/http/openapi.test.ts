import { randomBytes } from 'node:crypto';
import { problemSchema, type ProblemCode } from '@mayfly/shared/contract/problem';
import { commonCodes, type RouteName } from '@mayfly/shared/contract/routes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wrapPlain } from '../core/envelope.ts';
import { offerPairing } from '../core/pairing.ts';
import type { PartName } from '../core/ports.ts';
import { type HttpFixture, type Reply, startHttp } from '../../test/http-fixture.ts';
import { aCode, aLink, sampleContent } from '../../test/http-samples.ts';
import { callOf, routeNames, routeOf, tokenFor } from '../../test/route-calls.ts';
import { createOpenApi } from './openapi.ts';
import { problemTable } from './problem-table.ts';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, object> }>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
}

let relay: HttpFixture;
let document: Document;
beforeAll(async () => {
  relay = await startHttp();
  const { text } = await relay.call('/v1/openapi.json');
  document = JSON.parse(text);
});
afterAll(() => relay[Symbol.asyncDispose]());

const operationOf = (name: RouteName): Operation => {
  const { path, method } = routeOf(name);
  const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  if (operation === undefined) throw new Error(`${name} is not in the document`);
  return operation;
};

const attachment = { index: 0, name: 'a.txt', type: 'text/plain', size: 4, inline: false };
const octets = new Map<PartName, Uint8Array>([['attachment-0', wrapPlain(Buffer.from('text'))]]);

/** Calls the route with an inbox and a message of its own, so that those that delete disturb no other. */
async function callFresh(name: RouteName): Promise<Reply> {
  const inbox = await relay.createInbox();
  const content = sampleContent({ links: [aLink], codes: [aCode], attachments: [attachment] });
  const mid = await relay.addMessage(inbox.id, content, octets);
  const { access, token } = await relay.deps.access.issue('laptop');
  const { code } = await offerPairing({ ...relay, random: randomBytes }, 'phone');
  const caller = { ...inbox, access: { id: access.id, token }, pairingCode: code };
  const { method, path, body, ...mail } = callOf(name, caller, mid);
  return relay.call(path, { method, body, token: tokenFor(name, caller), ...mail });
}

describe.each(routeNames)('%s', (name) => {
  test('answers as the contract and the document say', async () => {
    const { status, output, mediaType } = routeOf(name);
    const reply = await callFresh(name);
    expect(reply.status).toBe(status);
    const described = operationOf(name).responses[String(status)]?.content;
    if (output !== undefined) {
      expect(output.safeParse(reply.json)).toMatchObject({ success: true });
      expect(Object.keys(described ?? {})).toEqual(['application/json']);
      expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
    } else if (mediaType !== undefined) {
      expect(Object.keys(described ?? {})).toEqual([mediaType]);
      expect(reply.headers.get('content-type')).toBe(mediaType);
    } else {
      expect(reply.text).toBe('');
      expect(described).toBeUndefined();
    }
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  test('refuses with nothing but the codes that it names', async () => {
    const inbox = await relay.createInbox();
    const named: readonly ProblemCode[] = [...routeOf(name).codes, ...commonCodes];
    const { method, path, body } = callOf(name, inbox, 'm'.repeat(20));
    const json = { 'content-type': 'application/json' };
    const hasBody = body !== undefined;
    const replies = await Promise.all([
      relay.call(path, { method, body }),
      relay.call(path, { method, body, token: 'x.y.z' }),
      relay.call(path, { method, body, token: inbox.token }),
      relay.call(path, { method, headers: { origin: 'https://evil.example' } }),
      ...(hasBody
        ? [relay.call(path, { method, rawBody: '{', headers: json, token: inbox.token })]
        : []),
      ...(hasBody ? [relay.call(path, { method, body: [], token: inbox.token })] : []),
    ]);
    const refusals = replies.filter((reply) => reply.status >= 400);
    expect(refusals.length).toBeGreaterThan(0);
    for (const reply of refusals) {
      const { code, status } = problemSchema.parse(reply.json);
      expect(named).toContain(code);
      expect(status).toBe(problemTable[code].status);
      expect(operationOf(name).responses[String(status)]?.description).toContain(`\`${code}\``);
    }
  });

  test('stands in the document with its parameters and its body', () => {
    const { path, query, body, mail } = routeOf(name);
    const operation = operationOf(name);
    const inPath = operation.parameters?.filter((each) => each.in === 'path') ?? [];
    const expected = [...path.matchAll(/:(\w+)/g)].map(([, key]) => key);
    expect(inPath.map((each) => each.name)).toEqual(expected);
    expect(inPath.every(({ required }) => required)).toBe(true);
    const inQuery = operation.parameters?.filter((each) => each.in === 'query') ?? [];
    expect(inQuery.length > 0).toBe(query !== undefined);
    const mediaTypes = Object.keys(operation.requestBody?.content ?? {});
    const json = body === undefined ? [] : ['application/json'];
    expect(mediaTypes).toEqual(mail === undefined ? json : [mail.mediaType]);
  });
});

describe('the document', () => {
  test('is OpenAPI 3.1 and the same as the one that is made from the schemas', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(JSON.parse(JSON.stringify(createOpenApi({ version: '1.2.3' })))).toEqual(document);
  });

  test('refers to nothing that it does not hold', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref);
    const held = Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`);
    expect(refs.length).toBeGreaterThan(20);
    expect(refs.filter((ref) => !held.includes(ref ?? ''))).toEqual([]);
  });

  test('names every operation once', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.sort()).toEqual([...routeNames, 'live'].sort());
  });

  test('describes the fields of an inbox', () => {
    expect(document.components.schemas['CreatedInbox']).toMatchObject({
      type: 'object',
      required: ['id', 'address', 'createdAt', 'expiresAt', 'sealed', 'token', 'restoreKey'],
    });
    expect(document.components.schemas['CreateInbox']).toMatchObject({
      additionalProperties: false,
    });
  });
});
