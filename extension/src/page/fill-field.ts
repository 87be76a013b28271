import type { FillOutcome } from '../messaging/protocol.ts';
import type { Choice } from './choose-field.ts';
import { isEditor } from './field-types.ts';
import { focusedElement, type ShadowOf } from './reach-fields.ts';
import { type Settled, writeValue } from './write-value.ts';

export interface FillSurroundings {
  readonly page: Document;
  readonly shadowOf: ShadowOf;
  readonly settled: Settled;
  /** As `chooseField`, for this page. */
  readonly choose: (anyFocused: boolean) => Choice | null;
}

/** Puts an address into the page's best field, or into the one that the person has pointed at. */
export async function fillField(
  surroundings: FillSurroundings,
  address: string,
  anyFocused: boolean,
): Promise<FillOutcome> {
  const choice = surroundings.choose(anyFocused);
  if (choice === null) return anyFocused ? fillEditor(surroundings, address) : 'no-field';
  const { field, twin } = choice;
  if (twin !== null) await writeValue(twin, address, surroundings.settled);
  const kept = await writeValue(field, address, surroundings.settled);
  return kept ? 'filled' : 'not-kept';
}

/** Text that a page lets people edit in place takes the address where the cursor stands. */
function fillEditor({ page, shadowOf }: FillSurroundings, address: string): FillOutcome {
  const focused = focusedElement(page, shadowOf);
  if (!isEditor(focused)) return 'no-field';
  const done = focused.ownerDocument.execCommand('insertText', false, address);
  return done && focused.textContent.includes(address) ? 'filled' : 'not-kept';
}
