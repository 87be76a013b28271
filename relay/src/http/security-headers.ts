import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Nothing may load, run, frame or be framed; a page that needs more says so itself. */
export function securityHeaders(publicUrl: string | null): RequestHandler {
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
