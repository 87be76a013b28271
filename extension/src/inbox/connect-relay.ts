import { type ClientError, isClientError, ProblemError } from '@mayfly/shared/client/client-error';
import type { Client } from '@mayfly/shared/client/client';
import type { ConnectedRelay, Reply } from '../messaging/protocol.ts';
import type { Trouble } from '../storage/model.ts';
import type { Storage } from '../storage/storage.ts';
import type { Contact } from './contact.ts';
import { isOlder } from './is-older.ts';
import type { ClientFor } from './relay-clients.ts';
import { parseRelayUrl } from '@mayfly/shared/keeping/relay-url';

export interface ConnectDeps {
  readonly storage: Storage;
  readonly contact: Contact;
  readonly clientFor: ClientFor;
  readonly mayReach: (pattern: string) => Promise<boolean>;
  readonly onInboxes: () => Promise<void>;
  /** Of this extension, as its manifest has it. */
  readonly version: string;
}

/** A domain that no relay receives mail for (RFC 6761): who may make inboxes is told just that. */
const noDomain = 'mayfly.invalid';

/** Whether the relay lets this browser make inboxes, found out without making one. */
async function accessTrouble(client: Client): Promise<Trouble | null> {
  try {
    await client.createInbox({ domain: noDomain });
    return null;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    if (error.code === 'domain-unknown') return null;
    return error.code === 'token-invalid' ? 'access-withdrawn' : error.code;
  }
}

export type Answer = Reply<ConnectedRelay>;

/** Whatever answers "no such page" to the first question of the contract is something else. */
export const toConnectTrouble = ({ code }: ClientError): Trouble =>
  code === 'route-not-found' ? 'not-a-relay' : code;

/** What a relay says of itself to whoever is about to use it. */
export async function readFacts(client: Client, version: string) {
  const [limits, { domains }] = await Promise.all([client.getLimits(), client.getDomains()]);
  const isServed = !isOlder(version, limits.oldestExtension);
  return { access: limits.access, domains, isServed };
}

async function probe(client: Client, version: string, accessToken: string | null): Promise<Answer> {
  try {
    const { access, domains, isServed } = await readFacts(client, version);
    if (!isServed) return { ok: false, trouble: 'extension-too-old' };
    if (access === 'private' && accessToken === null)
      return { ok: false, trouble: 'access-required' };
    const trouble = access === 'private' ? await accessTrouble(client) : null;
    if (trouble !== null) return { ok: false, trouble };
    return { ok: true, url: client.baseUrl, access, domains };
  } catch (error) {
    if (!isClientError(error)) throw error;
    return { ok: false, trouble: toConnectTrouble(error) };
  }
}

/** From now on new addresses are made there. */
export async function keepRelay(
  { storage, contact, onInboxes }: ConnectDeps,
  url: string,
  accessToken: string | null,
): Promise<void> {
  await storage.relay.writeSettings({ url, accessToken, connected: true });
  await contact.succeeded(url);
  await onInboxes();
}

/** Tests a relay and keeps it when it answers as one. What was set before stays when it does not. */
export async function connectRelay(
  deps: ConnectDeps,
  input: string,
  accessToken: string | null,
): Promise<Answer> {
  const place = parseRelayUrl(input);
  if (place === null) return { ok: false, trouble: 'not-a-relay' };
  if (!(await deps.mayReach(place.pattern))) return { ok: false, trouble: 'permission-missing' };
  const token = accessToken?.trim() || null;
  const answer = await probe(deps.clientFor(place.url, token), deps.version, token);
  if (!answer.ok) return answer;
  await keepRelay(deps, place.url, token);
  return answer;
}
