import type { RequestHandler } from 'express';
import { mtaStsPath, mtaStsPolicy } from '../core/mta-sts.ts';
import type { HttpDeps } from './deps.ts';

/**
 * The policy that senders fetch under a host of its own for each domain (RFC 8461 section 3.3). That host is no name of the
 * API: all else that is asked for there goes on to be refused.
 */
export function serveMtaSts({ settings, mailPolicy }: HttpDeps): RequestHandler {
  const hosts = new Set(settings.domains.map((domain) => `mta-sts.${domain}`));
  return (req, res, next) => {
    const host = (req.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    const isRead = req.method === 'GET' || req.method === 'HEAD';
    const policy = isRead && req.path === mtaStsPath && hosts.has(host) ? mailPolicy() : null;
    if (policy === null) return next();
    res.set({ 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
    res.end(req.method === 'HEAD' ? undefined : mtaStsPolicy(policy));
  };
}
