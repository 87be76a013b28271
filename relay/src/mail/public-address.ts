import { BlockList, isIP } from 'node:net';

/** Networks from which nobody reaches us over the internet (RFC 6890). */
const ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
];

/** A test for addresses that a domain's SPF record can speak of: a private one says nothing of who sent the mail. */
export function createIsPublic(): (address: string) => boolean {
  const closed = new BlockList();
  for (const [net, prefix, family] of ranges) closed.addSubnet(net, prefix, family);
  return (address) => {
    const family = isIP(address);
    // An IPv4 address within an IPv6 one is checked as what it is.
    return family !== 0 && !closed.check(address, family === 4 ? 'ipv4' : 'ipv6');
  };
}
