import type { OfferedField } from './offered-fields.ts';
import { type Settled, writeValue } from './write-value.ts';

/** What stood in a field before it was filled. */
const before = new WeakMap<HTMLInputElement, string>();

/** Whether a code goes into the fields one character each. */
const isSplit = ({ kind, others }: OfferedField, value: string): boolean =>
  kind === 'one-time-code' && others.length > 0 && others.length + 1 === value.length;

/**
 * Writes a value into an offered field and those that belong to it; null puts back what stood there. False when the
 * page did not keep it.
 */
export async function fillOffered(
  offered: OfferedField,
  value: string | null,
  settled: Settled,
): Promise<boolean> {
  const fields = [offered.field, ...offered.others];
  const plain = offered.kind === 'one-time-code' ? (value?.replace(/[\s-]/g, '') ?? null) : value;
  const split = plain !== null && isSplit(offered, plain);
  for (const [at, field] of fields.entries()) {
    if (value !== null) before.set(field, field.value);
    const part = plain === null ? (before.get(field) ?? '') : split ? (plain[at] ?? '') : plain;
    // A single code field is not followed by others that want the same.
    if (at > 0 && offered.kind === 'one-time-code' && !split && plain !== null) break;
    if (field.value !== part && !(await writeValue(field, part, settled))) return false;
  }
  return true;
}
