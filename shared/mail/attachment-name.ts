/** Names for parts that came without one. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'message/rfc822': 'message.eml',
    'text/calendar': 'invite.ics',
    'text/plain': 'text.txt',
    'text/html': 'page.html',
    'text/csv': 'table.csv',
    'image/png': 'image.png',
    'image/jpeg': 'image.jpg',
    'image/gif': 'image.gif',
    'application/pdf': 'document.pdf',
    'application/pkcs7-signature': 'smime.p7s',
    'application/pgp-signature': 'signature.asc',
  }),
);

/**
 * A file's name that can be shown and saved: the last part of a path, no control characters, none that turn the
 * direction of writing (they hide the true ending), not too long, and its ending kept.
 */
export function attachmentName(given: string | null, type: string, characters: number): string {
  const last = (given ?? '').split(/[\\/]/).pop() ?? '';
  const clean = last
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, '')
    .trim()
    .replace(/^\.+$/, '');
  if (clean === '') return names.get(type) ?? 'attachment';
  if (clean.length <= characters) return clean;
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, characters - ending.length).toWellFormed()}${ending}`;
}
