declare module 'punycode/punycode.es6.js' {
  /** @throws RangeError when a label that begins with `xn--` is none of RFC 3492 */
  export function toUnicode(domain: string): string;
}
