import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { SecureContext } from 'node:tls';
import { mtaStsPath } from '../core/mta-sts.ts';
import { codeOf, type Place } from './place.ts';

export type FetchedPolicy =
  | { readonly ok: true; readonly status: number; readonly type: string; readonly text: string }
  | { readonly ok: false; readonly reason: string };

export interface PolicyQuestion {
  /** `mta-sts.DOMAIN`. */
  readonly host: string;
  readonly trust: SecureContext;
  readonly withinMs: number;
}

/** RFC 8461 section 3.3 lets senders stop here. */
const mostOctets = 65_536;

async function readText(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of response.setEncoding('utf8')) {
    text += String(part);
    if (text.length > mostOctets) throw Object.assign(new Error('too long'), { code: 'EMSGSIZE' });
  }
  return text;
}

/** Fetches a policy as senders do: over https under the host's own name, and following nothing. */
export function fetchPolicy(at: Place, question: PolicyQuestion): Promise<FetchedPolicy> {
  const { host, trust, withinMs } = question;
  return new Promise((resolve) => {
    const giveUp = (error: unknown) => resolve({ ok: false, reason: codeOf(error) });
    const tls = { servername: host, secureContext: trust };
    const asked = request({
      ...{ host: at.host, port: at.port, path: mtaStsPath, agent: false, ...tls },
      headers: { host, accept: 'text/plain' },
      signal: AbortSignal.timeout(withinMs),
    });
    asked.on('error', giveUp);
    asked.on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      const type = headers['content-type'] ?? '';
      readText(response).then((text) => resolve({ ok: true, status, type, text }), giveUp);
    });
    asked.end();
  });
}
