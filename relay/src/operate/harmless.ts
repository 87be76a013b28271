/**
 * What strangers wrote, without what a terminal would obey or show in another order than it is (control characters,
 * marks of direction).
 */
export function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    '\ufffd',
  );
}
