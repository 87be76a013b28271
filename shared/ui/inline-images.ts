import type { Attachment } from '../contract/message.ts';

const types = /^image\/(?:png|jpe?g|gif|webp|avif|bmp)$/i;
const mostImages = 20;
const mostBytes = 2_000_000;

/** The attachments that the HTML of a mail shows in itself, as far as a browser may show them. */
export function inlineImagesOf(attachments: readonly Attachment[]): Attachment[] {
  return attachments
    .filter(({ contentId, type, size }) => contentId && types.test(type) && size <= mostBytes)
    .slice(0, mostImages);
}

/** `data:` URLs by content id, for those that could be fetched. */
export async function loadInlineImages(
  attachments: readonly Attachment[],
  fetchBytes: (index: number) => Promise<ArrayBuffer | null>,
): Promise<Map<string, string>> {
  const loaded = await Promise.all(
    inlineImagesOf(attachments).map(async ({ contentId = '', type, index }) => {
      const bytes = await fetchBytes(index);
      if (bytes === null) return null;
      return [contentId.replace(/^<|>$/g, ''), dataUrl(type, new Uint8Array(bytes))] as const;
    }),
  );
  return new Map(loaded.filter((entry) => entry !== null));
}

function dataUrl(type: string, bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${type.toLowerCase()};base64,${btoa(binary)}`;
}
