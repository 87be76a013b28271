import { z } from 'zod';
import { type ProblemCode, problemCodeSchema, problemSchema } from '../contract/problem.ts';
import { type RouteName, routes, type Route } from '../contract/routes.ts';
import { ContractError, NetworkError, ProblemError } from './client-error.ts';

export interface RequestOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly bearer?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutSeconds: number;
}

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

function urlOf(baseUrl: string, route: Route, options: RequestOptions): string {
  const path = route.path.replace(/:([a-z]+)/g, (_, name: string) =>
    encodeURIComponent(options.params?.[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return `${baseUrl}${path}${query.size > 0 ? `?${query}` : ''}`;
}

function initOf(route: Route, options: RequestOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.bearer !== undefined) headers['authorization'] = `Bearer ${options.bearer}`;
  if (options.body !== undefined) headers['content-type'] = 'application/json';
  const timeout = AbortSignal.timeout(options.timeoutSeconds * 1000);
  return {
    method: route.method,
    headers,
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  };
}

/** What a code that only a newer relay knows comes to, by the status that goes with it. */
function nearestCode(status: number): ProblemCode {
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  if (status === 503) return 'overloaded';
  return status < 500 ? 'invalid-request' : 'internal';
}

async function problemOf(response: Response): Promise<ProblemError | ContractError> {
  const { status } = response;
  const code = z.string().pipe(problemCodeSchema.catch(nearestCode(status)));
  const parsed = problemSchema
    .extend({ code })
    .safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) return new ContractError(status, parsed.error);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError(parsed.data, Number.isFinite(retryAfter) ? retryAfter : undefined);
}

/**
 * Sends one request and hands on a good answer.
 * @throws ProblemError, NetworkError, ContractError; the signal's reason when the caller gave up.
 */
export async function request<T>(
  fetch: Fetch,
  baseUrl: string,
  name: RouteName,
  options: RequestOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const route: Route = routes[name];
  try {
    const response = await fetch(urlOf(baseUrl, route, options), initOf(route, options));
    if (!response.ok) throw await problemOf(response);
    if (response.status !== route.status) throw new ContractError(response.status, undefined);
    return await read(response);
  } catch (error) {
    if (error instanceof ProblemError || error instanceof ContractError) throw error;
    options.signal?.throwIfAborted();
    throw new NetworkError(error);
  }
}

/** Reads a JSON answer by its schema; a failing one is a ContractError. */
export async function readJson<S extends z.ZodType>(
  schema: S,
  response: Response,
): Promise<z.infer<S>> {
  const text = await response.text();
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw new ContractError(response.status, parsed.error);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
