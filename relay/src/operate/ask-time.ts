import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import type { Clock } from '../core/ports.ts';
import type { Place } from './place.ts';

/** Seconds from the first of 1900, where NTP begins to count, to that of 1970. */
const epoch = 2_208_988_800;

/** Client of version 4 (RFC 5905 section 7.3). */
const question = () => Buffer.concat([Buffer.of(0x23), Buffer.alloc(47)]);

function timeAt(packet: Buffer, offset: number): number {
  const seconds = packet.readUInt32BE(offset) - epoch;
  return seconds * 1000 + (packet.readUInt32BE(offset + 4) / 2 ** 32) * 1000;
}

/** An answer of a server that is itself set right; not one that only sends us away. */
function isAnswer(packet: Buffer): boolean {
  const [first = 0, stratum = 0] = packet;
  return packet.length >= 48 && (first & 7) === 4 && stratum > 0 && stratum < 16;
}

/**
 * By how many milliseconds the clock is behind a time server (SNTP, RFC 5905 section 14). Null when none answers in
 * time.
 */
export async function askTime(at: Place, clock: Clock, withinMs: number): Promise<number | null> {
  const socket = createSocket(isIPv6(at.host) ? 'udp6' : 'udp4');
  try {
    const sentAt = clock();
    socket.send(question(), at.port, at.host);
    const heard: readonly unknown[] = await once(socket, 'message', {
      signal: AbortSignal.timeout(withinMs),
    });
    const cameAt = clock();
    const [packet] = heard;
    if (!Buffer.isBuffer(packet) || !isAnswer(packet)) return null;
    return (timeAt(packet, 32) - sentAt + (timeAt(packet, 40) - cameAt)) / 2;
  } catch {
    return null;
  } finally {
    socket.close();
  }
}
