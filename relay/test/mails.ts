/** A mail from lines; the octets of each character are its code (so that any charset can be written down). */
export function mail(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** The fields that every example has. */
export const commonHead: readonly string[] = [
  'From: "Fern Shop" <hello@fern.example>',
  'To: otter@mayfly.test',
  'Subject: Your account',
  'Date: Tue, 04 Mar 2025 10:20:30 +0100',
  'Message-ID: <1@fern.example>',
  'MIME-Version: 1.0',
];

export interface Part {
  readonly type: string;
  readonly encoding?: string;
  readonly disposition?: string;
  readonly extra?: readonly string[];
  readonly body: string;
}

export function part({ type, encoding, disposition, extra = [], body }: Part): string {
  const head = [
    `Content-Type: ${type}`,
    ...(encoding === undefined ? [] : [`Content-Transfer-Encoding: ${encoding}`]),
    ...(disposition === undefined ? [] : [`Content-Disposition: ${disposition}`]),
    ...extra,
  ];
  return [...head, '', body].join('\r\n');
}

/** The header fields and body of a multipart of these parts. */
export function multipart(subtype: string, boundary: string, ...parts: readonly string[]): string {
  const bodies = parts.map((body) => `--${boundary}\r\n${body}\r\n`).join('');
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"\r\n\r\n${bodies}--${boundary}--\r\n`;
}

export const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
