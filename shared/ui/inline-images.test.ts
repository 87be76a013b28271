import { describe, expect, it } from 'vitest';
import { loadInlineImages } from './inline-images.ts';

const image = (index: number, over = {}) => ({
  index,
  name: '',
  type: 'image/png',
  size: 10,
  contentId: `<logo-${index}@shop>`,
  inline: true,
  ...over,
});
const bytes = async () => Uint8Array.from([1, 2, 3]).buffer;

describe('loadInlineImages', () => {
  it('makes data URLs of the mail’s own images', async () => {
    const images = await loadInlineImages([image(0)], bytes);
    expect([...images]).toEqual([['logo-0@shop', 'data:image/png;base64,AQID']]);
  });

  it('asks for nothing that a browser should not show', async () => {
    const asked: number[] = [];
    await loadInlineImages(
      [
        image(0, { type: 'image/svg+xml' }),
        image(1, { type: 'text/html' }),
        image(2, { size: 50_000_000 }),
        image(3, { contentId: undefined }),
        image(4),
      ],
      async (index) => {
        asked.push(index);
        return null;
      },
    );
    expect(asked).toEqual([4]);
  });
});
