import { describe, expect, it } from 'vitest';
import { findBareUrls } from './bare-urls.ts';

const urls = (text: string) => findBareUrls(text).map(({ url }) => url);

describe('findBareUrls', () => {
  it.each([
    ['See https://a.example/x.', 'https://a.example/x'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['https://a.example/wiki/A_(b)', 'https://a.example/wiki/A_(b)'],
    ['“https://a.example/x”', 'https://a.example/x'],
    ['https://a.example/x?a=1&b=/c#/d-_~', 'https://a.example/x?a=1&b=/c#/d-_~'],
    ['请访问https://a.example/x。谢谢', 'https://a.example/x'],
    ['https://a.example/xで確認', 'https://a.example/x'],
    ['http://hütte.example/ä', 'http://hütte.example/ä'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['HTTPS://A.example/x!', 'HTTPS://A.example/x'],
  ])('%s', (text, url) => {
    expect(urls(text)).toEqual([url]);
  });

  it('finds none where there is only a scheme', () => {
    expect(urls('https:// and http://')).toEqual([]);
  });
});
