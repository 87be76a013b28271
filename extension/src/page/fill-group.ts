import type { FieldKind } from '../detection/field-signals.ts';
import { fillLasting } from './keep-value.ts';
import type { Field, Settled } from './write-value.ts';

/** What stood in fields before they were filled; shared by all scripts of one frame. */
export type Before = WeakMap<Field, string>;

export interface FillDeps {
  readonly settled: Settled;
  readonly before: Before;
}

/** Fields that are filled together. */
export interface FieldGroup {
  readonly kind: FieldKind;
  readonly field: Field;
  readonly others: readonly Field[];
}

/** Whether a code goes into the fields one character each. */
const isSplit = ({ kind, others }: FieldGroup, value: string): boolean =>
  kind === 'one-time-code' && others.length > 0 && others.length + 1 === value.length;

/** Whether there is something to take back. */
export const isFilled = (field: Field, before: Before): boolean =>
  before.has(field) && field.value !== before.get(field);

/** Writes a value into a field and those that belong to it. False when the page did not keep it. */
export async function fillGroup(group: FieldGroup, value: string, deps: FillDeps) {
  const isCode = group.kind === 'one-time-code';
  const whole = isCode ? value.replace(/[\s-]/g, '') : value;
  const split = isSplit(group, whole);
  // The boxes of a code in their order; a single field for a code is not followed by others that want the same. Of
  // addresses the field itself comes last, and has the cursor then.
  const others = isCode && !split ? [] : group.others;
  const fields = split ? [group.field, ...others] : [...others, group.field];
  for (const [at, field] of fields.entries()) {
    const former = isFilled(field, deps.before) ? (deps.before.get(field) ?? '') : field.value;
    const remember = (one: Field): void => void deps.before.set(one, former);
    const part = split ? (whole[at] ?? '') : whole;
    // A page that has refused a code and empties its fields does not want it again.
    const lasting = { settled: deps.settled, onField: remember, isGuarded: !isCode };
    if (!(await fillLasting(field, part, lasting))) return false;
  }
  return true;
}

/** Puts back what stood in the fields before. False when the page did not let it. */
export async function undoGroup({ field, others }: FieldGroup, deps: FillDeps): Promise<boolean> {
  for (const one of [field, ...others]) {
    const former = deps.before.get(one);
    if (former === undefined) continue;
    deps.before.delete(one);
    const lasting = { settled: deps.settled, onField: () => {}, isGuarded: false };
    if (!(await fillLasting(one, former, lasting))) return false;
  }
  return true;
}
