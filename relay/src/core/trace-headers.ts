import type { Envelope } from './ports.ts';

/** RFC 5321 section 6.3: a loop is suspected from a count that no honest way has; "normally at least 100". */
const maxHops = 100;
/** A mail passes one relay twice when forwarders of one person meet; not this often. */
const maxOwnHops = 5;

const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** RFC 5322 section 3.3, in UTC. */
export function mailDate(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const day = `${dayNames[date.getUTCDay()] ?? ''}, ${date.getUTCDate()} ${monthNames[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

/** What a client says of itself goes into a header, so it is cut down to what a domain or literal may hold. */
function safeName(name: string): string {
  const cut = name.slice(0, 255).replace(/[^A-Za-z0-9.:_[\]-]/g, '?');
  return cut === '' ? 'unknown' : cut;
}

function addressLiteral(address: string): string {
  const safe = safeName(address);
  return safe.includes(':') ? `[IPv6:${safe}]` : `[${safe}]`;
}

/** A path in angle brackets, or nothing when it holds what would break the header. */
function path(address: string): string | null {
  return /[\u0000-\u0020\u007f-\u009f<>]/.test(address) || address.length > 320
    ? null
    : `<${address}>`;
}

/** The `Return-Path:` and `Received:` of the hop to us (RFC 5321 section 4.4), with the line ends of a mail. */
export function traceHeaders(envelope: Envelope, hostname: string, now: number): string {
  const { helo, remoteAddress, protocol, id } = envelope.received;
  const recipient = path(envelope.recipient);
  return [
    `Return-Path: ${path(envelope.sender) ?? '<>'}`,
    `Received: from ${safeName(helo)} (${addressLiteral(remoteAddress)})`,
    `\tby ${hostname} with ${protocol} id ${safeName(id)}`,
    `${recipient === null ? '\t' : `\tfor ${recipient}`}; ${mailDate(now)}`,
    '',
  ].join('\r\n');
}

/** Whether the mail has come round too often. Looks at the header section only. */
export function isLooping(raw: Uint8Array, hostname: string): boolean {
  let hops = 0;
  let ownHops = 0;
  const own = ` by ${hostname.toLowerCase()} `;
  for (const field of headerFields(raw)) {
    if (!/^received:/i.test(field)) continue;
    hops += 1;
    if (field.toLowerCase().replace(/\s+/g, ' ').includes(own)) ownHops += 1;
    if (hops > maxHops || ownHops > maxOwnHops) return true;
  }
  return false;
}

/** The unfolded fields of the header section, within its first megabyte. */
function* headerFields(raw: Uint8Array): Generator<string> {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, 1_000_000));
  let field = '';
  for (let start = 0; start < head.length;) {
    const found = head.indexOf(0x0a, start);
    const end = found === -1 ? head.length : found;
    const line = head.toString('latin1', start, Math.min(end, start + 1000)).replace(/\r$/, '');
    start = end + 1;
    if (/^[ \t]/.test(line)) {
      if (field.length < 4000) field += line;
      continue;
    }
    if (field !== '') yield field;
    if (line === '') return;
    field = line;
  }
  if (field !== '') yield field;
}
