import { z } from 'zod';
import { accessIdSchema, accessListSchema, pairedSchema, pairSchema } from './access.ts';
import {
  createdInboxSchema,
  createdTokenSchema,
  createInboxSchema,
  createTokenSchema,
  extendedInboxSchema,
  extendInboxSchema,
  inboxIdSchema,
  inboxSchema,
  restoredInboxSchema,
  restoreInboxSchema,
} from './inbox.ts';
import { improvmxMailSchema, rawEnvelopeSchema, takenMailSchema } from './inbound.ts';
import { limitsSchema, domainsSchema, healthSchema, readinessSchema } from './server.ts';
import {
  listMessagesQuerySchema,
  messageIdSchema,
  messageListSchema,
  messageSchema,
  patchMessageSchema,
} from './message.ts';
import type { ProblemCode } from './problem.ts';
import { watchResultSchema, watchSchema } from './stream-event.ts';

/**
 * Who may call a route: anybody, the holder of access (on a private relay; `paired`: on every relay), of an inbox's
 * token, or of the secret of a way in for mail, by Bearer or Basic.
 */
export type RouteAuth =
  | 'none'
  | 'access'
  | 'paired'
  | 'read'
  | 'manage'
  | 'inbound-bearer'
  | 'inbound-basic';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:name` for each path parameter. */
  readonly path: string;
  readonly auth: RouteAuth;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly headers?: z.ZodType;
  /** A mail, which may be as big as mails may be. */
  readonly mail?: { readonly mediaType: string; readonly form?: z.ZodType };
  readonly status: 200 | 201 | 204;
  /** JSON output; absent when the answer has no body or is not JSON. */
  readonly output?: z.ZodType;
  /** The media type of an output that is not JSON. */
  readonly mediaType?: string;
  /** Codes beside those that every route may answer (see `commonCodes`). */
  readonly codes: readonly ProblemCode[];
}

/** Any route may answer one of these. */
export const commonCodes = [
  'host-unknown',
  'origin-refused',
  'proxy-refused',
  'rate-limited',
  'overloaded',
  'storage-full',
  'shutting-down',
  'internal',
] as const satisfies readonly ProblemCode[];

const tokenCodes = [
  'token-missing',
  'token-invalid',
  'token-expired',
  'scope-insufficient',
  'not-found',
  'store-unavailable',
] as const;
const pairedCodes = [
  'access-required',
  'token-invalid',
  'token-expired',
  'store-unavailable',
] as const;
const bodyCodes = [
  'malformed-json',
  'invalid-request',
  'unsupported-media-type',
  'payload-too-large',
] as const;

const mailCodes = [
  'inbound-off',
  'token-missing',
  'token-invalid',
  'invalid-request',
  'unsupported-media-type',
  'payload-too-large',
  'message-too-big',
  'mail-loop',
  'recipient-unknown',
  'recipient-expired',
  'recipient-invalid',
  'relay-denied',
  'one-inbox-per-transaction',
  'inbox-full',
  'store-unavailable',
] as const;

const accessCodes = ['access-required', 'token-invalid', 'token-expired'] as const;

const inboxParams = z.object({ id: inboxIdSchema });
const messageParams = z.object({ id: inboxIdSchema, mid: messageIdSchema });

export const routes = {
  createInbox: {
    method: 'POST',
    path: '/v1/inboxes',
    auth: 'access',
    summary: 'Make an inbox with a fresh address',
    body: createInboxSchema,
    status: 201,
    output: createdInboxSchema,
    codes: [
      ...bodyCodes,
      ...accessCodes,
      'domain-unknown',
      'address-taken',
      'address-reserved',
      'store-unavailable',
    ],
  },
  restoreInbox: {
    method: 'POST',
    path: '/v1/inboxes/restore',
    auth: 'access',
    summary: 'Reopen an address as a new inbox; while it lives, get a token to read it',
    body: restoreInboxSchema,
    status: 201,
    output: restoredInboxSchema,
    codes: [
      ...bodyCodes,
      ...accessCodes,
      'restore-key-invalid',
      'domain-unknown',
      'address-taken',
      'address-reserved',
      'store-unavailable',
    ],
  },
  getInbox: {
    method: 'GET',
    path: '/v1/inboxes/:id',
    auth: 'read',
    summary: 'Read an inbox',
    params: inboxParams,
    status: 200,
    output: inboxSchema,
    codes: [...tokenCodes, 'invalid-request'],
  },
  extendInbox: {
    method: 'PATCH',
    path: '/v1/inboxes/:id',
    auth: 'manage',
    summary: 'Set when an inbox ends, counted from now, or the key to which its mail is sealed',
    params: inboxParams,
    body: extendInboxSchema,
    status: 200,
    output: extendedInboxSchema,
    codes: [...tokenCodes, ...bodyCodes],
  },
  deleteInbox: {
    method: 'DELETE',
    path: '/v1/inboxes/:id',
    auth: 'manage',
    summary: 'End an inbox and delete its mail',
    params: inboxParams,
    status: 204,
    codes: [...tokenCodes, 'invalid-request'],
  },
  createToken: {
    method: 'POST',
    path: '/v1/inboxes/:id/tokens',
    auth: 'manage',
    summary: 'Make a further token for an inbox',
    params: inboxParams,
    body: createTokenSchema,
    status: 201,
    output: createdTokenSchema,
    codes: [...tokenCodes, ...bodyCodes],
  },
  revokeToken: {
    method: 'DELETE',
    path: '/v1/inboxes/:id/tokens/:jti',
    auth: 'manage',
    summary: 'Revoke a token and end what was opened with it',
    params: z.object({ id: inboxIdSchema, jti: z.string().regex(/^[a-z0-9]{16}$/) }),
    status: 204,
    codes: [...tokenCodes, 'invalid-request'],
  },
  listMessages: {
    method: 'GET',
    path: '/v1/inboxes/:id/messages',
    auth: 'read',
    summary: 'List what changed after a cursor, or wait for it',
    params: inboxParams,
    query: listMessagesQuerySchema,
    status: 200,
    output: messageListSchema,
    codes: [
      ...tokenCodes,
      'invalid-request',
      'cursor-expired',
      'filter-needs-plain',
      'too-many-waiters',
    ],
  },
  getMessage: {
    method: 'GET',
    path: '/v1/inboxes/:id/messages/:mid',
    auth: 'read',
    summary: 'Read a message',
    params: messageParams,
    status: 200,
    output: messageSchema,
    codes: [...tokenCodes, 'invalid-request'],
  },
  patchMessage: {
    method: 'PATCH',
    path: '/v1/inboxes/:id/messages/:mid',
    auth: 'manage',
    summary: 'Mark a message as seen or unseen',
    params: messageParams,
    body: patchMessageSchema,
    status: 200,
    output: messageSchema,
    codes: [...tokenCodes, ...bodyCodes],
  },
  deleteMessage: {
    method: 'DELETE',
    path: '/v1/inboxes/:id/messages/:mid',
    auth: 'manage',
    summary: 'Delete a message',
    params: messageParams,
    status: 204,
    codes: [...tokenCodes, 'invalid-request'],
  },
  getRaw: {
    method: 'GET',
    path: '/v1/inboxes/:id/messages/:mid/raw',
    auth: 'read',
    summary: 'Download the raw form (RFC 5322)',
    params: messageParams,
    status: 200,
    mediaType: 'message/rfc822',
    codes: [...tokenCodes, 'invalid-request', 'overloaded'],
  },
  getAttachment: {
    method: 'GET',
    path: '/v1/inboxes/:id/messages/:mid/attachments/:n',
    auth: 'read',
    summary: 'Download an attachment',
    params: messageParams.extend({
      n: z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    }),
    status: 200,
    mediaType: 'application/octet-stream',
    codes: [...tokenCodes, 'invalid-request'],
  },
  watch: {
    method: 'POST',
    path: '/v1/watch',
    auth: 'none',
    summary: 'Wait for changes in up to 50 inboxes at once; their tokens stand in the body',
    body: watchSchema,
    status: 200,
    output: watchResultSchema,
    codes: [...bodyCodes, 'too-many-waiters', 'store-unavailable'],
  },
  pair: {
    method: 'POST',
    path: '/v1/pair',
    auth: 'none',
    summary: 'Change a pairing code, which works once, for access to this relay',
    body: pairSchema,
    status: 201,
    output: pairedSchema,
    codes: [...bodyCodes, 'pair-code-invalid', 'store-unavailable'],
  },
  listAccess: {
    method: 'GET',
    path: '/v1/access',
    auth: 'paired',
    summary: 'List who has access to this relay',
    status: 200,
    output: accessListSchema,
    codes: [...pairedCodes],
  },
  withdrawAccess: {
    method: 'DELETE',
    path: '/v1/access/:id',
    auth: 'paired',
    summary: 'Withdraw an access and end the inboxes made with it',
    params: z.object({ id: accessIdSchema }),
    status: 204,
    codes: [...pairedCodes, 'not-found', 'invalid-request'],
  },
  receiveRaw: {
    method: 'POST',
    path: '/v1/inbound/raw',
    auth: 'inbound-bearer',
    summary: 'Bring a raw mail (RFC 5322) that another server received',
    headers: rawEnvelopeSchema,
    mail: { mediaType: 'message/rfc822' },
    status: 200,
    output: takenMailSchema,
    codes: mailCodes,
  },
  receiveImprovmx: {
    method: 'POST',
    path: '/v1/inbound/improvmx',
    auth: 'inbound-basic',
    summary: 'Bring a mail as the webhook of ImprovMX sends it',
    mail: { mediaType: 'application/json', form: improvmxMailSchema },
    status: 200,
    output: takenMailSchema,
    codes: [...mailCodes, 'malformed-json'],
  },
  getDomains: {
    method: 'GET',
    path: '/v1/domains',
    auth: 'none',
    summary: 'The domains that addresses can be made at',
    status: 200,
    output: domainsSchema,
    codes: [],
  },
  getLimits: {
    method: 'GET',
    path: '/v1/limits',
    auth: 'none',
    summary: 'The limits of this relay and the oldest client that it serves',
    status: 200,
    output: limitsSchema,
    codes: [],
  },
  health: {
    method: 'GET',
    path: '/healthz',
    auth: 'none',
    summary: 'Whether the process is alive',
    status: 200,
    output: healthSchema,
    codes: [],
  },
  ready: {
    method: 'GET',
    path: '/readyz',
    auth: 'none',
    summary: 'Whether mail can be received and read now',
    status: 200,
    output: readinessSchema,
    codes: ['store-unavailable'],
  },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
