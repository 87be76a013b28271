import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import { type Route, type RouteName, routes } from '@mayfly/shared/contract/routes';

export interface RouteCall {
  readonly name: RouteName;
  readonly method: Route['method'];
  readonly path: string;
  readonly body?: object;
}

/** What somebody has to whom an inbox was given, and perhaps access. */
export interface Holder extends Pick<CreatedInbox, 'id' | 'token' | 'restoreKey'> {
  readonly access?: { readonly id: string; readonly token: string };
  readonly pairingCode?: string;
}

/** A good body for every route that has one. */
function bodyOf(name: RouteName, holder: Holder): object | undefined {
  const { token, restoreKey, pairingCode = 'none' } = holder;
  const bodies: Partial<Record<RouteName, object>> = {
    createInbox: {},
    restoreInbox: { restoreKey },
    extendInbox: { ttlMinutes: 30 },
    createToken: { scope: 'read' },
    patchMessage: { seen: true },
    watch: { inboxes: [{ token }] },
    pair: { code: pairingCode },
  };
  return bodies[name];
}

const isRouteName = (name: string): name is RouteName => name in routes;
export const routeNames: readonly RouteName[] = Object.keys(routes).filter(isRouteName);

export const routeOf = (name: RouteName): Route => routes[name];

/** A call that succeeds for the holder of a manage token of the inbox, or of access. */
export function callOf(name: RouteName, holder: Holder, mid: MessageId | string): RouteCall {
  const { method, path, auth } = routeOf(name);
  const values: Readonly<Record<string, string>> = {
    id: auth === 'paired' ? (holder.access?.id ?? 'a'.repeat(16)) : holder.id,
    mid,
    n: '0',
    jti: 'z'.repeat(16),
  };
  const filled = path.replace(/:(\w+)/g, (_all, key: string) => values[key] ?? key);
  const body = bodyOf(name, holder);
  return { name, method, path: filled, ...(body !== undefined && { body }) };
}

/** The token that opens the route. */
export const tokenFor = (name: RouteName, { token, access }: Holder): string =>
  routeOf(name).auth === 'paired' ? (access?.token ?? token) : token;
