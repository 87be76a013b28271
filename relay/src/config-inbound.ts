import { textFields } from './config-fields.ts';
import type { Afterwards, MailboxPlace } from './inbound/imap-mailbox.ts';

type Fault = (name: string, message: string) => void;
type Read = (key: keyof typeof textFields) => string;

export interface InboundConfig {
  /** Null: mail is not taken in this way. */
  readonly inboundRawSecret: string | null;
  readonly inboundImprovmxSecret: string | null;
  readonly imapMailboxes: readonly MailboxPlace[];
  readonly imapAfter: Afterwards;
}

/** Names no part of the value: faults are printed. */
function readSecret(key: 'inboundRawSecret' | 'inboundImprovmxSecret', read: Read, fault: Fault) {
  const secret = read(key);
  if (secret === '') return null;
  if (/^[\w~.-]{32,256}$/.test(secret)) return secret;
  fault(
    textFields[key].name,
    'must be 32 to 256 letters, digits, _, ., ~ or -; `openssl rand -hex 32` makes one',
  );
  return null;
}

const imapPorts = { 'imaps:': 993, 'imap:': 143 };
const isScheme = (protocol: string): protocol is keyof typeof imapPorts => protocol in imapPorts;
const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);

/** Null where it is no mailbox's. */
function readMailbox(text: string): MailboxPlace | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !isScheme(url.protocol)) return null;
  if (url.username === '' || url.password === '' || url.hostname === '') return null;
  if (url.search + url.hash !== '') return null;
  try {
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(url.port) || imapPorts[url.protocol],
      secure: url.protocol === 'imaps:',
      mayBePlain: isLoopback(url.hostname),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      folder: decodeURIComponent(url.pathname.replace(/^\//, '')) || 'INBOX',
    };
  } catch {
    // A % that stands for nothing.
    return null;
  }
}

function readMailboxes(read: Read, fault: Fault): MailboxPlace[] {
  const entries = read('imap')
    .split(',')
    .map((entry) => entry.trim());
  return entries.flatMap((entry, index) => {
    if (entry === '') return [];
    const place = readMailbox(entry);
    // Names no part of the value: it has a password in it.
    const said = `entry ${index + 1} must be imaps://USER:PASSWORD@HOST/FOLDER (imap:// for STARTTLS), with %40 for @ and %2C for a comma in user and password`;
    if (place === null) fault(textFields.imap.name, said);
    return place ?? [];
  });
}

function readAfter(read: Read, fault: Fault): Afterwards {
  const value = read('imapAfter');
  const folder = /^move:(.+)$/.exec(value)?.[1];
  if (folder !== undefined) return { kind: 'move', folder };
  if (value === 'seen' || value === 'delete') return { kind: value };
  fault(textFields.imapAfter.name, `must be seen, delete or move:FOLDER, not "${value}"`);
  return { kind: 'seen' };
}

export function readInbound(read: Read, fault: Fault): InboundConfig {
  return {
    inboundRawSecret: readSecret('inboundRawSecret', read, fault),
    inboundImprovmxSecret: readSecret('inboundImprovmxSecret', read, fault),
    imapMailboxes: readMailboxes(read, fault),
    imapAfter: readAfter(read, fault),
  };
}
