const mark = '#pair=';

/**
 * The code in a pairing link (`https://relay.example/#pair=CODE`), as people paste it. Null: it is no such link. A code
 * that cannot be one is empty, for the relay to refuse.
 */
export function pairingCodeOf(input: string): string | null {
  const text = input.trim();
  if (!text.includes(mark)) return null;
  return /#pair=([\w-]{1,128})$/.exec(text)?.[1] ?? '';
}
