import { type Client, createClient } from '@mayfly/shared/client/client';
import type { Fetch } from '@mayfly/shared/client/request';

/** Makes clients of relays; with an access token where new inboxes are made at a private relay. */
export type ClientFor = (relayUrl: string, accessToken?: string | null) => Client;

export function relayClients(fetch?: Fetch): ClientFor {
  return (baseUrl, accessToken) =>
    createClient({
      baseUrl,
      accessToken: accessToken ?? undefined,
      ...(fetch === undefined ? {} : { fetch }),
    });
}
