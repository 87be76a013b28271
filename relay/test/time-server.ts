import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export interface TimeServer extends AsyncDisposable {
  readonly port: number;
  /** By how much its clock is ahead of ours. */
  aheadMs: number;
  /** How far it is from a clock of reference; 0 and 16 mean that it knows no time (RFC 5905 section 7.3). */
  stratum: number;
}

const epoch = 2_208_988_800;

function writeTime(packet: Buffer, offset: number, milliseconds: number): void {
  packet.writeUInt32BE(Math.floor(milliseconds / 1000) + epoch, offset);
  packet.writeUInt32BE(Math.floor(((milliseconds % 1000) / 1000) * 2 ** 32), offset + 4);
}

/** An SNTP server on loopback (RFC 5905 section 14). */
export async function startTimeServer(): Promise<TimeServer> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const server: TimeServer = {
    port: socket.address().port,
    aheadMs: 0,
    stratum: 2,
    async [Symbol.asyncDispose]() {
      socket.close();
      await once(socket, 'close');
    },
  };
  socket.on('message', (question, from) => {
    const packet = Buffer.alloc(48);
    packet.writeUInt8(0x24, 0);
    packet.writeUInt8(server.stratum, 1);
    question.copy(packet, 24, 40, 48);
    writeTime(packet, 32, Date.now() + server.aheadMs);
    writeTime(packet, 40, Date.now() + server.aheadMs);
    socket.send(packet, from.port, from.address);
  });
  return server;
}
