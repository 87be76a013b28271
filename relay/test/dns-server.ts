import { createSocket } from 'node:dgram';

/** Records by `TYPE name`: TXT as text, MX as `10 host`, A as an address. */
export type Zone = Record<string, readonly string[]>;

/** `silent` answers nothing, `broken` says SERVFAIL (RFC 1035 section 4.1.1). */
export type DnsMood = 'well' | 'silent' | 'broken';

export interface DnsServer extends AsyncDisposable {
  /** As MAYFLY_DNS_SERVERS wants it. */
  readonly address: string;
  readonly zone: Zone;
  mood: DnsMood;
  /** What was asked, in the form of the zone's keys. */
  readonly asked: readonly string[];
  /** Answers to questions wait for it. */
  gate: Promise<void>;
}

const types: Record<number, string> = {
  1: 'A',
  5: 'CNAME',
  12: 'PTR',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
};
const rcodes = { answered: 0, broken: 2, absent: 3 };

function encodeName(name: string): Buffer {
  const labels = name.split('.').map((label) => Buffer.from(label));
  return Buffer.concat([
    ...labels.flatMap((label) => [Buffer.of(label.length), label]),
    Buffer.of(0),
  ]);
}

function encodeData(type: string, value: string): Buffer {
  if (type === 'A') return Buffer.from(value.split('.').map(Number));
  if (type === 'TXT') {
    const parts = value.match(/.{1,255}/g) ?? [''];
    return Buffer.concat(parts.flatMap((part) => [Buffer.of(part.length), Buffer.from(part)]));
  }
  if (type !== 'MX') return encodeName(value);
  const [priority = '', host = ''] = value.split(' ');
  return Buffer.concat([Buffer.of(0, Number(priority)), encodeName(host)]);
}

interface Question {
  readonly name: string;
  readonly type: string;
  readonly code: number;
  /** Where it ends in the packet. */
  readonly end: number;
}

function readQuestion(packet: Buffer): Question {
  const labels: string[] = [];
  let at = 12;
  for (let length = packet[at] ?? 0; length > 0; length = packet[at] ?? 0) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const code = packet.readUInt16BE(at + 1);
  return { name: labels.join('.').toLowerCase(), type: types[code] ?? '?', code, end: at + 5 };
}

function encodeRecord(question: Question, value: string): Buffer {
  const data = encodeData(question.type, value);
  const head = Buffer.alloc(12);
  // A pointer to the name in the question.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(question.code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function reply(packet: Buffer, question: Question, zone: Zone, isBroken: boolean): Buffer {
  const records = isBroken ? [] : (zone[`${question.type} ${question.name}`] ?? []);
  const isThere = Object.keys(zone).some((key) => key.split(' ')[1] === question.name);
  const rcode = isBroken ? rcodes.broken : isThere ? rcodes.answered : rcodes.absent;
  const head = Buffer.from(packet.subarray(0, 12));
  head.writeUInt16BE(0x8480 + rcode, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  const answers = records.map((value) => encodeRecord(question, value));
  return Buffer.concat([head, packet.subarray(12, question.end), ...answers]);
}

/** A name server on loopback that knows the zone, and that nothing else exists. */
export async function startDnsServer(zone: Zone = {}): Promise<DnsServer> {
  const socket = createSocket('udp4');
  const asked: string[] = [];
  const server: DnsServer = {
    address: '',
    zone,
    mood: 'well',
    asked,
    gate: Promise.resolve(),
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => socket.close(() => resolve()));
    },
  };
  socket.on('message', (packet, from) => {
    const question = readQuestion(packet);
    asked.push(`${question.type} ${question.name}`);
    void server.gate.then(() => {
      if (server.mood === 'silent') return;
      socket.send(
        reply(packet, question, server.zone, server.mood === 'broken'),
        from.port,
        from.address,
      );
    });
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return Object.assign(server, { address: `127.0.0.1:${socket.address().port}` });
}
