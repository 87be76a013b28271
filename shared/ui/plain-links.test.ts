import { describe, expect, it } from 'vitest';
import { plainPieces } from './plain-links.ts';

const hrefs = (text: string) => plainPieces(text).flatMap(({ href }) => href ?? []);

describe('plainPieces', () => {
  it('gives the text back whole', () => {
    const text = 'Hello!\nGo to https://shop.example/a?b=1#c, or (http://127.0.0.1:8080/x).\nBye';
    expect(
      plainPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });

  it('leaves out what ends the sentence or closes the bracket', () => {
    expect(hrefs('See https://shop.example/a. Or (https://shop.example/b)!')).toEqual([
      'https://shop.example/a',
      'https://shop.example/b',
    ]);
  });

  it('links to the web only', () => {
    expect(
      hrefs('javascript:alert(1) ftp://a.example data:text/html,x mailto:a@b.example'),
    ).toEqual([]);
  });

  it('names the host of an address that hides it', () => {
    const [piece] = plainPieces('https://bank.example@evil.example/login');
    expect(piece?.host).toBe('evil.example');
    expect(plainPieces('https://shop.example/login')[0]).not.toHaveProperty('host');
  });

  it('takes time in proportion to a text made to be slow', () => {
    const pieces = plainPieces(
      `https://a.example/${'.'.repeat(500_000)}x https://${'!'.repeat(500_000)}`,
    );
    expect(pieces.length).toBeLessThan(5);
  }, 1000);
});
