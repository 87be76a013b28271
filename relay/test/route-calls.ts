import type { MessageId } from '@mayfly/shared/contract/message';
import { type Route, type RouteName, routes } from '@mayfly/shared/contract/routes';

export interface RouteCall {
  readonly name: RouteName;
  readonly method: Route['method'];
  readonly path: string;
  readonly body?: object;
  /** Of a route that takes mail. */
  readonly rawBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What somebody has to whom an inbox was given, and perhaps access. */
export interface Holder {
  readonly id: string;
  readonly token: string;
  readonly restoreKey: string;
  readonly address?: string;
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

/** As long as they have to be. */
export const inboundSecrets = { raw: 'raw-secret-'.repeat(4), improvmx: 'mx-secret-'.repeat(4) };

const basic = Buffer.from(`improvmx:${inboundSecrets.improvmx}`).toString('base64');

/** The envelope or form, and the mail, of routes that take mail. */
function mailOf(name: RouteName, address: string): Pick<RouteCall, 'rawBody' | 'headers'> {
  const form = { to: [{ email: address }], from: { email: 'shop@fern.example' }, subject: 'Hello' };
  const calls: Partial<Record<RouteName, Pick<RouteCall, 'rawBody' | 'headers'>>> = {
    receiveRaw: {
      headers: {
        authorization: `Bearer ${inboundSecrets.raw}`,
        'content-type': 'message/rfc822',
        'x-mayfly-recipient': address,
      },
      rawBody: 'Subject: Hello\r\n\r\nHello\r\n',
    },
    receiveImprovmx: {
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
      rawBody: JSON.stringify(form),
    },
  };
  return calls[name] ?? {};
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
  const mail = mailOf(name, holder.address ?? 'nobody@mayfly.test');
  return { name, method, path: filled, ...(body !== undefined && { body }), ...mail };
}

/** The token that opens the route. */
export const tokenFor = (name: RouteName, { token, access }: Holder): string =>
  routeOf(name).auth === 'paired' ? (access?.token ?? token) : token;
