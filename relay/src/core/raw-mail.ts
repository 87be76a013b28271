/**
 * RFC 5322 section 2.2 has names of any printable characters; no field in use has one of others than these, but JSON
 * would begin with a name.
 */
const fieldName = /^[A-Za-z0-9][\w.-]{0,200}[ \t]*:/;
/** What mail programs of one machine put before a mail that they hand on. */
const mailboxLine = /^From [^\r\n]*\r?\n/;

/**
 * A mail as it goes over the wire: without a mailbox line, its line ends CRLF, or a signature would not hold. Null for
 * what does not begin with a header field.
 */
export function toWireForm(octets: Uint8Array): Uint8Array | null {
  const whole = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  const skipped = mailboxLine.exec(whole.toString('latin1', 0, 1000))?.[0].length ?? 0;
  const raw = whole.subarray(skipped);
  if (!fieldName.test(raw.toString('latin1', 0, 300))) return null;
  const end = raw.indexOf(0x0a);
  const isLocal = end > 0 && raw[end - 1] !== 0x0d;
  return isLocal ? Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1') : raw;
}
