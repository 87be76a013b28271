import type { FieldKind } from '@mayfly/extension/src/detection/field-signals';
import type { FieldLabel } from './form-labels.ts';
import { round } from '../tools/figures.ts';

/** Counts by the rules of a corpus: what is offered, what is asked for, and what is both. */
interface Counts {
  offered: number;
  wanted: number;
  right: number;
}

export interface FieldCounts {
  readonly newEmail: Counts;
  readonly anyEmail: Counts;
  readonly oneTimeCode: Counts;
}

const none = (): Counts => ({ offered: 0, wanted: 0, right: 0 });
export const noCounts = (): FieldCounts => ({
  newEmail: none(),
  anyEmail: none(),
  oneTimeCode: none(),
});

/** An address of somebody else, or of a contact form: an offer there counts neither for nor against. */
const isOther = (label: FieldLabel): boolean => label === 'other-email';
const isEmail = (kind: FieldKind | FieldLabel): boolean => kind.endsWith('-email');

/** Adds one field; answers whether it was judged wrongly. */
export function scoreField(counts: FieldCounts, label: FieldLabel, kind: FieldKind): boolean {
  const offersNew = kind === 'new-email';
  if (!isOther(label)) add(counts.newEmail, offersNew, label === 'new-email');
  add(counts.anyEmail, isEmail(kind), isEmail(label));
  add(counts.oneTimeCode, kind === 'one-time-code', label === 'one-time-code');
  if (isOther(label)) return !isEmail(kind);
  const expected = isEmail(label) || label === 'one-time-code' ? label : 'none';
  return kind !== expected;
}

function add(counts: Counts, offered: boolean, wanted: boolean): void {
  if (offered) counts.offered += 1;
  if (wanted) counts.wanted += 1;
  if (offered && wanted) counts.right += 1;
}

const precision = ({ right, offered }: Counts): number => right / offered;
const recall = ({ right, wanted }: Counts): number => right / wanted;

export function countsToFigures({ newEmail, anyEmail, oneTimeCode }: FieldCounts) {
  const f1 = (2 * newEmail.right) / (newEmail.offered + newEmail.wanted);
  return {
    newEmail: {
      precision: round(precision(newEmail), 4),
      recall: round(recall(newEmail), 4),
      f1: round(f1, 4),
    },
    anyEmail: {
      precision: round(precision(anyEmail), 4),
      recall: round(recall(anyEmail), 4),
    },
    oneTimeCode: {
      found: oneTimeCode.right,
      missed: oneTimeCode.wanted - oneTimeCode.right,
      false: oneTimeCode.offered - oneTimeCode.right,
    },
  };
}
