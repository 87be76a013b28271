import type { z } from 'zod';
import type { CreateInbox, InboxId, RestoreInbox, TokenScope } from '../contract/inbox.ts';
import type { Cursor, MessageId } from '../contract/message.ts';
import { type Routes, routes } from '../contract/routes.ts';
import type { Watched } from '../contract/stream-event.ts';
import { type Fetch, readJson, request, type RequestOptions } from './request.ts';

export interface ClientOptions {
  /** Of the relay, without a slash at the end; may have a path. */
  readonly baseUrl: string;
  /** Opens one inbox; each call may name another. */
  readonly token?: string | undefined;
  /** For making inboxes on a private relay, and for seeing who may. */
  readonly accessToken?: string | undefined;
  readonly fetch?: Fetch;
}

/** What every call takes beside its own input. */
export interface CallOptions {
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ListOptions extends CallOptions {
  readonly after?: Cursor | undefined;
  /** Seconds that the relay may hold the request, at most 25. */
  readonly wait?: number;
  readonly limit?: number;
  readonly has?: 'link' | 'code';
}

/** A body that is not JSON, such as a raw mail. */
export interface Download {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

type JsonRoute = {
  [N in keyof Routes]: Routes[N] extends { output: z.ZodType } ? N : never;
}[keyof Routes];
type Output<N extends JsonRoute> = Routes[N] extends { output: infer S extends z.ZodType }
  ? z.infer<S>
  : never;

const answerSeconds = 20;
/** Beyond the relay's own holding time; together below the 30 s after which Chrome ends a worker. */
const holdSlackSeconds = 4;

const heldSeconds = (wait: number) => Math.max(answerSeconds, wait + holdSlackSeconds);

async function download(response: Response): Promise<Download> {
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    type: response.headers.get('content-type') ?? 'application/octet-stream',
  };
}

type Call = Omit<RequestOptions, 'timeoutSeconds'> & { timeoutSeconds?: number };

/** Sends requests and reads the three forms of answers. */
function createSender(options: ClientOptions) {
  const fetch: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const timed = (call: Call) => ({ timeoutSeconds: answerSeconds, ...call });
  return {
    baseUrl,
    json: <N extends JsonRoute>(name: N, call: Call): Promise<Output<N>> => {
      const schema: z.ZodType = routes[name].output;
      return request(fetch, baseUrl, name, timed(call), (response) =>
        readJson(schema as z.ZodType<Output<N>>, response),
      );
    },
    nothing: (
      name: 'deleteInbox' | 'revokeToken' | 'deleteMessage' | 'withdrawAccess',
      call: Call,
    ) => request(fetch, baseUrl, name, timed(call), async () => {}),
    bytes: (name: 'getRaw' | 'getAttachment', call: Call) =>
      request(fetch, baseUrl, name, { timeoutSeconds: 120, ...call }, download),
    /** With the token of the call, or the client's. */
    auth: (call: CallOptions = {}) => ({
      bearer: call.token ?? options.token,
      signal: call.signal,
    }),
  };
}

type Sender = ReturnType<typeof createSender>;

function inboxMethods({ json, nothing, auth }: Sender, accessToken: string | undefined) {
  return {
    createInbox: (body: CreateInbox = {}, call: CallOptions = {}) =>
      json('createInbox', { body, bearer: accessToken, signal: call.signal }),
    /** Reopens an address; while it lives the answer has a token of the scope `read`. */
    restoreInbox: (body: RestoreInbox, call: CallOptions = {}) =>
      json('restoreInbox', { body, bearer: accessToken, signal: call.signal }),
    getInbox: (id: InboxId, call?: CallOptions) =>
      json('getInbox', { params: { id }, ...auth(call) }),
    extendInbox: (id: InboxId, ttlMinutes: number, call?: CallOptions) =>
      json('extendInbox', { params: { id }, body: { ttlMinutes }, ...auth(call) }),
    /** From now on mail is sealed to this key; all who watch the inbox are told. */
    changeKey: (id: InboxId, publicKey: string, call?: CallOptions) =>
      json('extendInbox', { params: { id }, body: { publicKey }, ...auth(call) }),
    deleteInbox: (id: InboxId, call?: CallOptions) =>
      nothing('deleteInbox', { params: { id }, ...auth(call) }),
    createToken: (
      id: InboxId,
      body: { scope: TokenScope; ttlMinutes?: number },
      call?: CallOptions,
    ) => json('createToken', { params: { id }, body, ...auth(call) }),
    revokeToken: (id: InboxId, jti: string, call?: CallOptions) =>
      nothing('revokeToken', { params: { id, jti }, ...auth(call) }),
  };
}

function messageMethods({ json, nothing, bytes, auth }: Sender) {
  return {
    /** Lists what changed after the cursor; with `wait` holds until there is something. */
    listMessages: (id: InboxId, { after, wait, limit, has, ...call }: ListOptions = {}) =>
      json('listMessages', {
        params: { id },
        query: { after, wait, limit, has },
        timeoutSeconds: heldSeconds(wait ?? 0),
        ...auth(call),
      }),
    getMessage: (id: InboxId, mid: MessageId, call?: CallOptions) =>
      json('getMessage', { params: { id, mid }, ...auth(call) }),
    markSeen: (id: InboxId, mid: MessageId, seen: boolean, call?: CallOptions) =>
      json('patchMessage', { params: { id, mid }, body: { seen }, ...auth(call) }),
    deleteMessage: (id: InboxId, mid: MessageId, call?: CallOptions) =>
      nothing('deleteMessage', { params: { id, mid }, ...auth(call) }),
    getRaw: (id: InboxId, mid: MessageId, call?: CallOptions) =>
      bytes('getRaw', { params: { id, mid }, ...auth(call) }),
    getAttachment: (id: InboxId, mid: MessageId, n: number, call?: CallOptions) =>
      bytes('getAttachment', { params: { id, mid, n: String(n) }, ...auth(call) }),
  };
}

function accessMethods({ json, nothing }: Sender, accessToken: string | undefined) {
  return {
    /** The code of a pairing link, which works once. */
    pair: (code: string, call: CallOptions = {}) =>
      json('pair', { body: { code }, signal: call.signal }),
    listAccess: (call: CallOptions = {}) =>
      json('listAccess', { bearer: accessToken, signal: call.signal }),
    /** Ends the inboxes made with it, too. */
    withdrawAccess: (id: string, call: CallOptions = {}) =>
      nothing('withdrawAccess', { params: { id }, bearer: accessToken, signal: call.signal }),
  };
}

function relayMethods({ json }: Sender) {
  return {
    /** Waits on up to 50 inboxes at once; each token stands in the body. */
    watch: (inboxes: readonly Watched[], wait: number, call: CallOptions = {}) =>
      json('watch', {
        body: { wait, inboxes },
        signal: call.signal,
        timeoutSeconds: heldSeconds(wait),
      }),
    getDomains: (call: CallOptions = {}) => json('getDomains', { signal: call.signal }),
    getLimits: (call: CallOptions = {}) => json('getLimits', { signal: call.signal }),
    health: (call: CallOptions = {}) => json('health', { signal: call.signal }),
    ready: (call: CallOptions = {}) => json('ready', { signal: call.signal }),
  };
}

/**
 * A client of one relay with one method for each route of the contract. Every method throws ProblemError,
 * NetworkError or ContractError, or the reason of the signal that ended it.
 */
export function createClient(options: ClientOptions) {
  const sender = createSender(options);
  return {
    baseUrl: sender.baseUrl,
    ...inboxMethods(sender, options.accessToken),
    ...accessMethods(sender, options.accessToken),
    ...messageMethods(sender),
    ...relayMethods(sender),
  };
}

export type Client = ReturnType<typeof createClient>;
