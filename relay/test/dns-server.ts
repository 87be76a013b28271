import { createSocket } from 'node:dgram';
import { readAddress } from '../src/core/network-address.ts';

/** Records by `TYPE name`: TXT as text, MX as `10 host`, A and AAAA as an address, CAA as `0 issue "host"`; `*` for any label. */
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
  257: 'CAA',
};
const rcodes = { answered: 0, broken: 2, absent: 3 };

function encodeName(name: string): Buffer {
  if (name === '.') return Buffer.of(0);
  const labels = name.split('.').map((label) => Buffer.from(label));
  return Buffer.concat([
    ...labels.flatMap((label) => [Buffer.of(label.length), label]),
    Buffer.of(0),
  ]);
}

function encodeIPv6(address: string): Buffer {
  const groups = readAddress(address)?.split(':') ?? [];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** RFC 8659 section 4.1. */
function encodeCaa(value: string): Buffer {
  const [, flags = '', tag = '', text = ''] = /^(\d+) (\w+) "(.*)"$/.exec(value) ?? [];
  return Buffer.concat([Buffer.of(Number(flags), tag.length), Buffer.from(tag + text)]);
}

function encodeData(type: string, value: string): Buffer {
  if (type === 'A') return Buffer.from(value.split('.').map(Number));
  if (type === 'TXT') {
    const parts = value.match(/.{1,255}/g) ?? [''];
    return Buffer.concat(parts.flatMap((part) => [Buffer.of(part.length), Buffer.from(part)]));
  }
  if (type === 'AAAA') return encodeIPv6(value);
  if (type === 'CAA') return encodeCaa(value);
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

interface Answer {
  readonly owner: string;
  readonly type: string;
  readonly value: string;
}

const codeOf = (type: string) =>
  Number(Object.entries(types).find(([, name]) => name === type)?.[0]);

function encodeRecord({ owner, type, value }: Answer): Buffer {
  const data = encodeData(type, value);
  const head = Buffer.alloc(10);
  head.writeUInt16BE(codeOf(type), 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(60, 4);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([encodeName(owner), head, data]);
}

/** The name under which the zone has it: its own, or that of a wildcard (RFC 4592). */
function nameIn(zone: Zone, name: string): string | null {
  const names = new Set(Object.keys(zone).map((key) => key.split(' ')[1] ?? ''));
  if (names.has(name)) return name;
  const wildcard = `*${name.slice(name.indexOf('.'))}`;
  return names.has(wildcard) ? wildcard : null;
}

/** As a resolver answers: from an alias on, also what that stands for. */
function answersOf(zone: Zone, { name, type }: Pick<Question, 'name' | 'type'>): Answer[] {
  const there = nameIn(zone, name) ?? name;
  const own = zone[`${type} ${there}`] ?? [];
  if (own.length > 0) return own.map((value) => ({ owner: name, type, value }));
  const [target] = zone[`CNAME ${there}`] ?? [];
  if (target === undefined) return [];
  const alias = { owner: name, type: 'CNAME', value: target };
  return [alias, ...answersOf(zone, { name: target, type })];
}

function reply(packet: Buffer, question: Question, zone: Zone, isBroken: boolean): Buffer {
  const records = isBroken ? [] : answersOf(zone, question);
  const isThere = nameIn(zone, question.name) !== null;
  const rcode = isBroken ? rcodes.broken : isThere ? rcodes.answered : rcodes.absent;
  const head = Buffer.from(packet.subarray(0, 12));
  head.writeUInt16BE(0x8480 + rcode, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, packet.subarray(12, question.end), ...records.map(encodeRecord)]);
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
