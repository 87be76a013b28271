import { createHmac } from 'node:crypto';
import type { Keys } from './keys.ts';
import { networkOf } from './network-address.ts';

/** Names the network of a client without saying which it is. */
export type TagClient = (address: string | undefined) => string;

export function createClientTags(keys: Keys): TagClient {
  const { client } = keys.signing;
  return (address) =>
    createHmac('sha256', client)
      .update(networkOf(address ?? ''))
      .digest('base64url')
      .slice(0, 22);
}
