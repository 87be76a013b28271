import type { Envelope, SenderFacts } from './ports.ts';

export function senderFacts({ sender, received }: Envelope): SenderFacts {
  const { helo, remoteAddress, protocol } = received;
  const isSmtp = protocol !== 'HTTP' && protocol !== 'IMAP';
  return { sender, helo, clientAddress: isSmtp ? remoteAddress : null };
}

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
  const isSmtp = protocol !== 'HTTP' && protocol !== 'IMAP';
  const facts = { sender, helo, clientAddress: isSmtp ? remoteAddress : null };
  return { raw: whole.subarray(trace.length), facts };
}
