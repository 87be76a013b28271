import { repeatsAddress } from '../detection/classify-field.ts';
import { type Detected, detectFields } from '../detection/detect-fields.ts';
import type { FieldKind } from '../detection/field-signals.ts';
import { type isVisible, isWritable } from './field-types.ts';
import { focusedElement, reachableRoots, type ShadowOf } from './reach-fields.ts';

export interface Surroundings {
  readonly page: Document;
  readonly shadowOf: ShadowOf;
  readonly isVisible: typeof isVisible;
}

export interface Choice {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  /** A second field of the form that wants the same address. */
  readonly twin: HTMLInputElement | null;
}

export interface Candidate extends Detected<HTMLInputElement> {
  readonly repeats: boolean;
}

const mostFields = 300;

export function candidatesOf(
  { page, shadowOf, isVisible }: Surroundings,
  intoFrames: boolean,
): Candidate[] {
  const fields = reachableRoots(page, shadowOf, intoFrames)
    .flatMap((root) => [...root.querySelectorAll('input')])
    .filter((field) => isWritable(field) && isVisible(field));
  return detectFields(fields.slice(0, mostFields)).map((found) => ({
    ...found,
    repeats: repeatsAddress(found.signals),
  }));
}

/** A field that repeats the address of another one in its form: said so, or right behind it and without a word. */
export function twinOf(
  candidates: readonly Candidate[],
  chosen: Candidate,
): HTMLInputElement | null {
  const others = candidates.filter(
    (other) =>
      other.form === chosen.form && other.field !== chosen.field && other.kind.endsWith('-email'),
  );
  return others.find((other) => other.repeats !== chosen.repeats)?.field ?? null;
}

/** The first e-mail field of a pair, when the person stands in the second. */
function firstOfPair(candidates: readonly Candidate[], chosen: Candidate): Candidate {
  if (!chosen.repeats) return chosen;
  const first = candidates.find(
    (other) => other.form === chosen.form && other.kind.endsWith('-email') && !other.repeats,
  );
  return first ?? chosen;
}

const best = (candidates: readonly Candidate[], kind: FieldKind) =>
  candidates
    .filter((candidate) => candidate.kind === kind && !candidate.repeats)
    .toSorted((a, b) => b.score - a.score)[0];

/**
 * The field for an address. `anyFocused`: the person has pointed at the field, so whatever takes text will do.
 * Else the focused field counts when it takes an address, before the best one for a new address on the page.
 * An address of a log-in form is replaced only where the person stands in it.
 */
export function chooseField(surroundings: Surroundings, anyFocused: boolean): Choice | null {
  const focused = focusedElement(surroundings.page, surroundings.shadowOf);
  const candidates = candidatesOf(surroundings, true);
  const standing = candidates.find((candidate) => candidate.field === focused);
  const chosen =
    standing !== undefined && standing.kind.endsWith('-email')
      ? firstOfPair(candidates, standing)
      : anyFocused
        ? undefined
        : best(candidates, 'new-email');
  if (chosen !== undefined) return { field: chosen.field, twin: twinOf(candidates, chosen) };
  if (!anyFocused || focused === null || !isWritable(focused)) return null;
  return { field: focused, twin: null };
}
