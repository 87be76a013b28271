const repeat = (piece: string, size: number): string =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

const link = '<a href="https://a.example/verify/abc123def456">';

/** Mails that make naive readers slow; each grows with `size`, and none is meant to be understood. */
export const hostileShapes: Readonly<Record<string, (size: number) => string>> = {
  words: (size) => repeat('verify your email code ', size),
  verify: (size) => repeat('verify', size),
  'verify, spaced': (size) => repeat('verify ', size),
  nesting: (size) => repeat('<div>', size),
  'nested quotes': (size) => repeat('<blockquote class="gmail_quote">verify ', size),
  'nested tables': (size) => repeat('<table><tr><td bgcolor="#123456">', size),
  'open links': (size) => repeat(link, size),
  'links without a sentence': (size) => repeat(`${link}confirm your account</a> `, size),
  'wrong closings': (size) => repeat('<i>', size / 2) + repeat('</b>', size / 2),
  'one long word': (size) => 'a'.repeat(size),
  'one long line': (size) => repeat('your code is due and ', size),
  'empty lines': (size) => repeat('\n', size),
  numbers: (size) => repeat('code 123456 ', size),
  boxes: (size) => repeat('1 ', size),
  'boxes of letters': (size) => repeat('A\n', size),
  dashes: (size) => repeat('a-1-', size),
  'native digits': (size) => repeat('\u0664\u0668 رمز ', size),
  addresses: (size) => repeat('a@b.', size),
  domains: (size) => repeat('@a.example #123456\n', size),
  brackets: (size) => repeat('<http://\n', size),
  'closing brackets': (size) => repeat(`https://a.example/${')'.repeat(4_000)} `, size),
  'square brackets': (size) => repeat('[verify](https://a.example/x ', size),
  'urls in urls': (size) => repeat('https://click.a.example/?url=https%3A%2F%2F', size),
  'payloads of trackers': (size) =>
    repeat(`https://a.list-manage.com/track/click?p=eyJ${'A'.repeat(900)} `, size),
  'query parameters': (size) =>
    `<a href="https://click.a.example/?${repeat('u=1&amp;', size)}">verify`,
  stars: (size) => repeat(' *a', size),
  'quote marks': (size) => repeat('> > > verify\n', size),
  'style sheets': (size) => repeat('<style>.a{color:red}</style>', size),
  selectors: (size) => `<style>${repeat('.a,.b>.c,', size)}{display:none}</style>`,
  styles: (size) => repeat('<p class="a b c" style="color:red;padding:1px">x', size),
  declarations: (size) => `<p style="${repeat('color:red;', size)}">x`,
  attributes: (size) => `<p ${repeat('href=a class=b ', size)}>`,
  'open quotation mark': (size) => `<a href="${repeat('https://a.example/verify ', size)}`,
  comments: (size) => repeat('<!-- verify -->', size),
  'open comments': (size) => repeat('<!--', size),
  references: (size) => repeat('&amp;&#x41;', size),
  ampersands: (size) => repeat('&', size),
  'less-than': (size) => repeat('<', size),
  'unseen characters': (size) => repeat('c\u200bo\u200dd\u2060e 1\u00ad2', size),
  'hidden text': (size) => `<div style="display:none">${repeat('your code is 123456 ', size)}`,
  'broken encoding': (size) => `=3D=\n${repeat('=E3=81=82', size)}`,
  json: (size) => `<script type="application/ld+json">${repeat('[{"a":', size)}</script>`,
};
