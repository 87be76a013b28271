import { createHash } from 'node:crypto';

/** How a sender takes a policy (RFC 8461 section 5): refuse what does not fit, only report it, or forget the policy. */
export type MtaStsMode = 'enforce' | 'testing' | 'none';

export interface MtaStsPolicy {
  /** Names of mail hosts; `*.example.org` stands for one label. */
  readonly mx: readonly string[];
  /** Seconds for which a sender keeps it. */
  readonly maxAge: number;
  readonly mode: MtaStsMode;
}

/** Where a policy lies at the host `mta-sts.DOMAIN` (RFC 8461 section 3.3). */
export const mtaStsPath = '/.well-known/mta-sts.txt';

/** Two weeks: long enough that an attacker has to wait, short enough to change one's mind. */
export const usualMaxAge = 1_209_600;

/** The longest time that RFC 8461 allows, about a year. */
const longestMaxAge = 31_557_600;

/** The policy's text, as it is served. */
export function mtaStsPolicy({ mx, maxAge, mode }: MtaStsPolicy): string {
  const lines = ['version: STSv1', `mode: ${mode}`, ...mx.map((name) => `mx: ${name}`)];
  return [...lines, `max_age: ${maxAge}`, ''].join('\r\n');
}

/** The id that the `_mta-sts` record bears: another one for each other policy, and the same for the same. */
export function mtaStsId(policy: MtaStsPolicy): string {
  return createHash('sha256').update(mtaStsPolicy(policy)).digest('hex').slice(0, 20);
}

/** The pairs of a policy; a key may come again. */
function pairsOf(text: string): readonly (readonly [string, string])[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const at = line.indexOf(':');
    return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()] as const];
  });
}

/** A served policy as senders read it, or null when they would not take it for one. */
export function readMtaStsPolicy(text: string): MtaStsPolicy | null {
  const pairs = pairsOf(text);
  const first = new Map([...pairs].reverse());
  const mode = (['enforce', 'testing', 'none'] as const).find((each) => each === first.get('mode'));
  const maxAge = first.get('max_age') ?? '';
  const mx = pairs.flatMap(([key, value]) => (key === 'mx' ? [value.toLowerCase()] : []));
  const isWhole =
    first.get('version') === 'STSv1' && mode !== undefined && /^\d{1,10}$/.test(maxAge);
  if (!isWhole || Number(maxAge) > longestMaxAge) return null;
  return mx.length > 0 || mode === 'none' ? { mx, mode, maxAge: Number(maxAge) } : null;
}

/** Whether a policy lets mail go to this host (RFC 8461 section 4.1). */
export function policyNames({ mx }: Pick<MtaStsPolicy, 'mx'>, host: string): boolean {
  const behindFirst = host.slice(host.indexOf('.') + 1);
  return mx.some((name) => name === host || name === `*.${behindFirst}`);
}
