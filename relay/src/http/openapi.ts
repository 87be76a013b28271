import * as access from '@mayfly/shared/contract/access';
import * as inbound from '@mayfly/shared/contract/inbound';
import * as inbox from '@mayfly/shared/contract/inbox';
import * as message from '@mayfly/shared/contract/message';
import {
  fieldProblemSchema,
  type ProblemCode,
  problemSchema,
} from '@mayfly/shared/contract/problem';
import { commonCodes, type Route, routes } from '@mayfly/shared/contract/routes';
import * as server from '@mayfly/shared/contract/server';
import * as stream from '@mayfly/shared/contract/stream-event';
import { z } from 'zod';
import { fieldWords } from './field-words.ts';
import { problemTable } from './problem-table.ts';

/** What the document calls each schema; one that is not named stands in the place where it is used. */
const names: Readonly<Record<string, z.ZodType>> = {
  Access: access.accessSchema,
  AccessList: access.accessListSchema,
  Attachment: message.attachmentSchema,
  Code: message.codeSchema,
  Content: message.contentSchema,
  CreatedInbox: inbox.createdInboxSchema,
  CreatedToken: inbox.createdTokenSchema,
  CreateInbox: inbox.createInboxSchema,
  CreateToken: inbox.createTokenSchema,
  Domains: server.domainsSchema,
  ExtendedInbox: inbox.extendedInboxSchema,
  ExtendInbox: inbox.extendInboxSchema,
  FieldProblem: fieldProblemSchema,
  Health: server.healthSchema,
  ImprovmxMail: inbound.improvmxMailSchema,
  Inbox: inbox.inboxSchema,
  Limits: server.limitsSchema,
  Link: message.linkSchema,
  ListedAccess: access.listedAccessSchema,
  LiveEvent: stream.liveEventSchema,
  LiveHello: stream.liveHelloSchema,
  Mailbox: message.mailboxSchema,
  Message: message.messageSchema,
  MessageItem: message.messageItemSchema,
  MessageList: message.messageListSchema,
  Pair: access.pairSchema,
  Paired: access.pairedSchema,
  PatchMessage: message.patchMessageSchema,
  Problem: problemSchema,
  Readiness: server.readinessSchema,
  RemovedAttachment: message.removedSchema,
  RestoredInbox: inbox.restoredInboxSchema,
  RestoreInbox: inbox.restoreInboxSchema,
  SealedPart: message.sealedPartSchema,
  Verdict: message.verdictSchema,
  TakenMail: inbound.takenMailSchema,
  Watch: stream.watchSchema,
  WatchAnswer: stream.watchAnswerSchema,
  Watched: stream.watchedSchema,
  WatchResult: stream.watchResultSchema,
};

type Json = Record<string, unknown>;

const uriOf = (name: string) => `#/components/schemas/${name}`;

const wordsFor = (owner: string, field: string): string | undefined =>
  fieldWords[`${owner}.${field}`] ?? fieldWords[field];

/** The schema with a sentence for each of its fields; of one that has several forms, in each of them. */
function withWords(owner: string, schema: Json): Json {
  const { properties, oneOf } = schema;
  if (Array.isArray(oneOf))
    return { ...schema, oneOf: oneOf.map((form: Json) => withWords(owner, form)) };
  if (typeof properties !== 'object' || properties === null) return schema;
  const fields: [string, unknown][] = Object.entries(properties);
  const described = fields.map(([field, of]): [string, Json] => {
    const description = wordsFor(owner, field);
    return [
      field,
      { ...(typeof of === 'object' && of), ...(description !== undefined && { description }) },
    ];
  });
  return { ...schema, properties: Object.fromEntries(described) };
}

function createSchemas() {
  const registry = z.registry<{ id: string }>();
  const ids = new Map<z.ZodType, string>();
  for (const [id, schema] of Object.entries(names)) {
    registry.add(schema, { id });
    ids.set(schema, id);
  }
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: uriOf });
  const strip = (schema: object): Json => {
    const entries: [string, unknown][] = Object.entries(schema);
    return Object.fromEntries(entries.filter(([key]) => key !== '$id' && key !== '$schema'));
  };
  const components = Object.fromEntries(
    Object.entries(schemas).map(([id, schema]) => [id, withWords(id, strip(schema))]),
  );
  const refTo = (schema: z.ZodType): Json => {
    const id = ids.get(schema);
    if (id !== undefined) return { $ref: uriOf(id) };
    return strip(z.toJSONSchema(schema, { io: 'input' }));
  };
  return { components, refTo };
}

type RefTo = (schema: z.ZodType) => Json;

