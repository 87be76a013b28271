import { createClient, type Client } from '@mayfly/shared/client/client';
import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import { problemSchema } from '@mayfly/shared/contract/problem';
import { commonCodes, type Route, type RouteName } from '@mayfly/shared/contract/routes';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { startRelay, type TestRelay } from './harness.ts';
import { LiveClient } from './live-client.ts';
import { inboundSecrets, routeNames, routeOf } from './route-calls.ts';

/** Relays on one store, seen from outside: every request, mail and socket goes to the next of them. */
export interface ContractPlace extends AsyncDisposable {
  readonly client: Client;
  clientFor(token: string): Client;
  /** A client that makes inboxes with an access. */
  clientWithAccess(accessToken: string): Client;
  /** A code as the operator's command makes it, at whatever relay is next. */
  offerPairing(label: string): Promise<string>;
  openInbox(): Promise<{ inbox: CreatedInbox; client: Client }>;
  request(path: string, init?: RequestInit): Promise<Response>;
  openLive(first: object): Promise<LiveClient>;
  send(to: string, mail?: Mail.Options): Promise<void>;
  smtpPort(): number;
  /** The routes that answered well so far. */
  readonly succeeded: ReadonlySet<RouteName>;
}

/** Stands for whatever relay is next. */
const anyRelay = 'http://any.relay.invalid';

function routeAt(method: string, path: string): RouteName | undefined {
  return routeNames.find((name) => {
    const route = routeOf(name);
    const pattern = route.path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+');
    return route.method === method && new RegExp(`^${pattern}$`).test(path);
  });
}

/** Throws when an answer is none that the contract has for the route. */
async function checkAnswer(route: Route, response: Response): Promise<void> {
  if (response.ok) {
    if (response.status !== route.status) throw new Error(`${route.path}: ${response.status}`);
    return;
  }
  const problem = problemSchema.parse(await response.clone().json());
  const known = [...commonCodes, ...route.codes].some((code) => code === problem.code);
  const isProblem = response.headers.get('content-type')?.includes('problem+json');
  if (!known || isProblem !== true || problem.status !== response.status)
    throw new Error(`${route.method} ${route.path} answers ${JSON.stringify(problem)}`);
}

function createTurn<T>(all: readonly T[]): () => T {
  let turn = 0;
  return () => {
    const next = all[turn % all.length];
    turn += 1;
    if (next === undefined) throw new Error('no relay');
    return next;
  };
}

function createRequester(next: () => TestRelay, succeeded: Set<RouteName>) {
  return async (input: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(input, anyRelay);
    const response = await fetch(`${next().url}${url.pathname}${url.search}`, init);
    const name = routeAt(init.method ?? 'GET', url.pathname);
    if (name !== undefined) {
      await checkAnswer(routeOf(name), response);
      if (response.ok) succeeded.add(name);
    }
    return response;
  };
}

/** What is refused here is refused on purpose. */
const generous = {
  MAYFLY_WRONG_TOKENS_PER_MINUTE: '9999',
  MAYFLY_INBOUND_RAW_SECRET: inboundSecrets.raw,
  MAYFLY_INBOUND_IMPROVMX_SECRET: inboundSecrets.improvmx,
};

export async function openPlace(
  count: number,
  env: Readonly<Record<string, string>> = {},
): Promise<ContractPlace> {
  const relays = await Promise.all(
    Array.from({ length: count }, () => startRelay({ env: { ...generous, ...env } })),
  );
  const next = createTurn(relays);
  const succeeded = new Set<RouteName>();
  const request = createRequester(next, succeeded);
  const clientFor = (token?: string): Client =>
    createClient({ baseUrl: anyRelay, token, fetch: request });
  const client = clientFor();
  return {
    ...{ client, clientFor, request, succeeded },
    clientWithAccess: (accessToken) =>
      createClient({ baseUrl: anyRelay, accessToken, fetch: request }),
    offerPairing: (label) => next().offerPairing(label),
    async openInbox() {
      const inbox = await client.createInbox();
      return { inbox, client: clientFor(inbox.token) };
    },
    async openLive(first) {
      const live = await new LiveClient(next().url).opened();
      live.socket.send(JSON.stringify(first));
      return live;
    },
    send: (to, mail) => next().send(to, mail),
    smtpPort: () => next().smtpPort,
    async [Symbol.asyncDispose]() {
      for (const relay of relays) await relay[Symbol.asyncDispose]();
    },
  };
}
