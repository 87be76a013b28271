import { candidatesOf, type Surroundings, twinOf } from './choose-field.ts';

/** A field that a person sees and that something can be offered for. */
export interface OfferedField {
  readonly field: HTMLInputElement;
  readonly kind: 'new-email' | 'existing-email' | 'one-time-code';
  /** Its boxes, itself first, when a code is split; the second field when an address is asked for twice. */
  readonly others: readonly HTMLInputElement[];
}

/** More icons than these are a nuisance. */
const mostOffered = 6;

/** The boxes of one code: fields for a code in one form, each with room for one character or without a limit. */
const isBox = ({ maxLength }: HTMLInputElement): boolean => maxLength === 1 || maxLength === -1;

/**
 * The fields of a page for which an icon makes sense: one for each address, one for each code. Each frame has a script
 * of its own that looks after its fields.
 */
export function findOffered(surroundings: Surroundings): OfferedField[] {
  const candidates = candidatesOf(surroundings, false);
  const taken = new Set<HTMLInputElement>();
  const offered: OfferedField[] = [];
  for (const candidate of candidates) {
    const { field, kind, form } = candidate;
    if (kind === 'none' || taken.has(field) || offered.length >= mostOffered) continue;
    const others =
      kind === 'one-time-code'
        ? candidates
            .filter((other) => other.kind === kind && other.form === form && isBox(other.field))
            .map((other) => other.field)
            .filter((other) => other !== field)
        : [twinOf(candidates, candidate)].filter((twin) => twin !== null);
    const row = isBox(field) || kind !== 'one-time-code' ? others : [];
    for (const other of row) taken.add(other);
    offered.push({ field, kind, others: row });
  }
  return offered;
}
