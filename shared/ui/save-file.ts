const longestName = 120;

/** A name that a mail may give to a file: no folders, no control or direction characters, no leading dots. */
export function safeFileName(name: string, fallback: string): string {
  const last =
    name
      .slice(-4 * longestName)
      .split(/[/\\]/u)
      .at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
    .slice(-longestName);
  return plain === '' ? fallback : plain;
}

/** Saves bytes as a file. Their type is never the mail's: the browser must not show what a stranger sent. */
export function saveFile(document: Document, bytes: BlobPart, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download has the blob as soon as the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