/** Parameters are text; one that is read as a number is described as that number, with its bounds. */
function parameterSchema(field: unknown, refTo: RefTo): Json {
  if (!(field instanceof z.ZodType)) return {};
  const read: Json = { ...z.toJSONSchema(field, { io: 'output', unrepresentable: 'any' }) };
  const { type, minimum, maximum } = read;
  return type === 'integer' ? { type, minimum, maximum } : refTo(field);
}

function parametersOf(
  route: string,
  schema: z.ZodType | undefined,
  place: 'path' | 'query' | 'header',
  refTo: RefTo,
): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, field]) => {
    const optional = field instanceof z.ZodOptional;
    const description = wordsFor(route, name);
    return {
      name,
      in: place,
      ...(description !== undefined && { description }),
      required: !optional,
      schema: parameterSchema(field, refTo),
    };
  });
}

function problemsOf(codes: readonly ProblemCode[]): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) {
    const { status } = problemTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const answers = [...byStatus].map(([status, list]): [string, Json] => [
    String(status),
    {
      description: list.map((code) => `\`${code}\`: ${problemTable[code].title}`).join('. '),
      content: { 'application/problem+json': { schema: { $ref: uriOf('Problem') } } },
    },
  ]);
  return Object.fromEntries(answers);
}

function successOf(route: Route, refTo: RefTo): Json {
  const description = route.summary;
  if (route.output !== undefined) {
    return { description, content: { 'application/json': { schema: refTo(route.output) } } };
  }
  if (route.mediaType === undefined) return { description };
  return { description, content: { [route.mediaType]: {} } };
}

const securityOf = {
  none: [],
  access: [{}, { access: [] }],
  paired: [{ access: [] }],
  read: [{ inbox: [] }],
  manage: [{ inbox: [] }],
  'inbound-bearer': [{ inboundBearer: [] }],
  'inbound-basic': [{ inboundBasic: [] }],
} as const satisfies Record<Route['auth'], readonly object[]>;

const needs = {
  none: null,
  access: 'Needs a token with the scope `access`.',
  paired: 'Needs a token with the scope `access`.',
  read: 'Needs a token with the scope `read`.',
  manage: 'Needs a token with the scope `manage`.',
  'inbound-bearer': 'Needs the secret of this way in, which the operator sets.',
  'inbound-basic': 'Needs the secret of this way in, which the operator sets, as the password.',
} as const satisfies Record<Route['auth'], string | null>;

/** What goes into a request beside its parameters. */
function bodyOf({ body, mail }: Route, refTo: RefTo): Json | null {
  if (body !== undefined) return { 'application/json': { schema: refTo(body) } };
  if (mail === undefined) return null;
  return { [mail.mediaType]: mail.form === undefined ? {} : { schema: refTo(mail.form) } };
}

function operationOf(name: string, route: Route, refTo: RefTo): Json {
  const parameters = [
    ...parametersOf(name, route.params, 'path', refTo),
    ...parametersOf(name, route.query, 'query', refTo),
    ...parametersOf(name, route.headers, 'header', refTo),
  ];
  const description = needs[route.auth];
  const content = bodyOf(route, refTo);
  return {
    operationId: name,
    summary: route.summary,
    ...(description !== null && { description }),
    security: securityOf[route.auth],
    ...(parameters.length > 0 && { parameters }),
    ...(content !== null && { requestBody: { content } }),
    responses: {
      [route.status]: successOf(route, refTo),
      ...problemsOf([...route.codes, ...commonCodes]),
    },
  };
}

const live: Json = {
  operationId: 'live',
  summary: 'Watch up to 50 inboxes over one WebSocket; their tokens stand in the first frame',
  description:
    'The first frame of the client is a LiveHello, within 5 s and at most 64 KB, else the relay closes with 4401. ' +
    'The relay sends LiveEvent frames, a ping at least every 20 s. It closes with 4410 when all inboxes have ended, ' +
    'with 1001 when it shuts down.',
  security: [],
  responses: { 101: { description: 'The connection is a WebSocket now (RFC 6455)' } },
};

/** OpenAPI 3.1, made from the schemas by which the relay itself reads and the clients check. */
export function createOpenApi(settings: { version: string }): Json {
  const { components, refTo } = createSchemas();
  const paths: Record<string, Json> = { '/v1/live': { get: live } };
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    const method = route.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: operationOf(name, route, refTo) };
  }
  const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mayfly relay',
      version: settings.version,
      description: 'Fresh e-mail addresses and the mail that comes to them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '..' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        inbox: { ...bearer, description: 'The token of an inbox' },
        access: { ...bearer, description: 'The right to make inboxes, on a private relay' },
        inboundBearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The secret of a way in for mail',
        },
        inboundBasic: { type: 'http', scheme: 'basic', description: 'The same as the password' },
      },
    },
  };
}
