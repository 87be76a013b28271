import type { Express, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Nothing may load, run, frame or be framed; a page that needs more says so itself. */
function createHelmet(publicUrl: string | null): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Only where HTTPS is known to be there, and for this host alone.
    strictTransportSecurity:
      publicUrl?.startsWith('https:') === true
        ? { maxAge: 15_552_000, includeSubDomains: false }
        : false,
    xFrameOptions: { action: 'deny' },
  });
}

const policy = 'Content-Security-Policy';

/**
 * Puts the headers on every answer of the app, at the moment when it begins: on thousands of requests that are held
 * they would be a good part of what each of them costs.
 */
export function addSecurityHeaders(app: Express, publicUrl: string | null): void {
  const protect = createHelmet(publicUrl);
  const writeHead: unknown = Reflect.get(app.response, 'writeHead');
  if (typeof writeHead !== 'function') throw new TypeError('A response has no writeHead');
  Object.defineProperty(app.response, 'writeHead', {
    value(this: Response, ...args: unknown[]): unknown {
      const own = this.getHeader(policy);
      protect(this.req, this, () => {});
      if (own !== undefined) this.setHeader(policy, own);
      return Reflect.apply(writeHead, this, args);
    },
  });
}
