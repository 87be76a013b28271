import type { Response } from 'express';

/** What the relay says changes from one moment to the next, and is for one reader. Returns how much it is. */
export function answerJson(res: Response, status: number, value: object): number {
  res.status(status).set('Cache-Control', 'no-store').type('application/json');
  const text = JSON.stringify(value);
  res.end(text);
  return text.length;
}

export function answerNothing(res: Response): void {
  res.status(204).set('Cache-Control', 'no-store').end();
}

/** RFC 8187 section 3.2.1: every octet that is no attr-char is escaped. */
function encodeExtended(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** RFC 6266. Names come from mails: no controls, no path, no quote gets through. */
export function dispositionOf(name: string): string {
  const clean = name
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]/g, '_')
    .slice(0, 200)
    .toWellFormed();
  const plain = clean.replace(/[^\w.\- ]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeExtended(clean)}`;
}

/** A download, whatever it is: never shown in the relay's origin. Returns how much it is. */
export function answerDownload(
  res: Response,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): number {
  res.status(200).set({
    'Cache-Control': 'no-store',
    'Content-Disposition': dispositionOf(file.name),
    'Content-Length': String(file.bytes.length),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Type': file.type,
  });
  res.end(file.bytes);
  return file.bytes.length;
}
