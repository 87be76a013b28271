import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { type Route, routes } from '@mayfly/shared/contract/routes';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { RelayError } from '../core/errors.ts';
import { accessHandlers } from './access.ts';
import { answerJson } from './answer.ts';
import type { HttpDeps } from './deps.ts';
import { type Handlers, isRouteName } from './handlers.ts';
import { healthHandlers } from './health.ts';
import { checkSource, stripPrefix } from './host-origin.ts';
import { inboundHandlers } from './inbound.ts';
import { inboxHandlers } from './inboxes.ts';
import { landingPage } from './landing.ts';
import { serveMtaSts } from './mta-sts.ts';
import { messageHandlers } from './messages.ts';
import { createOpenApi } from './openapi.ts';
import { handleProblems, methodNotAllowed, routeNotFound } from './problem.ts';
import type { RateLimits } from './rate-limit.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { refuseOtherBodies } from './validate.ts';
import { watchHandlers } from './watch.ts';
import { completePath, serveWebInbox } from './web-inbox.ts';

export interface AppParts {
  readonly rateLimits: RateLimits;
  readonly isClosing: () => boolean;
}

const verbs = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const;

/** What makes something that stays waits until there is room for it; what is there can be read. */
function refuseWhenShort({ shortage }: Pick<HttpDeps, 'shortage'>): RequestHandler {
  return (_req, _res, next) => {
    const code = shortage();
    if (code !== null) throw new RelayError(code);
    next();
  };
}

/** Of the routes, those that make an inbox, and those that bring mail. */
const makesInboxes: ReadonlySet<string> = new Set(['createInbox', 'restoreInbox']);
const bringsMail: ReadonlySet<string> = new Set(['receiveRaw', 'receiveImprovmx']);

/** Every route of the contract, with its one handler; the other methods of its path get 405. */
function addContract(
  app: Express,
  handlers: Handlers,
  { whenShort, limit }: { whenShort: RequestHandler; limit: RequestHandler },
): void {
  const allowed = new Map<string, string[]>();
  for (const [name, { method, path }] of Object.entries<Route>(routes)) {
    if (!isRouteName(name)) continue;
    const first = makesInboxes.has(name) ? [whenShort, limit] : [];
    if (bringsMail.has(name)) first.push(whenShort);
    app[verbs[method]](path, ...first, handlers[name]);
    allowed.set(path, [...(allowed.get(path) ?? []), method]);
  }
  for (const [path, methods] of allowed) app.all(path, methodNotAllowed(methods));
}

function rewritePrefix(publicUrl: string | null): RequestHandler {
  return (req, _res, next) => {
    req.url = stripPrefix(req.url, publicUrl);
    next();
  };
}

/** By path, for routes that take another media type than JSON. */
const mediaTypes: ReadonlyMap<string, string> = new Map(
  Object.values<Route>(routes).flatMap(({ path, mail }) => (mail ? [[path, mail.mediaType]] : [])),
);

const acceptBodies: RequestHandler = (req, _res, next) => {
  refuseOtherBodies(req, mediaTypes.get(req.path));
  next();
};

/** Somebody may be guessing. */
const wrongSecrets: ReadonlySet<ProblemCode> = new Set([
  'token-invalid',
  'restore-key-invalid',
  'pair-code-invalid',
]);

function countWrongTokens({ rateLimits }: AppParts): ErrorRequestHandler {
  return (error, req, _res, next) => {
    if (error instanceof RelayError && wrongSecrets.has(error.code)) rateLimits.noteWrongToken(req);
    next(error);
  };
}

export function createApp(deps: HttpDeps, parts: AppParts): Express {
  const { settings } = deps;
  const openApi = createOpenApi(settings);
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing');
  // Where a request comes from is read in one place, http/client-address.ts, not by Express.
  app.set('query parser', 'simple').set('trust proxy', false);

  addSecurityHeaders(app, settings.publicUrl);
  app.use(serveMtaSts(deps));
  app.use(checkSource(settings));
  if (deps.webInbox !== null) app.use(completePath(settings.publicUrl));
  app.use(rewritePrefix(settings.publicUrl));
  // Before the limits: who has met one is told so by the page.
  if (deps.webInbox !== null) app.use(serveWebInbox(deps.webInbox));
  app.use(...parts.rateLimits.requests);
  app.use(acceptBodies);

  addContract(
    app,
    {
      ...accessHandlers(deps),
      ...inboxHandlers(deps),
      ...messageHandlers(deps),
      ...watchHandlers(deps, (req) => parts.rateLimits.noteWrongToken(req)),
      ...inboundHandlers(deps),
      ...healthHandlers(deps, parts.isClosing),
    },
    { whenShort: refuseWhenShort(deps), limit: parts.rateLimits.inboxes },
  );
  app.get('/v1/openapi.json', (_req, res) => answerJson(res, 200, openApi));
  app.get('/', landingPage(settings));

  app.use(routeNotFound);
  app.use(countWrongTokens(parts));
  app.use(handleProblems(deps));
  return app;
}
