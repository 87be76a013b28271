/**
 * The form in which every part of a message stands in the store: one octet of version, then
 * for 0 the plain octets, for 1 the encapsulated key (32 octets) and the ciphertext of HPKE (RFC 9180).
 */
export type StoredPart =
  | { readonly v: 0; readonly bytes: Uint8Array }
  | { readonly v: 1; readonly enc: Uint8Array; readonly ct: Uint8Array };

const encLength = 32;

export function wrapPlain(bytes: Uint8Array): Uint8Array {
  const stored = new Uint8Array(bytes.length + 1);
  stored.set(bytes, 1);
  return stored;
}

/** @param ct the ciphertext in pieces */
export function wrapSealed(enc: Uint8Array, ...ct: readonly Uint8Array[]): Uint8Array {
  if (enc.length !== encLength)
    throw new RangeError(`enc has ${enc.length} octets, not ${encLength}`);
  const length = ct.reduce((sum, piece) => sum + piece.length, 1 + encLength);
  const stored = new Uint8Array(length);
  stored[0] = 1;
  stored.set(enc, 1);
  let at = 1 + encLength;
  for (const piece of ct) {
    stored.set(piece, at);
    at += piece.length;
  }
  return stored;
}

/** @throws RangeError on a version that this program does not know, or a part that was cut. */
export function readEnvelope(stored: Uint8Array): StoredPart {
  if (stored[0] === 0) return { v: 0, bytes: stored.subarray(1) };
  if (stored[0] === 1 && stored.length > encLength) {
    return { v: 1, enc: stored.subarray(1, 1 + encLength), ct: stored.subarray(1 + encLength) };
  }
  throw new RangeError(`A stored part begins with ${stored[0] ?? 'nothing'}`);
}
