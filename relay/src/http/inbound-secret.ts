import type { IncomingMessage } from 'node:http';
import type { ProblemCode } from '@mayfly/shared/contract/problem';
import { isSameSecret } from '../core/same-secret.ts';

/** The ways in for mail over HTTP, each with its secret; null: it is off. */
export interface InboundSecrets {
  readonly raw: string | null;
  readonly improvmx: string | null;
}
type HttpWay = keyof InboundSecrets;

const pathOf: Readonly<Record<HttpWay, string>> = {
  raw: '/v1/inbound/raw',
  improvmx: '/v1/inbound/improvmx',
};

/** The password of `Authorization: Basic` (RFC 7617); the user may be anybody. */
function passwordOf(header: string): string | null {
  const credentials = /^Basic +([A-Za-z0-9+/]+=*) *$/i.exec(header)?.[1];
  if (credentials === undefined) return null;
  const text = Buffer.from(credentials, 'base64').toString();
  const colon = text.indexOf(':');
  return colon < 0 ? null : text.slice(colon + 1);
}

const bearerIn = (header: string): string | null => /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? null;

/** Why the request may bring no mail in this way; null: it may. */
export function judgeInbound(
  way: HttpWay,
  secrets: InboundSecrets,
  { headers }: Pick<IncomingMessage, 'headers'>,
): ProblemCode | null {
  const secret = secrets[way];
  if (secret === null) return 'inbound-off';
  const header = headers.authorization ?? '';
  const given = way === 'raw' ? bearerIn(header) : passwordOf(header);
  if (given === null) return 'token-missing';
  return isSameSecret(given, secret) ? null : 'token-invalid';
}

/** Whether a request brings mail with the right secret: a forwarder brings the mail of many senders. */
export function bringsMail(
  secrets: InboundSecrets,
  req: Pick<IncomingMessage, 'headers'> & { readonly path: string },
): boolean {
  const ways: readonly HttpWay[] = ['raw', 'improvmx'];
  const way = ways.find((each) => pathOf[each] === req.path);
  return way !== undefined && judgeInbound(way, secrets, req) === null;
}
