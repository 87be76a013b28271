/** What of a mail is shown at most; the raw form has it whole. Octets or characters. */
export interface MessageLimits {
  /** Characters of text and of HTML, each. */
  readonly bodyCharacters: number;
  readonly headers: number;
  readonly headersCharacters: number;
  readonly attachments: number;
  /** Addresses in To and in Reply-To, each. */
  readonly mailboxes: number;
  /** Characters of a subject, a name, an address, a file's name. */
  readonly lineCharacters: number;
  readonly previewCharacters: number;
  /** Octets of the header section that are looked at, and of one field of it. */
  readonly headBytes: number;
  readonly fieldBytes: number;
}

export const messageLimits: MessageLimits = {
  bodyCharacters: 2_000_000,
  headers: 200,
  headersCharacters: 65_536,
  attachments: 100,
  mailboxes: 100,
  lineCharacters: 1000,
  previewCharacters: 200,
  headBytes: 262_144,
  fieldBytes: 32_768,
};

/** The first `limit` characters, never half of one, and without halves that stood there alone (RFC 8259 section 8.2). */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed();
  const last = text.charCodeAt(limit - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? limit - 1 : limit).toWellFormed();
}
