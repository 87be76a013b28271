import type { IncomingMessage } from 'node:http';
import { type AddressList, readAddress } from '../core/network-address.ts';

/** The address of a hop as proxies write it, some with a port (`192.0.2.1:4711`, `[2001:db8::1]:4711`). */
function readHop(hop: string): string | null {
  const match = /^\s*(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+|([^[\]\s]*))\s*$/.exec(hop);
  return readAddress(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
}

/**
 * Where a request or an upgrade comes from. X-Forwarded-For is read from its end, and only as far as each that wrote a
 * part of it is a proxy of our own: what stands further left may be written by anybody. A part that is no address was
 * not written by a proxy of ours either, so the request counts as that of the last one known.
 */
export function clientAddress(
  req: Pick<IncomingMessage, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined };
  },
  trusted: AddressList,
): string {
  let address = readAddress(req.socket.remoteAddress ?? '') ?? '';
  const passed = [req.headers['x-forwarded-for'] ?? []].flat().join(',');
  const hops = passed === '' ? [] : passed.split(',');
  while (hops.length > 0 && trusted.has(address)) {
    const hop = readHop(hops.pop() ?? '');
    if (hop === null) break;
    address = hop;
  }
  return address;
}
