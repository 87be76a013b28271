import type { Request } from 'express';
import { RelayError } from '../core/errors.ts';
import type { Session, Sessions } from '../core/sessions.ts';
import { expectOk } from './problem.ts';

/** The token of `Authorization: Bearer` (RFC 6750 section 2.1); never of the URL. */
export function bearerOf(req: Pick<Request, 'headers'>): string | null {
  return /^Bearer +([^\s]+) *$/i.exec(req.headers.authorization ?? '')?.[1] ?? null;
}

/** The living inbox that the path names, opened by the bearer's token. */
export async function authenticate(
  sessions: Sessions,
  req: Request,
  scope: 'read' | 'manage',
): Promise<Session> {
  const token = bearerOf(req);
  if (token === null) throw new RelayError('token-missing');
  const { id } = req.params;
  const opened = await sessions.open(token, { scope, id: typeof id === 'string' ? id : '' });
  return expectOk(opened).session;
}
