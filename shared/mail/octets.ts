/** Octets as text and back, one character an octet, and numbers as archives and programs write them. */
const chunk = 8192;
const short = 80;

/** One character an octet. */
export function latin1(octets: Uint8Array, start = 0, end = octets.length): string {
  if (end - start <= short) {
    let text = '';
    for (let at = start; at < end; at += 1) text += String.fromCharCode(octets[at] ?? 0);
    return text;
  }
  if (end - start <= chunk) return String.fromCharCode(...octets.subarray(start, end));
  const pieces: string[] = [];
  for (let at = start; at < end; at += chunk) {
    pieces.push(String.fromCharCode(...octets.subarray(at, Math.min(end, at + chunk))));
  }
  return pieces.join('');
}

export function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** UTF-8, with a sign for what is none. */
export function utf8(octets: Uint8Array): string {
  return new TextDecoder().decode(octets);
}

export const word16 = (octets: Uint8Array, at: number): number =>
  (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8);

export const word32 = (octets: Uint8Array, at: number): number =>
  (word16(octets, at) | (word16(octets, at + 2) << 16)) >>> 0;

/** Whether these octets, one character each, stand at that place. */
export function standsAt(octets: Uint8Array, at: number, text: string): boolean {
  if (at < 0 || at + text.length > octets.length) return false;
  for (let i = 0; i < text.length; i += 1) {
    if (octets[at + i] !== text.charCodeAt(i)) return false;
  }
  return true;
}

export function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
