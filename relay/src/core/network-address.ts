import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that comes in the clothes of IPv6: mapped (RFC 4291 section 2.5.5.2) or translated (RFC 6052 section 2.1). */
const carriers = ['0:0:0:0:0:ffff:', '64:ff9b:0:0:0:0:'];

/** The eight groups of an address that `isIPv6` holds for, without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const [, head = '', ...octets] = dotted ?? [];
  const [a = 0, b = 0, c = 0, d = 0] = octets.map(Number);
  const pair = (high: number, low: number) => ((high << 8) | low).toString(16);
  const text = dotted === null ? address : `${head}${pair(a, b)}:${pair(c, d)}`;
  const [left = '', right] = text.split('::');
  const split = (part: string) => (part === '' ? [] : part.split(':'));
  const first = split(left);
  const last = split(right ?? '');
  const gap = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...gap, ...last].map((group) => Number.parseInt(group, 16).toString(16));
}

function embedded(groups: readonly string[]): string | null {
  const text = groups.join(':');
  if (!carriers.some((carrier) => text.startsWith(carrier))) return null;
  const [high = 0, low = 0] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** An address in one form, whatever form it came in; null for anything that is none. */
export function readAddress(text: string): string | null {
  if (isIPv4(text)) return text;
  const bare = text.replace(/%[^%]*$/, '').toLowerCase();
  if (!isIPv6(bare)) return null;
  const groups = groupsOf(bare);
  return embedded(groups) ?? groups.join(':');
}

/** Whom an address stands for: itself, or with IPv6 the /64, which is what one customer gets. */
export function networkOf(address: string): string {
  const read = readAddress(address);
  if (read === null) return 'none';
  return read.includes(':') ? `${read.split(':').slice(0, 4).join(':')}::/64` : read;
}

export interface AddressList {
  has(address: string): boolean;
}

const loopback = ['127.0.0.0/8', '::1/128'];

/** Whether it may stand in a list: an address, a network such as 10.0.0.0/8, or `loopback`. */
export function isListEntry(entry: string): boolean {
  if (entry === 'loopback') return true;
  const [address = '', bits, more] = entry.split('/');
  const length = isIPv4(address) ? 32 : isIPv6(address) ? 128 : null;
  if (length === null || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= length);
}

/** @throws RangeError for an entry that `isListEntry` refuses. */
export function createAddressList(entries: readonly string[]): AddressList {
  const list = new BlockList();
  for (const entry of entries.flatMap((one) => (one === 'loopback' ? loopback : [one]))) {
    if (!isListEntry(entry)) throw new RangeError('An entry is no address and no network');
    const [address = '', bits] = entry.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    list.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  return {
    has(text) {
      const address = readAddress(text);
      return address !== null && list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
    },
  };
}
