import type { Envelope, OtherProtocol, SenderFacts } from './ports.ts';

const otherProtocols: ReadonlySet<string | undefined> = new Set<OtherProtocol>([
  'HTTP',
  'JSON',
  'IMAP',
]);

function factsOf(path: string, { helo, remoteAddress, protocol }: Trace): SenderFacts {
  const isSmtp = !otherProtocols.has(protocol);
  const isRebuilt = protocol === 'JSON';
  const clientAddress = isSmtp ? remoteAddress : null;
  return { sender: path, helo, clientAddress, ...(isRebuilt && { isRebuilt }) };
}

type Trace = Pick<Envelope['received'], 'helo' | 'remoteAddress'> & {
  readonly protocol: string | undefined;
};

export const senderFacts = ({ sender, received }: Envelope): SenderFacts =>
  factsOf(sender, received);

/** The trace headers that `traceHeaders` writes. */
const ownTrace =
  /^Return-Path: <([^<>\r\n]*)>\r\nReceived: from (\S+) \(\[(?:IPv6:)?([^\]\r\n]+)\]\)\r\n\tby \S+ with (\S+) id \S+\r\n\t[^\r\n]*\r\n/;

/**
 * A stored mail without our trace headers, and what these tell of the connection that brought it. They stand on top,
 * where no sender can write.
 */
export function readOwnTrace(whole: Uint8Array): { raw: Uint8Array; facts: SenderFacts } {
  const top = Buffer.from(whole.buffer, whole.byteOffset, Math.min(whole.byteLength, 4096));
  const found = ownTrace.exec(top.toString('latin1'));
  if (found === null) {
    return { raw: whole, facts: { sender: '', helo: '', clientAddress: null } };
  }
  const [trace, path = '', helo = '', remoteAddress = '', protocol] = found;
  const sender = Buffer.from(path, 'latin1').toString();
  const facts = factsOf(sender, { helo, remoteAddress, protocol });
  return { raw: whole.subarray(trace.length), facts };
}
