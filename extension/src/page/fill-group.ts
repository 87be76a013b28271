import type { FieldKind } from '../detection/field-signals.ts';
import { fillLasting, finderOf } from './keep-value.ts';
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
  // A single field for a code is not followed by others that want the same.
  const fields = [group.field, ...(isCode && !split ? [] : group.others)];
  const parts = fields.map((field, at) => {
    const former = isFilled(field, deps.before) ? (deps.before.get(field) ?? '') : field.value;
    return { find: finderOf(field), former, text: split ? (whole[at] ?? '') : whole };
  });
  for (const { find, former, text } of parts) {
    const onField = (field: Field): void => void deps.before.set(field, former);
    // A page that has refused a code and empties its fields does not want it again.
    const lasting = { settled: deps.settled, onField, isGuarded: !isCode };
    if (!(await fillLasting(find, text, lasting))) return false;
  }
  // The cursor goes back to the field: pages that judge one when it is left then judge the last of a pair, too.
  if (!isCode) parts[0]?.find()?.focus();
  return true;
}

/** Puts back what stood in the fields before. False when the page did not let it. */
export async function undoGroup({ field, others }: FieldGroup, deps: FillDeps): Promise<boolean> {
  const { settled, before } = deps;
  const parts = [field, ...others].map((one) => ({ one, find: finderOf(one) }));
  for (const { one, find } of parts) {
    const former = before.get(one);
    if (former === undefined) continue;
    before.delete(one);
    const lasting = { settled, onField: () => {}, isGuarded: false };
    if (!(await fillLasting(find, former, lasting))) return false;
  }
  return true;
}
