// The package's module: Node has one of its own under the bare name.
import { toUnicode } from 'punycode/punycode.es6.js';

/** A host with its IDN labels as people write them. To search in, not to show: letters may look like others. */
export function unicodeHost(host: string): string {
  try {
    return toUnicode(host) || host;
  } catch {
    // It is none of RFC 3492.
    return host;
  }
}
