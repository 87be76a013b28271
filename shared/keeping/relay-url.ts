export interface RelayPlace {
  /** The base URL, without a slash at the end. */
  readonly url: string;
  /** The match pattern of the host permission that the relay needs; patterns carry no port. */
  readonly pattern: string;
}

const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i;
/** Hosts without a certificate of their own, as a rule: this computer and the home network. */
const homeHost =
  /^(?:localhost|.+\.(?:localhost|local|lan|home|internal|test|home\.arpa)|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[::1\]|\[f[cde][0-9a-f:]+\]|[^.:]+)$/i;

function parse(text: string): URL | null {
  if (hasScheme.test(text)) return URL.parse(text);
  const https = URL.parse(`https://${text}`);
  // Parsed again rather than changed: a port of 443 or 80 means another thing under the other scheme.
  return https !== null && homeHost.test(https.hostname) ? URL.parse(`http://${text}`) : https;
}

/**
 * Where a relay is, from what people type or paste: with or without scheme, port, path and slashes, or the address of
 * its web inbox. Null when it cannot be the address of a server.
 */
export function parseRelayUrl(input: string): RelayPlace | null {
  const text = input.trim().replace(/^\/+/, '');
  if (text === '' || /\s/.test(text)) return null;
  const url = parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.username !== '' || url.password !== '') return null;
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/(?:v1\/?)?$/, '');
  return { url: `${url.origin}${path}`, pattern: `${url.protocol}//${url.hostname}/*` };
}
