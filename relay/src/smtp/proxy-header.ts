import { isIPv4, isIPv6, type Socket } from 'node:net';

/** What stands at the beginning of a connection that a proxy opened (HAProxy's PROXY protocol, versions 1 and 2). */
export type ProxyHeader =
  | { readonly kind: 'more' }
  | { readonly kind: 'bad' }
  /** Null: the proxy speaks for itself, or does not say for whom. */
  | { readonly kind: 'whole'; readonly length: number; readonly client: ProxiedClient | null };

export interface ProxiedClient {
  readonly address: string;
  readonly port: number;
}

const more: ProxyHeader = { kind: 'more' };
const bad: ProxyHeader = { kind: 'bad' };

/** Section 2.1: "the line is at most 107 chars", its end included. */
const maxLine = 107;
/** Section 2.2: the octets that no other protocol begins with. */
const signature = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1');
const fixedLength = 16;
/** Addresses of the longest kind have 216 octets; the rest is for what a proxy adds (TLVs). */
const maxRest = 2048;

function readLine(octets: Buffer): ProxyHeader {
  const begins = 'PROXY '.startsWith(octets.toString('latin1', 0, 6));
  if (!begins) return bad;
  const end = octets.subarray(0, maxLine).indexOf('\r\n');
  if (end === -1) return octets.length < maxLine ? more : bad;
  const length = end + 2;
  const [, family, address = '', , port = '', , rest] = octets
    .toString('latin1', 0, end)
    .split(' ');
  if (family === 'UNKNOWN') return { kind: 'whole', length, client: null };
  const isGood =
    (family === 'TCP4' && isIPv4(address)) ||
    (family === 'TCP6' && isIPv6(address) && !address.includes('%'));
  if (!isGood || rest !== undefined || !/^\d{1,5}$/.test(port)) return bad;
  return { kind: 'whole', length, client: { address, port: Number(port) } };
}

function readGroups(octets: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, at) => octets.readUInt16BE(at * 2).toString(16));
  return groups.join(':');
}

/** The client of version 2: only TCP over IPv4 and IPv6 has one that SMTP can name. */
function clientOf(family: number, rest: Buffer): ProxiedClient | null | 'bad' {
  if (family === 0x11) {
    if (rest.length < 12) return 'bad';
    return { address: rest.subarray(0, 4).join('.'), port: rest.readUInt16BE(8) };
  }
  if (family === 0x21) {
    if (rest.length < 36) return 'bad';
    return { address: readGroups(rest.subarray(0, 16)), port: rest.readUInt16BE(32) };
  }
  return null;
}

function readBinary(octets: Buffer): ProxyHeader {
  if (octets.length < fixedLength) return more;
  const command = octets[12] ?? 0;
  const rest = octets.readUInt16BE(14);
  if ((command !== 0x20 && command !== 0x21) || rest > maxRest) return bad;
  const length = fixedLength + rest;
  if (octets.length < length) return more;
  // LOCAL (0x20): the proxy looks whether we are well.
  const family = command === 0x20 ? 0 : (octets[13] ?? 0);
  const client = clientOf(family, octets.subarray(fixedLength, length));
  return client === 'bad' ? bad : { kind: 'whole', length, client };
}

/** Reads the header from the first octets of a connection; what follows it is the client's. */
export function readProxyHeader(octets: Buffer): ProxyHeader {
  if (octets.length === 0) return more;
  const known = Math.min(octets.length, signature.length);
  const isBinary = octets.subarray(0, known).equals(signature.subarray(0, known));
  return isBinary ? readBinary(octets) : readLine(octets);
}

export type AwaitedHeader =
  | { readonly ok: true; readonly client: ProxiedClient | null }
  /** `gone`: it closed before it said anything, as those do that only look whether somebody listens. */
  | { readonly ok: false; readonly reason: 'bad' | 'late' | 'gone' };

/**
 * Waits for the header of a fresh connection, for `waitMs` at most however slowly it comes, and puts back what follows
 * it. After anything but `ok` the socket is destroyed: nothing can be said to a client that nobody knows.
 */
export function awaitProxyHeader(socket: Socket, waitMs: number): Promise<AwaitedHeader> {
  return new Promise((resolve) => {
    let octets = Buffer.alloc(0);
    const settle = (outcome: AwaitedHeader) => {
      clearTimeout(timer);
      socket.off('readable', read);
      socket.off('end', gone);
      socket.off('close', gone);
      if (outcome.ok) socket.off('error', ignore);
      else socket.destroy();
      resolve(outcome);
    };
    // Stays where the socket is destroyed: what comes late must not end the process.
    const ignore = () => undefined;
    const gone = () => settle({ ok: false, reason: octets.length === 0 ? 'gone' : 'bad' });
    const read = () => {
      for (let chunk = takeChunk(socket); chunk !== null; chunk = takeChunk(socket)) {
        octets = Buffer.concat([octets, chunk]);
        const header = readProxyHeader(octets);
        if (header.kind === 'more') continue;
        if (header.kind === 'bad') return settle({ ok: false, reason: 'bad' });
        const rest = octets.subarray(header.length);
        if (rest.length > 0) socket.unshift(rest);
        return settle({ ok: true, client: header.client });
      }
    };
    const timer = setTimeout(() => settle({ ok: false, reason: 'late' }), waitMs);
    socket.on('error', ignore);
    socket.on('readable', read);
    socket.on('end', gone);
    socket.on('close', gone);
  });
}

function takeChunk(socket: Socket): Buffer | null {
  const chunk: unknown = socket.read();
  return chunk instanceof Buffer ? chunk : null;
}
