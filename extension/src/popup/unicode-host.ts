/** The numbers of RFC 3492, section 5. */
const [base, tMin, tMax, skew, damp, firstBias, firstCode] = [36, 1, 26, 38, 700, 72, 128];
const lastCode = 0x10ffff;

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
const digitOf = (letter: string) => (Number.parseInt(letter, 36) + 26) % base;

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin));
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}

/** RFC 3492, section 6.2, for a label without its prefix; null when it is none. */
function decodeLabel(label: string): string | null {
  const end = label.lastIndexOf('-');
  const output = [...label.slice(0, Math.max(0, end))];
  let [code, place, bias] = [firstCode, 0, firstBias];
  let before = 0;
  let weight = 1;
  let k = base;
  for (const letter of label.slice(end + 1)) {
    const digit = digitOf(letter);
    const threshold = Math.min(tMax, Math.max(tMin, k - bias));
    place += digit * weight;
    weight *= base - threshold;
    k += base;
    if (digit >= threshold) continue;
    const count = output.length + 1;
    bias = adapt(place - before, count, before === 0);
    code += Math.floor(place / count);
    if (code > lastCode) return null;
    place %= count;
    output.splice(place, 0, String.fromCodePoint(code));
    place += 1;
    [before, weight, k] = [place, 1, base];
  }
  return k === base ? output.join('') : null;
}

/** A host with its IDN labels as people write them. To search in, not to show: letters may look like others. */
export function unicodeHost(host: string): string {
  return host.replace(
    /(?<![^.])xn--([a-z0-9-]+)/g,
    (whole, label: string) => decodeLabel(label) ?? whole,
  );
}
