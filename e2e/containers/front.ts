import type { LookupFunction } from 'node:net';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';

/** A TLS front on this machine, reached under names that no DNS knows. */
export interface Front {
  readonly name: string;
  readonly port: number;
  /** PEM; who signs its certificates. */
  readonly ca: string;
}

/** Every name is this machine. */
export const lookup: LookupFunction = (_name, options, done) => {
  if (options.all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
  else done(null, '127.0.0.1', 4);
};

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** One request; `ca` makes it one over TLS whose certificate is verified. */
export function ask(url: URL, asked: Asked & { readonly ca?: string }): Promise<Response> {
  const { method = 'GET', headers = {}, body, ca, signal } = asked;
  const request = ca === undefined ? requestPlain : requestSecure;
  return new Promise((resolve, reject) => {
    const options = { method, headers, lookup, agent: false, ...(ca !== undefined && { ca }) };
    const sent = request(url, { ...options, ...(signal && { signal }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        const fields = Object.entries(response.headers).map(([name, value]) => [
          name,
          String(value),
        ]);
        const text = status === 204 || status === 304 ? null : Buffer.concat(chunks);
        resolve(new Response(text, { status, headers: Object.fromEntries(fields) }));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** `fetch` by way of the front, for the client. */
export function fetchThrough({ ca }: Front): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const headers = Object.fromEntries(request.headers);
    const { method, signal } = request;
    return ask(new URL(request.url), { method, headers, body: await request.text(), ca, signal });
  };
}
