import type { CreatedInbox } from '@mayfly/shared/contract/inbox';
import type { MessageId } from '@mayfly/shared/contract/message';
import { type Route, type RouteName, routes } from '@mayfly/shared/contract/routes';

export interface RouteCall {
  readonly name: RouteName;
  readonly method: Route['method'];
  readonly path: string;
  readonly body?: object;
}

/** What somebody has to whom an inbox was given. */
export type Holder = Pick<CreatedInbox, 'id' | 'token' | 'restoreKey'>;

/** A good body for every route that has one. */
function bodyOf(name: RouteName, { token, restoreKey }: Holder): object | undefined {
  const bodies: Partial<Record<RouteName, object>> = {
    createInbox: {},
    restoreInbox: { restoreKey },
    extendInbox: { ttlMinutes: 30 },
    createToken: { scope: 'read' },
    patchMessage: { seen: true },
    watch: { inboxes: [{ token }] },
  };
  return bodies[name];
}

const isRouteName = (name: string): name is RouteName => name in routes;
export const routeNames: readonly RouteName[] = Object.keys(routes).filter(isRouteName);

export const routeOf = (name: RouteName): Route => routes[name];

/** A call that succeeds for the holder of a manage token of the inbox. */
export function callOf(name: RouteName, inbox: Holder, mid: MessageId | string): RouteCall {
  const { method, path } = routeOf(name);
  const values: Readonly<Record<string, string>> = {
    id: inbox.id,
    mid,
    n: '0',
    jti: 'z'.repeat(16),
  };
  const filled = path.replace(/:(\w+)/g, (_all, key: string) => values[key] ?? key);
  const body = bodyOf(name, inbox);
  return { name, method, path: filled, ...(body !== undefined && { body }) };
}
