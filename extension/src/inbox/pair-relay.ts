import { isClientError } from '@mayfly/shared/client/client-error';
import {
  type Answer,
  type ConnectDeps,
  keepRelay,
  readFacts,
  toConnectTrouble,
} from './connect-relay.ts';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';

/** Changes a pairing code for access to its relay, and keeps both. What was set before stays when that fails. */
export async function pairRelay(deps: ConnectDeps, input: string, code: string): Promise<Answer> {
  const place = parseRelayUrl(input);
  if (place === null) return { ok: false, trouble: 'not-a-relay' };
  if (!(await deps.mayReach(place.pattern))) return { ok: false, trouble: 'permission-missing' };
  const client = deps.clientFor(place.url);
  try {
    // The code comes last: it works once, and nothing may be left that could fail after it.
    const { access, domains, isServed } = await readFacts(client, deps.version);
    if (!isServed) return { ok: false, trouble: 'extension-too-old' };
    const { token } = await client.pair(code);
    await keepRelay(deps, place.url, token);
    return { ok: true, url: place.url, access, domains };
  } catch (error) {
    if (!isClientError(error)) throw error;
    return { ok: false, trouble: toConnectTrouble(error) };
  }
}
