/*
 * The parts of mailauth that look at a mail. Its main file also loads those that fetch from the web (BIMI, MTA-STS),
 * which the relay must never do; it has types for that file alone.
 */
declare module 'mailauth/lib/dkim/verify.js' {
  export { dkimVerify } from 'mailauth';
}
declare module 'mailauth/lib/spf/index.js' {
  export { spf } from 'mailauth';
}
declare module 'mailauth/lib/arc/index.js' {
  export { arc } from 'mailauth';
}
declare module 'mailauth/lib/dmarc/index.js' {
  import type { DMARCOptions, DMARCResult } from 'mailauth';
  export function evaluateDmarc(options: DMARCOptions): Promise<{
    readonly response: DMARCResult | false;
    readonly dkimAligned?: ReadonlySet<string>;
    /** Why there is no response. */
    readonly reason?: string;
  }>;
}
