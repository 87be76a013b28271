const SOFT_BREAK = /=\r?\n/;
const OCTETS = /(?:=[0-9A-Fa-f]{2})+/g;

/**
 * Some senders encode twice, or leave the encoding out of the header: a part that still shows soft line breaks and `=3D`
 * is decoded once more (RFC 2045 section 6.7).
 */
export function repairQuotedPrintable(raw: string): string {
  if (!raw.includes('=3D') || !SOFT_BREAK.test(raw)) return raw;
  const decoder = new TextDecoder();
  return raw.replace(/=\r?\n/g, '').replace(OCTETS, (run) => {
    const octets = run
      .slice(1)
      .split('=')
      .map((pair) => Number.parseInt(pair, 16));
    return decoder.decode(new Uint8Array(octets));
  });
}
