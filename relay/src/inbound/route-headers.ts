/** In which the address may stand to which a mail was sent, the most trustworthy first. */
const fieldsInOrder = [
  'delivered-to',
  'x-original-to',
  'x-forwarded-to',
  'received',
  'to',
] as const;

/** What is asked of a mailbox about a mail. */
export const routeFields: readonly string[] = [...fieldsInOrder, 'return-path'];

const mostOctets = 262_144;
const mostAddresses = 50;

const addressPattern = /[^\s<>(),;:"\\[\]]{1,128}@[^\s<>(),;:"\\[\]]{1,253}/g;
/** RFC 5321 section 4.4. */
const forPattern = /\sfor\s+<?([^\s<>();]{1,128}@[^\s<>();]{1,253}?)>?(?=[\s;(]|$)/i;

/** The values of the fields by name, in their order. */
function readFields(head: Uint8Array): Map<string, string[]> {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, mostOctets))
    .toString()
    .split(/\r?\n\r?\n/, 1)[0];
  const fields = new Map<string, string[]>();
  for (const line of (text ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    fields.set(name, [...(fields.get(name) ?? []), line.slice(colon + 1)]);
  }
  return fields;
}

const addressesIn = (value: string): string[] => value.match(addressPattern) ?? [];

/** Who sent a mail and whom it may be for, the likeliest first, as far as its header section tells. */
export function readRoute(head: Uint8Array): {
  readonly sender: string;
  readonly candidates: readonly string[];
} {
  const fields = readFields(head);
  const candidates = fieldsInOrder.flatMap((name) =>
    (fields.get(name) ?? []).flatMap((value) =>
      name === 'received' ? (forPattern.exec(value)?.[1] ?? []) : addressesIn(value),
    ),
  );
  const [path = ''] = fields.get('return-path') ?? [];
  const [sender = ''] = addressesIn(path);
  return { sender, candidates: [...new Set(candidates)].slice(0, mostAddresses) };
}
